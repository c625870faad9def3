using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation;

/// <summary>What is left of a yearly target beside what the same days of past years were: whether weather as it has been would keep the target.</summary>
/// <param name="Limit">What is left.</param>
/// <param name="Past">The mean of the same days in past years, the newest first; years without enough valid days are left out.</param>
public sealed record RemainingBand(RemainingLimit Limit, IReadOnlyList<PastMean> Past)
{
    /// <summary>Gets in how many of the past years the days left would have kept the limit; null where there is none to compare with.</summary>
    public int? Kept => Past.Count == 0 || Limit.Left.Mean is not { } left ? null : Past.Count(year => year.Mean <= left.Exact);
}

/// <summary>The mean of the days left in one past year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Mean">The mean, exact.</param>
public sealed record PastMean(int Year, decimal Mean);

/// <summary>剩余空间: the newest remaining limit of each subdistrict with the band of past years.</summary>
public static class RemainingBands
{
    private const int YearsBack = 3;
    private const int DaysBack = 31;

    /// <summary>Reads them up to a civil day; a subdistrict without a target or a valid mean is left out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="stores">Where the hours lie.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="to">The last day that counts.</param>
    /// <param name="targetOf">The yearly target of a place.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<RemainingBand>> ReadAsync(LanshaoContext db, MonitoringStores stores, string indicator, DateOnly to, Func<string, Place, YearTarget?> targetOf, CancellationToken ct)
    {
        var from = to.DayOfYear > DaysBack ? to.AddDays(-DaysBack) : new DateOnly(to.Year, 1, 1);
        var limits = await RemainingLimits.ReadAsync(db, stores, indicator, from, to, targetOf, ct);
        var bands = new List<RemainingBand>();
        foreach (var limit in limits.GroupBy(limit => limit.Area).Select(area => area.MaxBy(limit => limit.On)!))
        {
            var past = new List<PastMean>();
            for (var year = limit.On.Year - 1; year >= limit.On.Year - YearsBack && limit.Left.DaysLeft > 0; year--)
            {
                var first = limit.On.AddDays(1).AddYears(year - limit.On.Year);
                if (await RemainingLimits.MeanAsync(db, stores, indicator, limit.Area, Period.Spanning(first, new(year, 12, 31)), ct) is { } mean)
                {
                    past.Add(new(year, mean));
                }
            }

            bands.Add(new(limit, past));
        }

        return bands;
    }
}
