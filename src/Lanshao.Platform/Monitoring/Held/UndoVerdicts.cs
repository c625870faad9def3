using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>Makes the readings say again what they said before a verdict that was taken back; its frames wait again. Where a later frame stands meanwhile, it goes on standing. A run that was cut off is taken up by the next.</summary>
internal static class UndoVerdicts
{
    /// <summary>Brings readings and sums in line; returns how many verdicts were taken back.</summary>
    public static async Task<int> RunAsync(LanshaoContext db, MonitoringStores stores, TimeProvider clock, CancellationToken ct)
    {
        var done = 0;
        foreach (var verdict in await db.Set<FrameVerdict>().Where(verdict => verdict.State == VerdictState.Revokes).OrderBy(verdict => verdict.FirstUtc).ToListAsync(ct))
        {
            await using var series = stores.Series.NewContext();
            if (await HeldQueries.SettledAsync(series, verdict.Undoes!.Value, ct) is { Count: > 0 } frames)
            {
                await UndoAsync(db, stores, verdict, frames, clock, ct);
                done++;
            }
        }

        return done;
    }

    private static async Task UndoAsync(LanshaoContext db, MonitoringStores stores, FrameVerdict verdict, List<HeldFrame> frames, TimeProvider clock, CancellationToken ct)
    {
        var undone = await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(known => known.Id == verdict.Undoes, ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var values = undone.Before is null ? [] : await ValuesAsync(db, stores, verdict.Mn, frames, ct);
        List<(int Device, string Factor, DateTime HourUtc)> hours = [.. values.Where(value => value.Value.Span != ReadingSpan.Day).Select(value => (value.Device, value.Value.Factor, value.HourUtc)).Distinct()];
        if (undone.Before is not null)
        {
            await new Rollups(stores, clock).PutAsync(hours, ct);
            verdict.Keep(VerdictFigures.Read(session, verdict.Reason, values));
            _ = await db.SaveAsync(Actor.System, clock, ct);
        }

        var nowUtc = ChinaTime.NowUtc(clock);
        await session.BeginAsync(ct);
        _ = session.Execute(SeriesSql.ReopenHeldFrames, $"{verdict.Undoes}");
        values.ForEach(value => TakeBack(session, value));
        hours.ForEach(hour => session.Execute(SeriesSql.DeleteEmptyHour, hour.Device, hour.Factor, hour.HourUtc, hour.HourUtc.AddHours(1)));
        hours.ForEach(hour => session.Execute(SeriesSql.InsertRollupDue, hour.Device, hour.Factor, hour.HourUtc, nowUtc));
        FindLatest(session, values);
        await session.CommitAsync(ct);
        await new Rollups(stores, clock).PutAsync(hours, ct);
    }

    // What the frames say, and under the number of the last of them what they had overruled.
    private static async Task<List<DerivedReading>> ValuesAsync(LanshaoContext db, MonitoringStores stores, string mn, List<HeldFrame> frames, CancellationToken ct)
    {
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(known => known.Mn == mn, ct);
        await using var journal = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        var values = HeldValues.Read(journal, device, frames);
        return [.. values.Readings, .. values.Overruled.Select(value => value with { Seq = frames[^1].Seq })];
    }

    private static void TakeBack(BulkSession session, DerivedReading reading)
    {
        var (device, value, seq) = reading;
        if (session.Execute(SeriesSql.KeepReadingOf, device, value.Factor, value.Span, value.StartUtc, seq) == 0
            || session.Execute(SeriesSql.RestoreReading, device, value.Factor, value.Span, value.StartUtc) > 0)
        {
            return;
        }

        _ = session.Execute(SeriesSql.SinkEarlier, device, value.Factor, value.Span, value.StartUtc, Depth(session, reading));
        _ = session.Execute(SeriesSql.DeleteReading, device, value.Factor, value.Span, value.StartUtc);
    }

    private static int Depth(BulkSession session, DerivedReading reading)
    {
        using var rows = session.Rows(SeriesSql.EarlierRevisions, reading.Device, reading.Value.Factor, reading.Value.Span, reading.Value.StartUtc);
        return rows.Next() ? 1 + rows.Count(1) - Math.Min(0, rows.Count(0)) : 1;
    }

    private static void FindLatest(BulkSession session, IEnumerable<DerivedReading> values)
    {
        foreach (var (device, factor) in values.Where(value => value.Value.Span == ReadingSpan.Realtime).Select(value => (value.Device, value.Value.Factor)).Distinct())
        {
            _ = session.Execute(SeriesSql.DeleteLatest, factor, device);
            _ = session.Execute(SeriesSql.FindLatest, factor, device);
        }
    }
}
