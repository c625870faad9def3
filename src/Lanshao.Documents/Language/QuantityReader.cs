namespace Lanshao.Documents.Language;

/// <summary>Finds figures with units in running text: <c>34微克/立方米</c>, <c>2.9万辆次</c>, <c>百分之三</c>, <c>30—32%</c>, <c>三成</c>, <c>三分之二</c>.</summary>
public static class QuantityReader
{
    private static readonly MeasurementUnit Percent = new("%", UnitKind.Ratio);
    // 第一批, 统一部署, 同一个, 唯一, 专一, 划一, 进一步, 逐一.
    private const string NoNumberAfter = "第统同唯惟专划进逐归";
    private static readonly MeasurementUnit PerMille = new("‰", UnitKind.Ratio);

    /// <summary>Finds every quantity of a text from left to right, in time proportional to its length.</summary>
    /// <param name="text">The text, full-width forms made plain (<see cref="ChineseText.ToHalfWidth"/>).</param>
    /// <returns>The quantities, without overlaps. Ordinals (第三个) and numbers in Latin words (COP15) are none.</returns>
    public static IReadOnlyList<Quantity> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Quantity>();
        for (var i = 0; i < text.Length;)
        {
            if (!MayBegin(text, i))
            {
                i++;
                continue;
            }

            var quantity = ReadAt(text, i, out var skip);
            if (quantity is not null)
            {
                found.Add(WithHedgeBefore(text, quantity));
            }

            i += skip;
        }

