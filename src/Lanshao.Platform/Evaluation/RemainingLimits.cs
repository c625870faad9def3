using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation;

/// <summary>What is left of the yearly target of one subdistrict at the end of a day.</summary>
/// <param name="Area">The subdistrict.</param>
/// <param name="Name">Its name.</param>
/// <param name="On">The last day that is counted.</param>
/// <param name="Mean">The mean from 1 January, exact.</param>
/// <param name="Target">The target.</param>
/// <param name="Left">剩余时段控制线: the mean that the days left may have, rounded down; null on the last day of the year.</param>
public sealed record RemainingLimit(string Area, string Name, DateOnly On, decimal Mean, YearTarget Target, RemainingBudget Left);

/// <summary>剩余时段控制线 day by day, from the stored hours of the official stations of each subdistrict: what the rules watch between two bulletins.</summary>
public static class RemainingLimits
{
    // GB 3095 asks for 27 days of 30; a stretch of another length needs the same share.
    private const int DaysNeeded = 27;
    private const int DaysOfMonth = 30;

    /// <summary>Gets the indicators that have hours behind them.</summary>
    public static IReadOnlyCollection<string> Indicators => SheetStation.Indicators;

    /// <summary>Reads the limits of every subdistrict whose stations have hours, for some civil days of one year; a day whose mean is not valid is left out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="stores">Where the hours lie.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, in the same year.</param>
    /// <param name="targetOf">The yearly target of a place.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<RemainingLimit>> ReadAsync(LanshaoContext db, MonitoringStores stores, string indicator, DateOnly from, DateOnly to, Func<string, Place, YearTarget?> targetOf, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || pack.Value.Read(IndicatorList.Part).ByCode.GetValueOrDefault(indicator) is not { AreaSet: { } set } known || SheetStation.ItemOf(known) is not { } item)
        {
            return [];
        }

        var limits = new List<RemainingLimit>();
        foreach (var code in pack.Value.District.AreaSets[set].Members)
        {
            if (targetOf(indicator, Place.Subdistrict(code)) is not { } target || target.Year != to.Year)
            {
                continue;
            }

            // One subdistrict at a time: a year of hours is not held for the whole district.
            var air = await StoredAir.ReadAsync(db, stores, new(new(to.Year, 1, 1), to) { Subdistrict = code }, ct);
            if (!air.IsRefused && MeanOf(air.Value, code, item) is { } mean)
            {
                limits.AddRange(Days(from, to).Select(on => Of(code, pack.Value.District.FindSubdistrict(code)?.Name ?? code, on, mean, item, target)).OfType<RemainingLimit>());
            }
        }

        return limits;
    }

    /// <summary>Returns the exact mean of a stretch of days in a subdistrict; null without enough valid days.</summary>
    internal static async Task<decimal?> MeanAsync(LanshaoContext db, MonitoringStores stores, string indicator, string area, Period days, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || pack.Value.Read(IndicatorList.Part).ByCode.GetValueOrDefault(indicator) is not { } known || SheetStation.ItemOf(known) is not { } item)
        {
            return null;
        }

        var air = await StoredAir.ReadAsync(db, stores, new(days.From, days.To) { Subdistrict = area }, ct);
        return air.IsRefused || MeanOf(air.Value, area, item) is not { } mean || mean.Figures(AirPeriod.Between(days.From, days.To)).InForce[item] is not { Mean: { } figure } figures || figures.ValidDays * DaysOfMonth < days.Days * DaysNeeded
            ? null
            : figure.Exact;
    }

    private static EvaluatedAir? MeanOf(StoredAir air, string area, AirItem item)
    {
        var own = air.Stations.Where(station => StoredAir.OfficialTiers.Contains(station.Station.Tier) && station.Hours[item] is not null).ToList();
        var tier = own.Count == 0 ? (StationTier?)null : StoredAir.OfficialTiers.First(known => own.Exists(station => station.Station.Tier == known));
        return tier is null ? null : EvaluatedAir.MeanOf(area, [.. own.Where(station => station.Station.Tier == tier).Select(station => station.Air)]);
    }

    private static RemainingLimit? Of(string area, string name, DateOnly on, EvaluatedAir air, AirItem item, YearTarget target)
    {
        var first = new DateOnly(on.Year, 1, 1);
        var figures = air.Figures(AirPeriod.Between(first, on)).InForce[item];
        var days = on.DayNumber - first.DayNumber + 1;
        if (figures.Mean is not { } mean || figures.ValidDays * DaysOfMonth < days * DaysNeeded)
        {
            return null;
        }

        var left = target.IsJudgedRounded
            ? RemainingBudget.ComputeRounded(target.Value, Rounding.DecimalsOf(target.Value), mean.Exact, first, on)
            : RemainingBudget.Compute(target.Value, mean.Exact, first, on);
        return new(area, name, on, mean.Exact, target, left);
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays);
}
