using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>How many whole months are kept beside the current one; 0 for ever.</summary>
/// <param name="Journal">Frames as they came.</param>
/// <param name="Moments">Readings of moments and minutes; hours, days and months stay for ever.</param>
public sealed record KeptMonths(int Journal, int Moments);

/// <summary>清理到期的报文和实时数据: on the first of a month what is older than the settings say leaves the store, counted. Frames that wait for their readings or for a person's decision stay, and sums are never touched.</summary>
public static class DeleteExpired
{
    public const string Code = "monitoring.expire";
    internal const string MarkName = "kept readings";
    private const int FramesTogether = 5_000;
    private static readonly TimeOnly Night = new(4, 10);
    private static readonly ReadingSpan[] Expiring = [ReadingSpan.Realtime, ReadingSpan.Minute];

    /// <summary>Returns the work.</summary>
    /// <param name="stores">Opens the parts of the room.</param>
    /// <param name="kept">What the settings say.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores, KeptMonths kept) => new(Code, "清理到期的报文和实时数据", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        return opened.IsRefused ? opened.Refusal : await RunAsync(opened.Value, kept, run.Clock, ct);
    });

    /// <summary>Returns its times: the first of every month at night.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Night, day => day.Day == 1);

    /// <summary>Deletes what has expired; returns how many frames and how many readings that were.</summary>
    public static async Task<string> RunAsync(MonitoringStores stores, KeptMonths kept, TimeProvider clock, CancellationToken ct)
    {
        var today = ChinaTime.Today(clock);
        var frames = kept.Journal == 0 ? 0 : await FramesAsync(stores, KeptFromUtc(today, kept.Journal), ct);
        var readings = kept.Moments == 0 ? 0 : await ReadingsAsync(stores, KeptFromUtc(today, kept.Moments), clock, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{frames} {readings}");
    }

    private static DateTime KeptFromUtc(DateOnly today, int months) => ChinaTime.StartUtc(new DateOnly(today.Year, today.Month, 1).AddMonths(-months));

    // In the order of arrival, some thousand at a time: devices that report meanwhile wait for no more than that.
    private static async Task<long> FramesAsync(MonitoringStores stores, DateTime keptFromUtc, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        var mark = await MonitoringQueries.MarkAsync(series, ct);
        var held = await series.Set<HeldFrame>().AsNoTracking().Where(frame => !frame.IsSettled).OrderBy(frame => frame.Seq).Select(frame => frame.Seq).ToListAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        var deleted = 0L;
        for (var first = session.Number(SeriesSql.NextFrame, 0L); first > 0 && first <= mark && session.Instant(SeriesSql.FrameReceived, first) < keptFromUtc;)
        {
            var last = Math.Min(first + FramesTogether - 1, mark);
            var kept = held.Find(seq => seq >= first && seq <= last);
            var end = kept == 0 ? last : kept - 1;
            await session.BeginAsync(ct);
            deleted += session.Execute(SeriesSql.DeleteFrames, first, end, keptFromUtc);
            await session.CommitAsync(ct);
            first = session.Number(SeriesSql.NextFrame, kept == 0 ? last : kept);
        }

        return deleted;
    }

    // Hours that wait are summed first, and from then on no hour before the boundary is summed anew: its readings are gone.
    private static async Task<long> ReadingsAsync(MonitoringStores stores, DateTime keptFromUtc, TimeProvider clock, CancellationToken ct)
    {
        _ = await new Rollups(stores, clock).DrainAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        _ = session.Execute(SeriesSql.MoveMark, MarkName, UtcMilliseconds(keptFromUtc));
        await session.CommitAsync(ct);
        var deleted = 0L;
        foreach (var (device, factor) in Series(session))
        {
            await session.BeginAsync(ct);
            foreach (var span in Expiring)
            {
                deleted += session.Execute(SeriesSql.DeleteReadings, device, factor, span, keptFromUtc);
                deleted += session.Execute(SeriesSql.DeleteEarlierReadings, device, factor, span, keptFromUtc);
            }

            await session.CommitAsync(ct);
        }

        return deleted;
    }

    internal static long UtcMilliseconds(DateTime instantUtc) => (long)(instantUtc - DateTime.UnixEpoch).TotalMilliseconds;

    private static List<(int Device, string Factor)> Series(BulkSession session)
    {
        var series = new List<(int, string)>();
        using var rows = session.Rows(SeriesSql.SummedSeries, RollupSpan.Month);
        while (rows.Next())
        {
            series.Add((rows.Count(0), rows.Text(1)!));
        }

        return series;
    }
}
