using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Roads;

/// <summary>One stretch in a period.</summary>
/// <param name="Load">What was measured.</param>
/// <param name="TimesAmongWorst">How often it was among the city's worst in the periods of the year up to this one.</param>
public sealed record RoadDustLine(RoadDustLoad Load, int TimesAmongWorst)
{
    /// <summary>Gets whether it is among the city's worst in this period.</summary>
    public bool IsAmongWorst => Load.CityRank <= RoadDustTable.Worst;
}

/// <summary>道路尘负荷 of a period: the stretches, the highest first, with their plain mean.</summary>
/// <param name="Period">The period.</param>
/// <param name="Lines">The stretches.</param>
public sealed record RoadDustTable(Period Period, IReadOnlyList<RoadDustLine> Lines)
{
    /// <summary>The city's last places that are told by name.</summary>
    public const int Worst = 30;

    /// <summary>Gets the mean of the stretches, exact; null without one.</summary>
    public decimal? Mean => Lines.Count == 0 ? null : Lines.Sum(line => line.Load.LoadGPerM2) / Lines.Count;

    /// <summary>Returns the periods that have values, the newest first.</summary>
    public static async Task<IReadOnlyList<Period>> PeriodsAsync(LanshaoContext db, CancellationToken ct)
    {
        var periods = await db.Set<RoadDustLoad>().AsNoTracking().Where(load => load.VoidedUtc == null).Select(load => load.Period).Distinct().ToListAsync(ct);
        return [.. periods.OrderByDescending(period => period.To).ThenBy(period => period.From)];
    }

    /// <summary>Reads a period. Periods are counted where they are of the same year and end no later.</summary>
    public static async Task<RoadDustTable> ReadAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(period.To.Year, 1, 1), period.To);
        var year = await db.Set<RoadDustLoad>().AsNoTracking().Where(load => load.VoidedUtc == null && load.ToOn >= first && load.ToOn <= last).ToListAsync(ct);
        var worst = year.Where(load => load.CityRank <= Worst && load.Period.Kind == period.Kind).ToLookup(load => (load.Road, load.Stretch));
        var lines = year.Where(load => load.Period == period).OrderByDescending(load => load.LoadGPerM2).ThenBy(load => load.CityRank ?? int.MaxValue).ThenBy(load => load.Road, StringComparer.Ordinal).ThenBy(load => load.Stretch, StringComparer.Ordinal);
        return new(period, [.. lines.Select(load => new RoadDustLine(load, worst[(load.Road, load.Stretch)].Count()))]);
    }
}
