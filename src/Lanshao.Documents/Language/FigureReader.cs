namespace Lanshao.Documents.Language;

/// <summary>Finds the numbers of a text with their precision, hedges, bounds and units. Years, dates, document numbers and digits in Latin words (PM2.5) are none.</summary>
public static class FigureReader
{
    private const decimal Greatest = 1_000_000_000_000m;
    private const int LongestShareLead = 5;
    private const string NotCounted = "第这同某另每任唯统其各该哪前后末数几";
    private static readonly UnitKind[] WrittenKinds = [UnitKind.Count, UnitKind.Area, UnitKind.Length, UnitKind.Mass, UnitKind.Volume, UnitKind.Money, UnitKind.Time];

    /// <summary>Finds every number from left to right, in time proportional to the text.</summary>
    /// <param name="text">The text, full-width forms made plain (<see cref="ChineseText.ToHalfWidth"/>).</param>
    /// <param name="written">Whether numbers written in Chinese count too, where a unit stands behind them: 三百四十二处, 五个.</param>
    public static IReadOnlyList<Figure> FindAll(string text, bool written = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Figure>();
        for (var i = 0; i < text.Length;)
        {
            i = char.IsAsciiDigit(text[i]) ? Read(text, i, found)
                : char.IsAsciiLetter(text[i]) ? SkipWord(text, i)
                : written && ChineseNumber.IsNumeral(text[i]) ? ReadShare(text, i, found) ?? ReadWritten(text, i, found)
                : i + 1;
        }

        return found;
    }

    /// <summary>Reads a text that is one number and nothing else, as table cells are: <c>39</c>, <c>-7.1%</c>, <c>1,204</c>, <c>Ⅲ类</c> is none.</summary>
    /// <param name="text">The cell's text.</param>
    public static Figure? ReadWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = ChineseText.Compact(text).Replace('−', '-').Replace('－', '-').Replace('＋', '+');
        if (plain.Length is 0 or > 40)
        {
            return null;
        }

