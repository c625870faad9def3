using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>Makes the sums say what the reviews decided: the hours that two posts declared invalid no longer count, nor their share of the day and month. Running it again changes nothing, so that a run that was cut off is taken up by the next.</summary>
public static class ApplyReviews
{
    /// <summary>Brings the sums in line; returns how many hours changed.</summary>
    public static async Task<int> RunAsync(MonitoringStores stores, TimeProvider clock, CancellationToken ct)
    {
        var (wanted, stored) = (await WantedAsync(stores, ct), await StoredAsync(stores, ct));
        var changed = wanted.Except(stored).Concat(stored.Except(wanted)).ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        await using (var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct))
        {
            var nowUtc = ChinaTime.NowUtc(clock);
            await session.BeginAsync(ct);
            foreach (var (device, factor, startUtc) in changed)
            {
                _ = session.Execute(wanted.Contains((device, factor, startUtc)) ? SeriesSql.InsertInvalidHour : SeriesSql.DeleteInvalidHour, device, factor, startUtc);
                _ = session.Execute(SeriesSql.InsertRollupDue, device, factor, startUtc, nowUtc);
            }

            await session.CommitAsync(ct);
        }

        await new Rollups(stores, clock).PutAsync(changed, ct);
        return changed.Count;
    }

    // Of several decisions on an hour the last one holds.
    private static async Task<HashSet<(int Device, string Factor, DateTime StartUtc)>> WantedAsync(MonitoringStores stores, CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        var reviews = await db.Set<HourReview>().AsNoTracking().Where(review => review.State == ReviewState.Invalid || review.State == ReviewState.Reinstated)
            .Select(review => new { review.Id, review.DeviceNumber, review.Factor, review.FromUtc, review.Hours, review.State, review.SecondUtc }).ToListAsync(ct);
        var invalid = new HashSet<(int, string, DateTime)>();
        foreach (var review in reviews.OrderBy(review => review.SecondUtc).ThenBy(review => review.Id))
        {
            for (var hour = 0; hour < review.Hours; hour++)
            {
                var key = (review.DeviceNumber, review.Factor, review.FromUtc.AddHours(hour));
                _ = review.State == ReviewState.Invalid ? invalid.Add(key) : invalid.Remove(key);
            }
        }

        return invalid;
    }

    private static async Task<HashSet<(int Device, string Factor, DateTime StartUtc)>> StoredAsync(MonitoringStores stores, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        var hours = await series.Set<InvalidHour>().AsNoTracking().Select(hour => new { hour.DeviceNumber, hour.Factor, hour.StartUtc }).ToListAsync(ct);
        return [.. hours.Select(hour => (hour.DeviceNumber, hour.Factor, hour.StartUtc))];
    }
}
