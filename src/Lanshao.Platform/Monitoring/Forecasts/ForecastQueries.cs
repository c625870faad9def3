using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Forecasts;

/// <summary>What pages and rules ask about forecasts.</summary>
public static class ForecastQueries
{
    /// <summary>Returns what was forecast for some days, the days in order, what was said last first.</summary>
    public static async Task<IReadOnlyList<Forecast>> ForDaysAsync(LanshaoContext db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var found = await db.Set<Forecast>().AsNoTracking().Where(forecast => forecast.VoidedUtc == null && forecast.DueOn >= from && forecast.DueOn <= to).ToListAsync(ct);
        return [.. found.OrderBy(forecast => forecast.DueOn).ThenBy(forecast => forecast.Place.Code, StringComparer.Ordinal).ThenBy(forecast => forecast.Item, StringComparer.Ordinal).ThenByDescending(forecast => forecast.IssuedUtc).ThenBy(forecast => forecast.Source, StringComparer.Ordinal)];
    }

    /// <summary>Returns what tells whether anything about a day or later has changed: how many there are, and when the last one came.</summary>
    public static async Task<(int Count, DateTime? LastUtc)> NewsAsync(LanshaoContext db, DateOnly from, CancellationToken ct)
    {
        var standing = db.Set<Forecast>().AsNoTracking().Where(forecast => forecast.VoidedUtc == null && forecast.DueOn >= from);
        return (await standing.CountAsync(ct), await standing.MaxAsync(forecast => (DateTime?)forecast.StoredUtc, ct));
    }
}