        var (signed, turned) = WithoutDirection(plain);
        var found = FindAll(signed.TrimStart('+'));
        return found is [{ IsOrdinal: false } only] && only.Start == 0 && only.End == signed.TrimStart('+').Length
            ? turned ? only with { Value = -only.Value } : only
            : null;
    }

    // 下降2.6% in a cell of a column "change".
    private static (string Text, bool Turned) WithoutDirection(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["下降", "降低", "减少", "↓"])
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return (text[word.Length..], true);
            }
        }

        foreach (var word in (ReadOnlySpan<string>)["上升", "增长", "增加", "提高", "↑"])
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return (text[word.Length..], false);
            }
        }

        return (text, false);
    }

    private static int SkipWord(string text, int i)
    {
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static int Read(string text, int start, List<Figure> found)
    {
        var readable = ChineseNumber.TryReadAt(text, start, out var number);
        var end = start + Math.Max(1, number.Length);
        if (!readable || Math.Abs(number.Value) > Greatest || IsName(text, start, end) || IsDate(text, start, end))
        {
            return end;
        }

        var at = end;
        var over = ReadOver(text, ref at);
        var unit = MeasurementUnits.ReadAt(text, at, out var unitLength);
        var unitText = text.Substring(at, unitLength);
        at += unitLength;
        over |= unit is not null && ReadOver(text, ref at);
        found.Add(Make(text, start, at, number, over, unit, unitText));
        return at;
    }

    // 三百四十二处, 五个街道; not 这一个, 一厂一策, 三分之一, 一起, 三年行动, 五台山: without a thing that is counted or measured it is a word.
    private static int ReadWritten(string text, int start, List<Figure> found)
    {
        var readable = ChineseNumber.TryReadAt(text, start, out var number);
        var end = start + Math.Max(1, number.Length);
        var unit = readable ? MeasurementUnits.ReadAt(text, end, out var unitLength) : null;
        if (unit is null || !WrittenKinds.Contains(unit.Kind) || unit.Name is "年" or "小时" or "分钟" || (start > 0 && NotCounted.Contains(text[start - 1], StringComparison.Ordinal)))
        {
            return end;
        }

        _ = MeasurementUnits.ReadAt(text, end, out var length);
        var at = end + length;
        var next = at < text.Length ? text[at] : '。';
        if (ChineseNumber.IsNumeral(next) || next is '性' or '化' or '分' or '之' or '山' or '村' or '路' || (number.Value == 1m && !"、，。；（）)：".Contains(next, StringComparison.Ordinal)))
        {
            return end;
        }

        found.Add(Make(text, start, at, number, false, unit, text.Substring(end, length)));
        return at;
    }

    // 百分之三十五 is 35 %; 占三分之二 and 占一半 are said of what comes near to them.
    private static int? ReadShare(string text, int start, List<Figure> found)
    {
        var isPercent = text.AsSpan(start).StartsWith("百分之");
        if (!isPercent && !text.AsSpan(Math.Max(0, start - LongestShareLead), start - Math.Max(0, start - LongestShareLead)).Contains('占'))
        {
            return null;
        }

        if (text.AsSpan(start).StartsWith("一半"))
        {
            found.Add(Share(text, start, start + 2, 50m, 1m, isExact: false));
            return start + 2;
        }

        var isWhole = isPercent | ChineseNumber.TryReadAt(text, start, out var whole);
        var at = isPercent ? start + 3 : start + whole.Length + 2;
        if (!isWhole || at >= text.Length || !text.AsSpan(at - 2).StartsWith("分之") || !ChineseNumber.TryReadAt(text, at, out var part) || (!isPercent && (whole.Value < 2m || part.Value >= whole.Value)))
        {
            return null;
        }

        found.Add(Share(text, start, at + part.Length, isPercent ? part.Value : part.Value * 100m / whole.Value, isPercent ? StepOf(part) : 1m, isPercent));
        return at + part.Length;
    }

    private static Figure Share(string text, int start, int end, decimal value, decimal step, bool isExact)
    {
        var hedge = HedgeBefore(text, start);
        var (before, after) = (BoundWords.ReadBefore(text, hedge == Hedge.None ? start : start - 1), BoundWords.ReadAfter(text, end));
        var bound = BoundWords.Combine(before.Bound is Bound.AtMost or Bound.AtLeast && !MovesTo(text, before) ? before.Bound : Bound.None, after.Bound, hedge);
        return new Figure(value, step, hedge == Hedge.None && bound == Bound.None && !isExact ? Hedge.About : hedge, bound, before.IsStrict, new MeasurementUnit("%", UnitKind.Ratio), "", false, start, end - start);
    }

    private static Figure Make(string text, int start, int end, NumberReading number, bool over, MeasurementUnit? unit, string unitText)
    {
        var begin = IsMinus(text, start) ? start - 1 : start;
        var value = begin < start ? -number.Value : number.Value;
        var hedge = over ? Hedge.Over : HedgeBefore(text, begin);
        var before = BoundWords.ReadBefore(text, hedge is Hedge.None or Hedge.Over ? begin : begin - 1);
        var after = BoundWords.ReadAfter(text, end);
        var side = before.Bound is Bound.AtMost or Bound.AtLeast && !MovesTo(text, before) ? before.Bound : Bound.None;
        var bound = BoundWords.Combine(side, after.Bound, hedge);
        return new Figure(value, StepOf(number), hedge, bound, before.IsStrict && side != Bound.None, unit, unitText, IsOrdinal(text, begin), begin, end - begin);
    }

    // One unit of the last digit that is written.
    private static decimal StepOf(NumberReading number)
    {
        var step = number.Scale;
        for (var digit = 0; digit < number.Figure.Scale; digit++)
        {
            step /= 10m;
        }

        return step;
    }

    // 降至25 says 25, not "at most 25".
    private static bool MovesTo(string text, BoundReading bound) => text.AsSpan(bound.Start, bound.Length) is var word && (word.EndsWith("至") || word.EndsWith("到"));

    private static bool ReadOver(string text, ref int at)
    {
        // 比上周的158件多7件 says by how many.
        if (at < text.Length && text[at] is '余' or '多' && !(at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            at++;
            return true;
        }

        return false;
    }

    private static Hedge HedgeBefore(string text, int at)
    {
        var word = at == 0 ? '\0' : text[at - 1];
        var before = at < 2 ? '\0' : text[at - 2];
        return word switch
        {
            '约' when before is not ('节' or '预' or '条' or '违' or '合' or '制' or '公') => Hedge.About,
            '近' when before is not ('附' or '最' or '临' or '邻' or '靠') => Hedge.Nearly,
            _ => Hedge.None,
        };
    }

    private static bool IsMinus(string text, int start) =>
        start > 0 && text[start - 1] is '-' or '−' && (start == 1 || !(char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] is '%' or '月' or '日' or '年' or ')' or '）' || MeasurementEnds(text, start - 2)));

    // In 38%-39% and 4.7-7.1 the sign is a dash; after a unit too.
    private static bool MeasurementEnds(string text, int at) => text[at] is '米' or '吨' or '天' or '个' or '件' or '家' or '次' or '辆' or '元' or '升' or '类' or '级';

    private static bool IsOrdinal(string text, int start) => start > 0 && text[start - 1] == '第';

    // 〔2024〕1号, 110101001000, 12345热线, 8:30, HJ 633-2012.
    private static bool IsName(string text, int start, int end)
    {
        var before = start == 0 ? '\0' : text[start - 1];
        var after = end < text.Length ? text[end] : '\0';
        return before is '〔' or '[' or '﹝' or '〕' or ']'
            || text.AsSpan(end).StartsWith("热线") || (char.IsAsciiLetter(after) && MeasurementUnits.ReadAt(text, end, out _) is null)
            || (after is ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
    }

    private static bool IsDate(string text, int start, int end)
    {
        var after = end < text.Length ? text[end] : '\0';
        if (after is '月' or '日' or '号' or '时' or '年' || (after == '分' && start > 0 && text[start - 1] is '时' or '点'))
        {
            return true;
        }

        // 1—6月, 4、5、6月, 2021-2025年.
        return (after is '—' or '-' or '–' or '~' or '至' or '、') && LeadsToDate(text, end);
    }

    private static bool LeadsToDate(string text, int at)
    {
        var limit = Math.Min(text.Length, at + 16);
        for (var i = at; i < limit; i++)
        {
            if (text[i] is '月' or '日' || (text[i] == '年' && i - at <= 6))
            {
                return i == 0 || char.IsAsciiDigit(text[i - 1]);
            }

            if (!(char.IsAsciiDigit(text[i]) || text[i] is '—' or '-' or '–' or '~' or '至' or '、'))
            {
                return false;
            }
        }

        return false;
    }
}
