using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>Makes the readings say what two posts decided about held frames: what they say takes its place as a later frame's would, what the frame before said and they do not say counts no longer, and nothing is deleted. A run that was cut off is taken up by the next.</summary>
public static class ApplyVerdicts
{
    /// <summary>Brings readings and sums in line; returns how many verdicts were carried out.</summary>
    public static async Task<int> RunAsync(MonitoringStores stores, TimeProvider clock, CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        var done = 0;
        foreach (var verdict in await OpenAsync(db, stores, ct))
        {
            await using var series = stores.Series.NewContext();
            var frames = await HeldQueries.FramesAsync(series, verdict.Mn, verdict.Reason, verdict.FirstSeq, verdict.LastSeq, ct);
            var device = await db.Set<Device>().AsNoTracking().SingleAsync(known => known.Mn == verdict.Mn, ct);
            await ApplyAsync(db, stores, verdict, device, frames, clock, ct);
            done++;
        }

        return done + await UndoVerdicts.RunAsync(db, stores, clock, ct);
    }

    private static async Task<List<FrameVerdict>> OpenAsync(LanshaoContext db, MonitoringStores stores, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        var devices = await series.Set<HeldFrame>().AsNoTracking().Where(frame => !frame.IsSettled).Select(frame => frame.Mn).Distinct().ToListAsync(ct);
        var decided = await db.Set<FrameVerdict>().Where(verdict => devices.Contains(verdict.Mn) && (verdict.State == VerdictState.Released || verdict.State == VerdictState.Kept)).OrderBy(verdict => verdict.FirstUtc).ToListAsync(ct);
        var open = new List<FrameVerdict>();
        foreach (var verdict in decided)
        {
            // What it has settled it has settled at once: frames of its stretch that wait again were let wait by another.
            var by = $"{verdict.Id}";
            if (!await series.Set<HeldFrame>().AnyAsync(frame => frame.SettledBy == by, ct) && await series.Set<HeldFrame>().AnyAsync(frame => !frame.IsSettled && frame.Mn == verdict.Mn && frame.Reason == verdict.Reason && frame.Seq >= verdict.FirstSeq && frame.Seq <= verdict.LastSeq, ct))
            {
                open.Add(verdict);
            }
        }

        return open;
    }

    private static async Task ApplyAsync(LanshaoContext db, MonitoringStores stores, FrameVerdict verdict, Device device, List<HeldFrame> frames, TimeProvider clock, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var values = verdict.State == VerdictState.Released ? await ValuesAsync(stores, device, frames, ct) : new([], []);
        List<(int Device, string Factor, DateTime HourUtc)> hours = [.. values.Readings.Concat(values.Overruled).Where(value => value.Value.Span != ReadingSpan.Day).Select(value => (value.Device, value.Value.Factor, value.HourUtc)).Distinct()];
        if (verdict.State == VerdictState.Released)
        {
            // Hours that still wait are summed first: what stands before is what all frames before say.
            await new Rollups(stores, clock).PutAsync(hours, ct);
            verdict.Keep(VerdictFigures.Read(session, verdict.Reason, values.Readings.Concat(values.Overruled)));
            _ = await db.SaveAsync(Actor.System, clock, ct);
        }

        var nowUtc = ChinaTime.NowUtc(clock);
        await session.BeginAsync(ct);
        new ReadingWriter(session, nowUtc).Write([.. values.Readings]);
        foreach (var value in values.Overruled)
        {
            Overrule(session, value, frames[^1].Seq, nowUtc);
        }

        foreach (var frame in frames)
        {
            _ = session.Execute(SeriesSql.SettleHeldFrame, frame.Seq, $"{verdict.Id}");
        }

        await session.CommitAsync(ct);
        await new Rollups(stores, clock).PutAsync(hours, ct);
    }

    private static async Task<HeldValues> ValuesAsync(MonitoringStores stores, Device device, List<HeldFrame> frames, CancellationToken ct)
    {
        await using var journal = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        return HeldValues.Read(journal, device, frames);
    }

    private static void Overrule(BulkSession session, DerivedReading value, long bySeq, DateTime nowUtc)
    {
        var (device, derived, seq) = value;
        if (session.Execute(SeriesSql.KeepReadingOf, device, derived.Factor, derived.Span, derived.StartUtc, seq) == 0)
        {
            return;
        }

        _ = session.Execute(SeriesSql.OverruleReading, device, derived.Factor, derived.Span, derived.StartUtc, bySeq, (int)ReadingDoubts.Overruled);
        _ = session.Execute(SeriesSql.OverruleLatest, derived.Factor, device, derived.StartUtc);
        if (derived.Span != ReadingSpan.Day)
        {
            _ = session.Execute(SeriesSql.InsertRollupDue, device, derived.Factor, value.HourUtc, nowUtc);
        }
    }
}
