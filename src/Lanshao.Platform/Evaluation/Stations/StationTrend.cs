using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>One item over the years: its yearly figures and their trend by Spearman's rank correlation.</summary>
/// <param name="Item">The item.</param>
/// <param name="Years">The whole years from the first to the last that the hours touch; a year that may not be judged by has no value.</param>
/// <param name="Trend">The trend of the years with a value; null for fewer than the rules ask.</param>
public sealed record StationTrend(AirItem Item, IReadOnlyList<StationTrend.YearValue> Years, AirTrend? Trend)
{
    /// <summary>One year.</summary>
    /// <param name="Year">The calendar year.</param>
    /// <param name="Value">The yearly mean; for CO and ozone the percentile that the rules name; null where the year may not be judged by.</param>
    /// <param name="ValidDays">Its valid days.</param>
    public sealed record YearValue(int Year, Reported? Value, int ValidDays);

    /// <summary>Computes the trends of the six items.</summary>
    public static IReadOnlyList<StationTrend> Of(EvaluatedAir air)
    {
        if (air.InForce.Days == 0)
        {
            return [];
        }

        var years = Enumerable.Range(air.InForce.First.Year, air.InForce.Last.Year - air.InForce.First.Year + 1).Select(year => air.InForce.Figures(YearOf(year))).ToList();
        return [.. AirItems.Basic.Select(item => Of(item, years, AirRules.InForceOn(air.InForce.Last)))];
    }

    /// <summary>Returns the calendar year as a period of the standards.</summary>
    public static AirPeriod YearOf(int year) => AirPeriod.Touched(new(year, 1, 1), new(year, 12, 31)).First(period => period.IsYear);

    private static StationTrend Of(AirItem item, List<AirPeriodFigures> years, AirRules rules)
    {
        var values = years.ConvertAll(year => new YearValue(year.Period.From.Year, ValueOf(year[item]), year[item].ValidDays));
        return new(item, values, AirTrend.Compute([.. values.Select(year => year.Value?.Exact).OfType<decimal>()], rules));
    }

    private static Reported? ValueOf(AirPeriodItem figures) => !figures.IsValid ? null : figures.Item is AirItem.Co or AirItem.O3 ? figures.Percentile : figures.Mean;
}
