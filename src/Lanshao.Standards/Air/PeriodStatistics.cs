using System.Globalization;

namespace Lanshao.Standards.Air;

/// <summary>The statistics of one period: means, percentiles, validity, attainment, composite index.</summary>
internal static class PeriodStatistics
{
    public static AirPeriodFigures Of(AirPeriod period, DateOnly first, int days, DayColumn?[] columns, PeriodCounts counts, AirLimitSet? limits)
    {
        var rules = AirRules.InForceOn(period.To);
        var (from, to) = (Clamp(period.From, first, days), Clamp(period.To.AddDays(1), first, days));
        var items = new AirPeriodItem[AirItems.Basic.Count];
        Span<decimal> figures = stackalloc decimal[items.Length];
        var complete = limits is not null;
        for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
        {
            var column = columns[(int)item];
            var statistic = column?.Statistic(from, to, rules.Percentile(item)) ?? default;
            var reason = Shortage(period, item, column, first, days, rules);
            items[(int)item] = Against(column, from, to, limits, Judged(item, statistic, reason, period, rules, limits));
            var figure = rules.JudgesMean(item) ? statistic.Mean : statistic.Percentile;
            complete &= figure is not null;
            figures[(int)item] = figure ?? 0m;
        }

        var (valid, good, heavy) = counts.Of(from, to);
        var composite = complete ? CompositeIndex.Compute(figures, limits!) : null;
        return new(period, rules.Edition.Id, limits?.Edition.Id, items, good, heavy, valid, to - from, composite?.Sum, composite?.Largest);
    }

    private static int Clamp(DateOnly day, DateOnly first, int days) => Math.Clamp(day.DayNumber - first.DayNumber, 0, days);

    private static AirPeriodItem Judged(AirItem item, AirStatistic statistic, AirPeriodReason? reason, AirPeriod period, AirRules rules, AirLimitSet? limits)
    {
        var decimals = AirPrecision.Statistic(item);
        bool? meets = period.IsYear && reason is null && limits is not null && statistic is { Mean: { } mean, Percentile: { } percentile }
            ? (!rules.JudgesMean(item) || Meets(item, mean, limits.Limit(item, AirAveraging.Year)))
                && Meets(item, percentile, limits.Limit(item, item == AirItem.O3 ? AirAveraging.EightHours : AirAveraging.Day))
            : null;
        return new(item, Figure(statistic.Mean, decimals), rules.Percentile(item), Figure(statistic.Percentile, decimals), statistic.ValidDays, reason, meets);
    }

    /// <summary>Days within the daily limit, and how far the worst day is above it; by reported values, as a day is judged.</summary>
    private static AirPeriodItem Against(DayColumn? column, int from, int to, AirLimitSet? limits, AirPeriodItem item)
    {
        if (column is null || item.ValidDays == 0 || limits?.Limit(item.Item, item.Item == AirItem.O3 ? AirAveraging.EightHours : AirAveraging.Day) is not { } limit)
        {
            return item;
        }

        var (limitInUnits, attaining, largest) = ((int)(limit * AirPrecision.UnitsOf(item.Item)), 0, 0);
        foreach (var reported in column.Reported.AsSpan(from, to - from))
        {
            attaining += reported >= 0 && reported <= limitInUnits ? 1 : 0;
            largest = Math.Max(largest, reported);
        }

        return item with { AttainingDays = attaining, DailyLimit = limit, LargestDay = new decimal(largest, 0, 0, false, (byte)AirPrecision.Daily(item.Item)) };
    }

    private static bool Meets(AirItem item, decimal value, decimal? limit) => AirPrecision.Rounded(item, value) <= limit;

    private static Reported? Figure(decimal? exact, int decimals) => exact is { } known ? Reported.Of(known, decimals) : null;

    /// <summary>GB 3095, table 4: 324 days a year and 27 (February 25) in each month; CO and O3, judged by percentiles alone, need the year's only.</summary>
    private static AirPeriodReason? Shortage(AirPeriod period, AirItem item, DayColumn? column, DateOnly first, int days, AirRules rules)
    {
        if (period.IsYear && Count(column, period.From, period.To) is var found && found < rules.DaysAYear)
        {
            return new(AirPeriodReason.Shortage.DaysOfYear, period.Code, found, rules.DaysAYear);
        }

        if (period.IsYear && !rules.JudgesMean(item))
        {
            return null;
        }

        for (var month = new DateOnly(period.From.Year, period.From.Month, 1); month <= period.To; month = month.AddMonths(1))
        {
            if (Count(column, month, month.AddMonths(1).AddDays(-1)) is var valid && valid < rules.DaysOfMonth(month.Month))
            {
                return new(AirPeriodReason.Shortage.DaysOfMonth, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), valid, rules.DaysOfMonth(month.Month));
            }
        }

        return null;

        int Count(DayColumn? of, DateOnly from, DateOnly to) => of is null ? 0 : of.ValidBefore(Clamp(to.AddDays(1), first, days)) - of.ValidBefore(Clamp(from, first, days));
    }
}
