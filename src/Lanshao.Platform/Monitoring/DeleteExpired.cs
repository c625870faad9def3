using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>清理到期的报文和实时数据: on the first of a month what is older than the settings say leaves the store, counted. Frames that wait for their readings or for a person's decision stay, and sums are never touched.</summary>
public static class DeleteExpired
{
    public const string Code = "monitoring.expire";
    internal const string MarkName = "kept readings";
    internal const string FramesMarkName = "kept frames";
    private static readonly TimeOnly Night = new(4, 10);

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
        // Hours that wait are summed first, and from then on no hour before the boundary is summed anew: its readings are gone.
        if (ExpiredData.KeptFromUtc(ChinaTime.Today(clock), kept.Moments) is { } keptFrom)
        {
            await new Rollups(stores, clock).DrainBeforeAsync(keptFrom, ct);
        }

        var expired = await ExpiredData.ReadAsync(stores, kept, ChinaTime.Today(clock), ct);
        await RecordAsync(stores.Business, expired, clock, ct);
        var frames = expired.FramesBeforeUtc is { } before ? await FramesAsync(stores, before, ct) : 0;
        var readings = expired.ReadingsBeforeUtc is { } from ? await ReadingsAsync(stores, from, ct) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{frames} {readings}");
    }

    // Before anything goes: a run that was cut off is on record, and its rest is on record again when it is taken up.
    private static async Task RecordAsync(Store business, ExpiredData expired, TimeProvider clock, CancellationToken ct)
    {
        await using var db = business.NewContext();
        var changes = expired.Changes();
        changes.ForEach(db.Announce);
        if (changes.Count > 0 && await db.SaveAsync(Actor.System, clock, ct) is { } refusal)
        {
            throw new InvalidOperationException($"What expires could not be put on record: {refusal.Code}.");
        }
    }

    // In the order of arrival, some thousand at a time: devices that report meanwhile wait for no more than that.
    private static async Task<long> FramesAsync(MonitoringStores stores, DateTime keptFromUtc, CancellationToken ct)
    {
        var mark = await MarkAsync(stores, FramesMarkName, keptFromUtc, ct);
        var held = await ExpiredData.HeldAsync(stores, ct);
        await using var session = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        var deleted = await LeavingMonths.FramesAsync(session, mark, held, keptFromUtc, ct);
        foreach (var (first, last) in ExpiredData.Stretches(session, mark, held, keptFromUtc))
        {
            await session.BeginAsync(ct);
            deleted += session.Execute(SeriesSql.DeleteFrames, first, last, keptFromUtc);
            await session.CommitAsync(ct);
        }

        await session.GiveBackAsync(ct);
        return deleted;
    }

    private static async Task<long> ReadingsAsync(MonitoringStores stores, DateTime keptFromUtc, CancellationToken ct)
    {
        _ = await MarkAsync(stores, MarkName, keptFromUtc, ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var deleted = await LeavingMonths.ReadingsAsync(session, keptFromUtc, ct);
        foreach (var device in ExpiredData.Series(session))
        {
            foreach (var span in ExpiredData.Spans)
            {
                deleted += await ReadingsAsync(session, device.Key, span, keptFromUtc, ct);
            }

            await session.BeginAsync(ct);
            deleted += device.Sum(series => ExpiredData.Spans.Sum(span => (long)session.Execute(SeriesSql.DeleteEarlierReadings, series.Device, series.Factor, span, keptFromUtc)));
            await session.CommitAsync(ct);
        }

        await session.GiveBackAsync(ct);
        return deleted;
    }

    // A day at a time, all factors together as they lie: whoever writes meanwhile waits for no more than that.
    private static async Task<long> ReadingsAsync(BulkSession session, int device, ReadingSpan span, DateTime keptFromUtc, CancellationToken ct)
    {
        var deleted = 0L;
        for (var end = DateTime.UnixEpoch; session.Instant(SeriesSql.FirstReading, device, span, end) is { } first && first < keptFromUtc;)
        {
            end = first.AddDays(1) < keptFromUtc ? first.AddDays(1) : keptFromUtc;
            await session.BeginAsync(ct);
            deleted += session.Execute(SeriesSql.DeleteReadings, device, span, first, end, keptFromUtc);
            await session.CommitAsync(ct);
        }

        return deleted;
    }

    // Noted before the first row goes, so that no page ever calls missing what was deleted. Returns how far the journal is worked off.
    private static async Task<long> MarkAsync(MonitoringStores stores, string name, DateTime keptFromUtc, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        _ = session.Execute(SeriesSql.MoveMark, name, UtcMilliseconds(keptFromUtc));
        await session.CommitAsync(ct);
        return session.Number(SeriesSql.MarkOf, Derivation.MarkName);
    }

    internal static long UtcMilliseconds(DateTime instantUtc) => (long)(instantUtc - DateTime.UnixEpoch).TotalMilliseconds;
}
