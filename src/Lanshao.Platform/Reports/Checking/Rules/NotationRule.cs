using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How things are written: one name for a unit, one kind of dot, Ⅲ类 not III类, 〔〕 in document numbers, nothing doubled.</summary>
internal static class NotationRule
{
    private const string Dots = "·•.‧⋅・";
    private static readonly string[] Doubled = ["的的", "了了", "在在", "和和", "与与", "及及", "，，", "。。", "、、", "；；", "，。", "。，", "、，", "，、"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var texts = document.Passages.Select(passage => new Spot(passage.Raw, passage.Where, passage.Origin)).Concat(document.Tables.SelectMany(table => table.Around)).DistinctBy(spot => spot.Origin).ToList();
        CheckUnits(document, log);
        CheckDots(texts, log);
        foreach (var spot in texts)
        {
            CheckLetters(spot, log);
        }
    }

    private static void CheckUnits(CheckedDocument document, CheckLog log)
    {
        var used = document.Sentences.SelectMany(sentence => sentence.Figures.Where(figure => figure.Unit?.Kind is UnitKind.Area or UnitKind.Energy or UnitKind.Length && figure.UnitText.Length > 1)
            .Select(figure => (figure.Unit!.Name, Form: Undotted(figure.UnitText), Spot: sentence.Quote(figure.Start, figure.End))));
        foreach (var unit in used.GroupBy(use => use.Name))
        {
            var forms = unit.GroupBy(use => use.Form).OrderByDescending(form => form.Count()).ToList();
            foreach (var other in forms.Skip(1))
            {
                log.Note("DOC-017", CheckKind.Unit, other.First().Spot, [forms[0].First().Spot], other.Key, forms[0].Key);
            }
        }
    }

    private static string Undotted(string unit)
    {
        foreach (var dot in Dots)
        {
            unit = unit.Replace(dot, '·');
        }

        return unit;
    }

    // 吨/平方公里·月 with one kind of dot.
    private static void CheckDots(List<Spot> texts, CheckLog log)
    {
        var found = new List<(char Dot, Spot Spot)>();
        foreach (var spot in texts)
        {
            for (var at = spot.Text.IndexOf("平方公里", StringComparison.Ordinal); at >= 0 && at + 5 < spot.Text.Length; at = spot.Text.IndexOf("平方公里", at + 4, StringComparison.Ordinal))
            {
                if (Dots.Contains(spot.Text[at + 4], StringComparison.Ordinal) && spot.Text[at + 5] == '月')
                {
                    found.Add((spot.Text[at + 4], spot with { Text = spot.Text[at..(at + 6)] }));
                }
            }
        }

        var kinds = found.GroupBy(use => use.Dot).OrderByDescending(kind => kind.Count()).ToList();
        foreach (var other in kinds.Skip(1))
        {
            log.Note("DOC-022", CheckKind.Form, other.First().Spot, [kinds[0].First().Spot], other.First().Spot.Text, kinds[0].First().Spot.Text);
        }
    }

    private static void CheckLetters(Spot spot, CheckLog log)
    {
        var text = spot.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is 'I' or 'V' && LatinClass(text, i) is > 0 and var length)
            {
                log.Note("DOC-027", CheckKind.Form, spot with { Text = text.Substring(i, length + 1) }, [], text.Substring(i, length + 1), Roman(text.AsSpan(i, length)) + "类");
                i += length;
            }
            else if (text[i] is '[' or '【' or '(' or '（' && i > 0 && YearNumber(text, i) is > 0 and var end)
            {
                log.Note("DOC-028", CheckKind.Form, spot with { Text = text[i..end] }, [], text[i..end], $"〔{text[(i + 1)..(i + 5)]}〕{text[(i + 6)..end]}");
            }
        }

        foreach (var word in Doubled)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                log.Note("DOC-029", CheckKind.Form, spot with { Text = text[Math.Max(0, at - 10)..Math.Min(text.Length, at + 12)] }, [], word, word[..1]);
            }
        }
    }

    private static int LatinClass(string text, int at)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
        {
            return 0;
        }

        var end = at;
        while (end < text.Length && text[end] is 'I' or 'V' && end - at < 4)
        {
            end++;
        }

        return end < text.Length && text[end] == '类' && Roman(text.AsSpan(at, end - at)).Length > 0 ? end - at : 0;
    }

    private static string Roman(ReadOnlySpan<char> latin) => latin switch { "I" => "Ⅰ", "II" => "Ⅱ", "III" => "Ⅲ", "IV" => "Ⅳ", "V" => "Ⅴ", _ => "" };

    // 发[2024]1号, 政办发（2024）1号.
    private static int YearNumber(string text, int open)
    {
        if (open + 6 >= text.Length || text[open + 5] is not (']' or '】' or ')' or '）') || !text.AsSpan(open + 1, 4).StartsWith("20") || text.AsSpan(open + 1, 4).ContainsAnyExceptInRange('0', '9'))
        {
            return 0;
        }

        var end = open + 6;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > open + 6 && end < text.Length && text[end] == '号' ? end + 1 : 0;
    }
}
