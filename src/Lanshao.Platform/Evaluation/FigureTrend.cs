using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>Draws the months of a year beside those of the year before, out of stored values: published ones first, those computed here as open dots.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Values">The stored values of one place in both years.</param>
/// <param name="Until">The last day that this year's line may show.</param>
public sealed record FigureTrend(IndicatorDefinition Indicator, IReadOnlyList<IndicatorValue> Values, DateOnly Until)
{
    private const int MonthsOfYear = 12;
    private const int LeastMonths = 3;

    private static readonly FigureBasis[] Preferred = [FigureBasis.Published, FigureBasis.Reported, FigureBasis.Computed];

    /// <summary>Gets who the drawn values are from.</summary>
    public string Sources => string.Join('、', Months().SelectMany(month => new[] { month.Now, month.Before }).OfType<IndicatorValue>().Select(value => value.Source).Distinct(StringComparer.Ordinal));

    /// <summary>Gets whether a drawn value is preliminary or was computed here.</summary>
    public bool HasPreliminary => Months().Exists(month => month.Now is { } now && IsPreliminary(now));

    /// <summary>Draws the chart; null for fewer than three months with a value.</summary>
    /// <param name="title">The title.</param>
    /// <param name="target">The target line; null for none.</param>
    /// <param name="width">The width of the drawing.</param>
    public ChartDrawing? Draw(string title, ChartTarget? target, double width)
    {
        var points = Months().Select((month, at) => new TrendLines.Point(
            string.Create(CultureInfo.InvariantCulture, $"{at + 1}月"),
            Number(month.Now),
            month.Now is null ? "—" : Shown(month.Now),
            Number(month.Before),
            month.Before is null ? string.Empty : Shown(month.Before),
            month.Now is not null && IsPreliminary(month.Now))).ToList();
        return Lines(title, points, Until.Year, target, width);
    }

    /// <summary>Draws the months of a year; null for fewer than three with a value.</summary>
    internal static ChartDrawing? Lines(string title, List<TrendLines.Point> points, int year, ChartTarget? target, double width) => points.Count(point => point.Now is not null) < LeastMonths ? null
        : TrendLines.Draw(new(title, Describe(points), "月份", Year(year), Year(year - 1)), points, target, width);

    // The year is drawn as far as either line goes.
    private List<Month> Months()
    {
        var months = Enumerable.Range(1, MonthsOfYear).Select(Of).ToList();
        return months[..(months.FindLastIndex(month => month.Now is not null || month.Before is not null) + 1)];
    }

    // Values on different grounds are no trend: last year's month is left out then.
    private Month Of(int number)
    {
        var period = Period.Month(Until.Year, number);
        var now = period.To <= Until ? Newest(period, null) : null;
        return new(now, Newest(period.LastYear(), now));
    }

    private IndicatorValue? Newest(Period period, IndicatorValue? like) => Values
        .Where(value => value.Period == period && value.Number is not null && value.PeriodBasis is not (BulletinRows.SoFar or FigureWords.ReviewPeriod) && Preferred.Contains(value.Basis))
        .Where(value => like is null || FigureComparison.Check(like, value) is null)
        .OrderBy(value => Array.IndexOf(Preferred, value.Basis)).ThenByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc)
        .FirstOrDefault();

    private static bool IsPreliminary(IndicatorValue value) => value.Basis == FigureBasis.Computed || value.Status == FigureStatus.Preliminary;

    private decimal? Number(IndicatorValue? value) => value?.Number is { } number ? Standards.Rounding.HalfEven(number, Indicator.Decimals) : null;

    private string Shown(IndicatorValue value) => Standards.Reported.Of(value.Number!.Value, Indicator.Decimals).ShownText;

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年");

    private static string Describe(List<TrendLines.Point> points)
    {
        var known = points.FindAll(point => point.Now is not null);
        var (most, least) = (known.MaxBy(point => point.Now)!, known.MinBy(point => point.Now)!);
        var higher = known.Count(point => point.Before is { } before && point.Now > before);
        var compared = known.Count(point => point.Before is not null);
        var text = $"{most.Label}最高（{most.Shown}），{least.Label}最低（{least.Shown}）";
        return compared == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}；与去年同月可比的{compared}个月中高于去年的{higher}个月");
    }

    private sealed record Month(IndicatorValue? Now, IndicatorValue? Before);
}
