using System.Text;

namespace Lanshao.Documents.Language;

/// <summary>Reads lists of units as cells and brackets print them: one a line or with 、 between, broken over lines, run together, ending in 等部门, or ——.</summary>
public static class NameList
{
    private const string Separators = "、，,；;/／";
    private const int MostLinesOfAName = 4;

    /// <summary>Reads a list.</summary>
    /// <param name="lines">The lines as printed, in order.</param>
    /// <param name="known">Names that are known for certain; they decide before any rule of thumb.</param>
    /// <returns>The units in the order as printed.</returns>
    public static NameListReading Read(IEnumerable<string> lines, NameLexicon known)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(known);
        var pieces = Split(lines);
        var nobody = pieces.RemoveAll(piece => IsNobody(piece.Text)) > 0;
        var (names, more) = (new List<ListedName>(), false);
        foreach (var name in JoinLines(WithWholeGroups(pieces), known))
        {
            var bare = WithoutMore(name.Text, ref more);
            if (bare.Length > 0)
            {
                names.AddRange(Part(name with { Text = bare }, known));
            }
        }

        return new NameListReading(names, more, nobody && names.Count == 0);
    }

    /// <summary>Tells whether a text looks like the name of one public body: it ends as those do.</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsWholeName(text.Trim());
    }

    private static bool IsNobody(string text) => text is "无" || text.All(c => c is '—' or '-' or '－' or '–' or '―' or '─');

    // Splits each line at its separators; a piece knows whether it begins its line and so may continue the one above.
    private static List<Piece> Split(IEnumerable<string> lines)
    {
        var (pieces, depth, afterSeparator) = (new List<Piece>(), 0, true);
        foreach (var line in lines)
        {
            var first = true;
            var texts = SplitLine(Spaced(line), ref depth, out var endsInSeparator);
            foreach (var text in texts)
            {
                pieces.Add(new Piece(text, first && !afterSeparator));
                (first, afterSeparator) = (false, false);
            }

            afterSeparator |= endsInSeparator;
        }

        return pieces;
    }

    // Blanks between two whole names separate them; other blanks are letter-spacing.
    private static string Spaced(string line)
    {
        var words = ChineseText.ToHalfWidth(line).Split([' ', '\t', '\u00A0', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var separate = words.Length > 1 && words.All(word => word.Length > 2 && AgencyWords.IsComplete(word));
        return separate ? string.Join('、', words) : ChineseText.Compact(line);
    }

    private static List<string> SplitLine(string line, ref int depth, out bool endsInSeparator)
    {
        var (pieces, current) = (new List<string>(), new StringBuilder());
        endsInSeparator = false;
        foreach (var c in line)
        {
            depth += c is '（' or '(' ? 1 : c is '）' or ')' && depth > 0 ? -1 : 0;
            endsInSeparator = depth == 0 && Separators.Contains(c, StringComparison.Ordinal) && line.Length > 1;
            if (!endsInSeparator)
            {
                current.Append(c);
                continue;
            }

            Flush(pieces, current);
        }

        Flush(pieces, current);
        return pieces;
    }

    private static void Flush(List<string> pieces, StringBuilder current)
    {
        var text = current.ToString().Trim('。', '.', '：', ':');
        current.Clear();
        if (text.Length > 0)
        {
            pieces.Add(text);
        }
    }

    // 各镇、街道 and 各街道、地区 are one group.
    private static List<Piece> WithWholeGroups(List<Piece> pieces)
    {
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            if (AgencyWords.IsKindOfPlace(pieces[i].Text) && pieces[i - 1].Text.StartsWith('各') && !pieces[i].BeginsLine)
            {
                pieces[i - 1] = pieces[i - 1] with { Text = $"{pieces[i - 1].Text}、{pieces[i].Text}" };
                pieces.RemoveAt(i);
            }
        }

        return pieces;
    }

    private static IEnumerable<ListedName> JoinLines(List<Piece> pieces, NameLexicon known)
    {
        for (var i = 0; i < pieces.Count;)
        {
            var name = pieces[i].Text;
            var next = i + 1;
            for (var sure = 0; next < pieces.Count && pieces[next].BeginsLine && name.Length < 200; next++, sure--)
            {
                sure = sure > 0 ? sure : LinesThatMakeAName(name, pieces, next, known);
                if (sure == 0 && !Continues(name, pieces[next].Text, known))
                {
                    break;
                }

                name += pieces[next].Text;
            }

            yield return next == i + 1
                ? new ListedName(name)
                : new ListedName(name, NameNote.Joined, string.Join('\n', pieces.Skip(i).Take(next - i).Select(piece => piece.Text)));
            i = next;
        }
    }

    private static int LinesThatMakeAName(string name, List<Piece> pieces, int next, NameLexicon known)
    {
        var joined = name;
        var found = 0;
        for (var count = 1; count < MostLinesOfAName && next < pieces.Count && pieces[next].BeginsLine; count++, next++)
        {
            joined += pieces[next].Text;
            found = known.Contains(joined) ? count : found;
        }

        return found;
    }

    private static bool Continues(string name, string line, NameLexicon known)
    {
        if (HasOpenBracket(name) || line[0] is '（' or '(' or '等' || (name.EndsWith('等') && AgencyWords.IsVague(line)))
        {
            return true;
        }

        if (AgencyWords.Leans(name, line))
        {
            return true;
        }

        if (known.Contains(name) || known.Contains(line))
        {
            return false;
        }

        return AgencyWords.WordLiesAcross(name, line)
            || (!AgencyWords.IsComplete(name) && !name.EndsWith('等') && !(AgencyWords.IsBeginning(line) && AgencyWords.IsComplete(line)));
    }

    private static bool HasOpenBracket(string name) =>
        name.AsSpan().LastIndexOfAny('（', '(') > name.AsSpan().LastIndexOfAny('）', ')');

    private static string WithoutMore(string name, ref bool more)
    {
        var at = name.LastIndexOf('等');
        if (at < 0 || !AgencyWords.IsVague(name.AsSpan(at + 1)))
        {
            return name;
        }

        more = true;
        return name[..at];
    }

    private static IEnumerable<ListedName> Part(ListedName name, NameLexicon known)
    {
        if (known.Contains(name.Text))
        {
            return [name];
        }

        var parts = PartByKnownNames(name.Text, known) ?? PartByLook(name.Text);
        if (parts.Count > 1)
        {
            return parts.Select(part => new ListedName(part, NameNote.Parted, name.Text));
        }

        return [IsCutOff(name.Text, known) ? name with { Note = NameNote.CutOff } : name];
    }

    private static List<string>? PartByKnownNames(string text, NameLexicon known)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = known.LongestAt(text, at);
            if (length < 2)
            {
                return null;
            }

            parts.Add(text.Substring(at, length));
            at += length;
        }

        return parts;
    }

    private static List<string> PartByLook(string text)
    {
        var parts = new List<string>();
        var from = 0;
        for (var cut = 2; cut < text.Length - 2 && text.Length < 200; cut++)
        {
            if (cut - from >= 3 && AgencyWords.IsOwnBeginning(text.AsSpan(cut)) && IsWholeName(text[from..cut]) && IsWholeName(text[cut..]))
            {
                parts.Add(text[from..cut]);
                from = cut;
            }
        }

        parts.Add(text[from..]);
        return parts;
    }

    private static bool IsWholeName(string text) => AgencyWords.IsComplete(text) && !HasOpenBracket(text);

    private static bool IsCutOff(string name, NameLexicon known) =>
        name.Length < 2 || HasOpenBracket(name) || (!AgencyWords.IsComplete(name) && known.BeginsLongerName(name));

    private sealed record Piece(string Text, bool BeginsLine);
}
