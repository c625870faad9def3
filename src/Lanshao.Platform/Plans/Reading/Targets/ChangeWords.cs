using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads a change before a figure: 同比下降, 比2021年降低, 较上年增长不少于.</summary>
/// <param name="Verb">下降, 增长 and so on.</param>
/// <param name="IsFall">Whether less is meant.</param>
/// <param name="Start">Where the words of the change begin, the basis included.</param>
/// <param name="BaselineYear">The year that it is compared with; null where none is said.</param>
/// <param name="IsYearOnYear">Whether 同比 is said.</param>
internal sealed record ChangeWords(string Verb, bool IsFall, int Start, int? BaselineYear, bool IsYearOnYear)
{
    private static readonly string[] Falls = ["持续下降", "下降", "降低", "减少", "削减", "压减", "减排", "缩减", "压降", "减量"];
    private static readonly string[] Rises = ["上升", "提高", "提升", "增长", "增加", "扩大", "改善"];
    private static readonly string[] YearOnYears = ["同比"];
    private static readonly string[] LastYears = ["比上年度", "比上年", "比上一年", "比去年", "较上年度", "较上年", "较上一年", "较去年"];

    /// <summary>Reads the change that ends at a place of a clause; null where none is said, or where it is told as done (下降了).</summary>
    public static ChangeWords? ReadBefore(string text, int end, int planYear)
    {
        var verb = Array.Find(Falls, word => text.AsSpan(0, end).EndsWith(word));
        var isFall = verb is not null;
        verb ??= Array.Find(Rises, word => text.AsSpan(0, end).EndsWith(word));
        if (verb is null)
        {
            return null;
        }

        var start = end - verb.Length;
        var left = text.AsSpan(0, start);
        if (Array.Find(YearOnYears, word => text.AsSpan(0, start).EndsWith(word)) is { } yearOnYear)
        {
            return new ChangeWords(verb, isFall, start - yearOnYear.Length, planYear - 1, IsYearOnYear: true);
        }

        if (Array.Find(LastYears, word => text.AsSpan(0, start).EndsWith(word)) is { } lastYear)
        {
            return new ChangeWords(verb, isFall, start - lastYear.Length, planYear - 1, IsYearOnYear: false);
        }

        return YearBefore(left, out var yearStart) is { } year
            ? new ChangeWords(verb, isFall, yearStart, year, IsYearOnYear: false)
            : new ChangeWords(verb, isFall, start, null, IsYearOnYear: false);
    }

    /// <summary>Names the change of an indicator: 降幅 of a share, 减排量 of a mass.</summary>
    public string NameOf(string indicator, MeasurementUnit unit) =>
        unit.Kind is UnitKind.Ratio or UnitKind.Points ? indicator + (IsYearOnYear ? "同比" : "") + (IsFall ? "降幅" : "增幅") : indicator + Verb + "量";

    // 比2021年, 较2020年度, 以2020年为基数 is left to the reader.
    private static int? YearBefore(ReadOnlySpan<char> left, out int start)
    {
        var end = left.EndsWith("年度") ? left.Length - 2 : left.EndsWith("年") ? left.Length - 1 : -1;
        start = end - 5;
        return start >= 0 && left[start] is '比' or '较' && int.TryParse(left.Slice(start + 1, 4), out var year) && year is >= 1990 and <= 2100 ? year : null;
    }
}
