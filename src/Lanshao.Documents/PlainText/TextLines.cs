using System.Globalization;
using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.PlainText;

/// <summary>
/// Splits a converted text into lines and takes out the converter's marks: <c>[footnoteRef:1]</c> with its text <c>[1: …]</c>, <c>[image: …]</c>, <c>[bookmark: …]</c>.
/// </summary>
internal sealed class TextLines(ReadingBudget budget, FindingList findings)
{
    private const int LongestNoteLines = 50;
    private const string NoteMark = "[footnoteRef:";
    private const string EndnoteMark = "[endnoteRef:";
    private readonly HashSet<string> _openMarks = new(StringComparer.Ordinal);
    private readonly List<Footnote> _footnotes = [];

    public IReadOnlyList<Footnote> Footnotes => _footnotes;

    public List<TextLine> Read(string text)
    {
        var raw = Split(text);
        var lines = new List<TextLine>(raw.Count);
        for (var i = 0; i < raw.Count; i++)
        {
            budget.Tick();
            var number = i + 1;
            var line = raw[i].Contains('[', StringComparison.Ordinal) ? WithWholeNote(raw, ref i) : raw[i];
            lines.Add(new TextLine(Clean(line, number), number));
        }

        return lines;
    }

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (int length; (length = text.AsSpan(start).IndexOfAny('\n', '\r', '\f')) >= 0;)
        {
            lines.Add(text.Substring(start, length));
            var isPair = text[start + length] == '\r' && start + length + 1 < text.Length && text[start + length + 1] == '\n';
            start += length + (isPair ? 2 : 1);
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    // The text of a note may run over several lines; it ends with its own closing bracket.
    private static string WithWholeNote(List<string> raw, ref int i)
    {
        var line = raw[i];
        if (!line.Contains(NoteMark, StringComparison.Ordinal) && !line.Contains(EndnoteMark, StringComparison.Ordinal))
        {
            return line;
        }

        var whole = new StringBuilder(line);
        var open = Depth(line);
        var last = i;
        while (open > 0 && last + 1 < raw.Count && last - i < LongestNoteLines)
        {
            open += Depth(raw[++last]);
            whole.Append('\n').Append(raw[last]);
        }

        if (open > 0)
        {
            return line;
        }

        i = last;
        return whole.ToString();
    }

    private static int Depth(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }

        return depth;
    }

    private string Clean(string line, int number)
    {
        if (!NeedsWork(line))
        {
            return line;
        }

        // The converter writes the text of a note behind its paragraph, with a space before and after.
        var hadNotes = _footnotes.Count;
        var clean = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length;)
        {
            var mark = line[at] == '[' ? TakeMark(line, at, number) : 0;
            if (mark == 0 && !TextNormalization.IsInvisible(line[at]))
            {
                clean.Append(line[at]);
            }

            at += Math.Max(1, mark);
        }

        return hadNotes == _footnotes.Count ? clean.ToString() : clean.ToString().TrimEnd(' ');
    }

    private static bool NeedsWork(string line)
    {
        foreach (var c in line)
        {
            if (c == '[' || TextNormalization.IsInvisible(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a converter's mark; returns its length, or 0 where the bracket is text.</summary>
    private int TakeMark(string line, int at, int number)
    {
        var rest = line.AsSpan(at);
        if (rest.StartsWith(NoteMark, StringComparison.Ordinal) || rest.StartsWith(EndnoteMark, StringComparison.Ordinal))
        {
            var close = rest.IndexOf(']');
            var colon = rest.IndexOf(':');
            return close > 0 && _openMarks.Add(rest[(colon + 1)..close].Trim().ToString()) ? close + 1 : 0;
        }

        if (rest.StartsWith("[image:", StringComparison.Ordinal) && rest.IndexOf(']') is > 0 and var end)
        {
            findings.Add(DocumentCodes.Picture, new Origin { Line = number });
            return end + 1;
        }

        if (rest.StartsWith("[bookmark:", StringComparison.Ordinal))
        {
            return rest.IndexOf(']') + 1;
        }

        return TakeNote(rest, number);
    }

    private int TakeNote(ReadOnlySpan<char> rest, int number)
    {
        var colon = rest[..Math.Min(rest.Length, 12)].IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 1 || !_openMarks.Remove(rest[1..colon].ToString()))
        {
            return 0;
        }

        var end = ClosingBracket(rest);
        if (end < 0)
        {
            return 0;
        }

        var text = LineJoin.Join(rest[(colon + 1)..end].Trim().ToString().Split('\n', StringSplitOptions.TrimEntries));
        _footnotes.Add(new Footnote((_footnotes.Count + 1).ToString(CultureInfo.InvariantCulture), text, IsEndnote: false, new Origin { Line = number }));
        return end + 1;
    }

    private static int ClosingBracket(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
