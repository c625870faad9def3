using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>What a station's days, months and years say otherwise after some of its hours were decided upon. Pure.</summary>
/// <param name="before">The evaluation as it was; null where the station had no hour.</param>
/// <param name="after">The evaluation as it is; null where the station has no hour left.</param>
/// <param name="item">The item of the hours.</param>
public sealed class AirDifference(EvaluatedAir? before, EvaluatedAir? after, AirItem item)
{
    /// <summary>Returns the figures that differ: the days, their index, the months of the days, and each year so far.</summary>
    public List<CorrectionLine> Lines(DateOnly from, DateOnly to)
    {
        var lines = new List<CorrectionLine>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            lines.AddRange(Day(day));
        }

        for (var month = Period.Month(from.Year, from.Month); month.From <= to; month = Period.Month(month.To.AddDays(1).Year, month.To.AddDays(1).Month))
        {
            lines.AddRange(Span(month));
            lines.AddRange(Span(BulletinRows.SoFarOf(month)));
        }

        return [.. lines.Where(line => line.Before != line.After)];
    }

    private static AirDay? DayOf(EvaluatedAir? air, DateOnly day) => air is not null && day >= air.InForce.First && day <= air.InForce.Last ? air.InForce.Day(day.DayNumber - air.InForce.First.DayNumber) : null;

    private static string? Text(Reported? value) => value?.ShownText;

    private static string? Text(int? whole) => whole?.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<CorrectionLine> Day(DateOnly day)
    {
        var (was, now, when) = (DayOf(before, day), DayOf(after, day), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return Line(CorrectionLevel.Day, when, Name("日值"), was, now, result => Text(result.Items[(int)item].Value));
        yield return Line(CorrectionLevel.Day, when, Name("有效小时"), was, now, result => Text(result.Items[(int)item].ValidHours));
        yield return Line(CorrectionLevel.Day, when, Name("分指数"), was, now, result => Text(result.Items[(int)item].Iaqi));
        yield return Line(CorrectionLevel.Index, when, "AQI", was, now, result => Text(result.Aqi));
        yield return Line(CorrectionLevel.Index, when, "级别", was, now, result => result.Category?.Name);
        yield return Line(CorrectionLevel.Index, when, "首要污染物", was, now, result => result.Aqi is null ? null : AirNames.List(result.Primary));
    }

    private IEnumerable<CorrectionLine> Span(Period period)
    {
        var span = AirPeriod.Between(period.From, period.To);
        var (was, now) = (before?.Figures(span).InForce, after?.Figures(span).InForce);
        yield return Line(CorrectionLevel.Period, period.ChineseText, Name("均值"), was, now, figures => Text(figures[item].Mean));
        yield return Line(CorrectionLevel.Period, period.ChineseText, Name("均值（未修约）"), was, now, figures => figures[item].Mean?.ExactText);
        yield return Line(CorrectionLevel.Period, period.ChineseText, Name("有效天数"), was, now, figures => Text(figures[item].ValidDays));
        yield return Line(CorrectionLevel.Period, period.ChineseText, "优良天数", was, now, figures => Text(figures.GoodDays));
    }

    private string Name(string of) => $"{AirNames.Of(item)}{of}";

    private static CorrectionLine Line<T>(CorrectionLevel level, string when, string what, T? was, T? now, Func<T, string?> of)
        where T : class => new(level, when, what, was is null ? null : of(was), now is null ? null : of(now));
}
