using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>What the format of a cell makes of its number.</summary>
internal enum NumberKind
{
    Plain,
    Percent,
    Date,
    Time,
    Duration,
}

/// <summary>The number formats of a workbook, by the style number that cells carry.</summary>
internal sealed class ExcelFormats
{
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<NumberKind> _kinds = [];

    public static ExcelFormats Read(GuardedXml? part)
    {
        var formats = new ExcelFormats();
        using var xml = part;
        if (xml is null)
        {
            return formats;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            formats.ReadGroup(xml);
        }

        xml.Finish();
        return formats;
    }

    public NumberKind KindOf(int style) => style >= 0 && style < _kinds.Count ? _kinds[style] : NumberKind.Plain;

    private void ReadGroup(GuardedXml xml)
    {
        var group = xml.Name;
        for (var depth = group is "numFmts" or "cellXfs" ? xml.Enter() : -1; xml.NextChild(depth);)
        {
            if (group == "numFmts" && xml.IntegerAttribute("numFmtId") is { } id)
            {
                _codes[id] = xml.Attribute("formatCode") ?? "";
            }
            else if (group == "cellXfs")
            {
                _kinds.Add(KindOfFormat(xml.IntegerAttribute("numFmtId") ?? 0));
            }
        }
    }

    private NumberKind KindOfFormat(int id) => _codes.TryGetValue(id, out var code) ? KindOfCode(code) : id switch
    {
        9 or 10 => NumberKind.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberKind.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberKind.Time,
        46 => NumberKind.Duration,
        _ => NumberKind.Plain,
    };

    /// <summary>Tells a format by its letters; quoted text, escapes, colours and conditions do not count, nor do sections behind the first.</summary>
    public static NumberKind KindOfCode(string code)
    {
        var (hasDate, hasTime, hasMonth, hasPercent) = (false, false, false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = End(code, i, '"');
                    break;
                case '[' when IsElapsed(code, i):
                    return NumberKind.Duration;
                case '[':
                    i = End(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'd':
                    hasDate = true;
                    break;
                case 'h' or 's':
                    hasTime = true;
                    break;
                case 'm':
                    hasMonth = true;
                    break;
                case '%':
                    hasPercent = true;
                    break;
                default:
                    break;
            }
        }

        return hasDate || (hasMonth && !hasTime) ? NumberKind.Date : hasTime ? NumberKind.Time : hasPercent ? NumberKind.Percent : NumberKind.Plain;
    }

    private static int End(string code, int start, char close) => code.IndexOf(close, start + 1) is >= 0 and var end ? end : code.Length;

    private static bool IsElapsed(string code, int at) =>
        at + 1 < code.Length && char.ToLowerInvariant(code[at + 1]) is 'h' or 'm' or 's' && End(code, at, ']') is var end
        && code.AsSpan(at + 1, Math.Max(0, Math.Min(end, code.Length) - at - 1)).TrimEnd("hHmMsS").IsEmpty;
}