        return found;
    }

    /// <summary>Reads the quantity that begins at a place of a text.</summary>
    /// <param name="text">The text, full-width forms made plain.</param>
    /// <param name="start">The place.</param>
    /// <param name="skip">Characters that belong to what was read, 1 or more.</param>
    /// <returns>The quantity, or <see langword="null"/> where none begins.</returns>
    public static Quantity? ReadAt(string text, int start, out int skip)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ReadShare(text, start) is { } share)
        {
            skip = share.Length;
            return share;
        }

        var isNumber = ChineseNumber.TryReadAt(text, start, out var number);
        skip = Math.Max(1, number.Length);
        if (!isNumber)
        {
            return null;
        }

        var first = WithUnit(text, start, number);
        var range = ReadRange(text, start, number, first);
        var quantity = range ?? first;
        skip = quantity?.Length ?? skip;
        return quantity;
    }

    private static bool MayBegin(string text, int i)
    {
        var c = text[i];
        var before = i == 0 ? '\0' : text[i - 1];
        return char.IsAsciiDigit(c)
            ? !char.IsAsciiLetterOrDigit(before) && before is not ('.' or '第' or '/' or '〔' or '[')
            : (ChineseNumber.IsNumeral(c) || c is '半') && !ChineseNumber.IsNumeral(before) && !NoNumberAfter.Contains(before, StringComparison.Ordinal);
    }

    // 百分之三, 千分之五, 三分之二, 三成, 半数, 一半.
    private static Quantity? ReadShare(string text, int start)
    {
        if (text[start] is '半' && Follows(text, start + 1, "数"))
        {
            return new Quantity(50, 50, Percent, Hedge.None, start, 2);
        }

        if (Follows(text, start, "一半"))
        {
            return new Quantity(50, 50, Percent, Hedge.None, start, 2);
        }

        return Follows(text, start, "百分之") || Follows(text, start, "千分之") ? ReadPartOf(text, start, text[start] == '百' ? 100 : 1000, 3) : ReadFraction(text, start);
    }

    private static Quantity? ReadFraction(string text, int start)
    {
        if (!ChineseNumber.IsNumeral(text[start]) || !ChineseNumber.TryReadAt(text, start, out var whole))
        {
            return null;
        }

        if (whole.Scale == 1m && Follows(text, start + whole.Length, "分之"))
        {
            return whole.Figure > 0 ? ReadPartOf(text, start, whole.Figure, whole.Length + 2) : null;
        }

        return whole.Value < 10 && Follows(text, start + whole.Length, "成") && !Follows(text, start + whole.Length, "成效") && !Follows(text, start + whole.Length, "成果")
            ? Tenths(text, start, whole)
            : null;
    }

    // 三成, 三成八.
    private static Quantity Tenths(string text, int start, NumberReading whole)
    {
        var at = start + whole.Length + 1;
        var isDigit = ChineseNumber.TryReadAt(text, Math.Min(at, text.Length), out var part) && part is { Length: 1, Value: < 10 } && !char.IsAsciiDigit(text[at]);
        var value = (whole.Value * 10) + (isDigit ? part.Value : 0);
        return new Quantity(value, value, Percent, Hedge.None, start, whole.Length + (isDigit ? 2 : 1));
    }

    private static Quantity? ReadPartOf(string text, int start, decimal whole, int length)
    {
        if (!ChineseNumber.TryReadAt(text, start + length, out var part))
        {
            return null;
        }

        var (value, unit) = whole == 1000 ? (part.Value, PerMille) : (part.Value * 100 / whole, Percent);
        return new Quantity(value, value, unit, Hedge.None, start, length + part.Length);
    }

    private static Quantity? WithUnit(string text, int start, NumberReading number)
    {
        var at = start + number.Length;
        var over = at < text.Length && text[at] is '余' or '多' ? 1 : 0;
        var unit = MeasurementUnits.ReadAt(text, at + over, out var length);
        return unit is null ? null : Scaled(number.Figure, number.Scale, unit, over == 1 ? Hedge.Over : Hedge.None, start, number.Length + over + length);
    }

    private static Quantity Scaled(decimal figure, decimal scale, MeasurementUnit unit, Hedge hedge, int start, int length)
    {
        if (scale == 1m || unit.Kind is UnitKind.Count or UnitKind.Ratio or UnitKind.Time or UnitKind.Multiple)
        {
            return new Quantity(figure * scale, figure * scale, unit, hedge, start, length);
        }

        var inWords = scale == 100_000_000m ? "亿" : "万";
        var value = scale == 100_000_000m ? figure : figure * scale / 10_000m;
        return new Quantity(value, value, unit with { Name = inWords + unit.Name }, hedge, start, length);
    }

    // 30—32微克/立方米, 30%—40%, 3至5次: one unit for both ends, or the same unit twice.
    private static Quantity? ReadRange(string text, int start, NumberReading number, Quantity? first)
    {
        var at = first?.End ?? start + number.Length;
        var dash = RangeDash.LengthAt(text, at);
        if (dash == 0 || first is { Hedge: not Hedge.None }
            || !ChineseNumber.TryReadAt(text, at + dash, out var other) || other.Figure <= 0
            || WithUnit(text, at + dash, other) is not { } second)
        {
            return null;
        }

        var low = first is null ? LowEnd(number, other, second) : first.Unit == second.Unit ? first.Low : null;
        return low < second.High ? second with { Low = low.Value, Start = start, Length = second.End - start } : null;
    }

    // 2—3万辆: the scale word stands for both ends.
    private static decimal? LowEnd(NumberReading number, NumberReading other, Quantity second) =>
        number.Scale == 1m || number.Scale == other.Scale ? number.Figure * (second.Low / other.Figure) : null;

    private static Quantity WithHedgeBefore(string text, Quantity quantity)
    {
        var (hedge, length) = HedgeBefore(text, quantity.Start);
        return length == 0 || quantity.Hedge != Hedge.None
            ? quantity
            : quantity with { Hedge = hedge, Start = quantity.Start - length, Length = quantity.Length + length };
    }

    private static (Hedge Hedge, int Length) HedgeBefore(string text, int at)
    {
        var word = at == 0 ? '\0' : text[at - 1];
        var before = at < 2 ? '\0' : text[at - 2];
        return word switch
        {
            '约' when before == '大' => (Hedge.About, 2),
            '约' when before is not ('节' or '预' or '条' or '违' or '合' or '制' or '公') => (Hedge.About, 1),
            '近' when before is not ('附' or '最' or '临' or '邻' or '靠') => (Hedge.Nearly, 1),
            _ => (Hedge.None, 0),
        };
    }

    private static bool Follows(string text, int at, string word) => at <= text.Length && text.AsSpan(at).StartsWith(word);
}
