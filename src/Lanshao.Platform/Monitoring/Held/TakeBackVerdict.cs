using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>撤销裁定: a verdict about frames is taken back, with a reason. One that changed figures needs a second post (<see cref="SettleVerdict"/>); then what stood before stands again, and the frames wait as before.</summary>
public static class TakeBackVerdict
{
    public sealed record Request(Guid Verdict, string Reason, string Post, int Version);

    /// <returns>The verdict that takes the other back; MON-065 where there is none, MON-057 for a stale form, MON-117 for one that cannot be taken back, MON-053 and MON-054 without reason or post, MON-066 where something of these frames waits for a second post, MON-118 where frames or readings have left the store.</returns>
    public static async Task<Outcome<FrameVerdict>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<FrameVerdict>().SingleOrDefaultAsync(known => known.Id == request.Verdict, ct) is not { } verdict)
        {
            return Refusal.NotFound("MON-065");
        }

        if (await RefusalOfAsync(db, stores, request, verdict, ct) is { } refusal)
        {
            return refusal;
        }

        var back = FrameVerdict.TakeBack(verdict, request.Reason, request.Post, actor, ChinaTime.NowUtc(clock));
        if (back.State == VerdictState.Revokes)
        {
            verdict.Revoke();
        }

        db.Add(back);
        var saved = await db.SaveAsync<FrameVerdict>(back, actor, clock, ct);
        if (!saved.IsRefused && back.State == VerdictState.Revokes)
        {
            _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        }

        return saved;
    }

    private static async Task<Refusal?> RefusalOfAsync(LanshaoContext db, MonitoringStores stores, Request request, FrameVerdict verdict, CancellationToken ct) =>
        request.Version != verdict.Version ? Refusal.Conflict("MON-057", ("state", VerdictWords.Of(verdict.State)))
        : !verdict.CanBeRevoked ? Refusal.Conflict("MON-117", ("state", VerdictWords.Of(verdict.State)))
        : request.Reason.Length is 0 or > FrameVerdict.LongestText ? Refusal.Invalid("MON-053", ("most", $"{FrameVerdict.LongestText}"))
        : request.Post.Length is 0 or > HourReview.LongestPost ? Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"))
        : await IsUnderWayAsync(db, verdict, ct) ? Refusal.Conflict("MON-066")
        : verdict.State != VerdictState.Proposed && !await IsThereAsync(stores, verdict, ct) ? Refusal.Conflict("MON-118")
        : null;

    private static Task<bool> IsUnderWayAsync(LanshaoContext db, FrameVerdict verdict, CancellationToken ct) => db.Set<FrameVerdict>().AnyAsync(
        other => other.Id != verdict.Id && other.Mn == verdict.Mn && other.State == VerdictState.Proposed && other.Reason == verdict.Reason && other.FirstSeq <= verdict.LastSeq && other.LastSeq >= verdict.FirstSeq, ct);

    // What was let hold is undone by what the frames say: they and the readings must still be there.
    private static async Task<bool> IsThereAsync(MonitoringStores stores, FrameVerdict verdict, CancellationToken ct)
    {
        await using (var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct))
        {
            await session.BeginAsync(ct);
            _ = session.Execute(SeriesSql.NoteHeldBy, verdict.Mn, verdict.Reason, verdict.FirstSeq, verdict.LastSeq, $"{verdict.Id}");
            await session.CommitAsync(ct);
        }

        await using var series = stores.Series.NewContext();
        await using var journal = stores.Journal.NewContext();
        var held = await HeldQueries.SettledAsync(series, verdict.Id, ct);
        var gone = (await MonitoringQueries.ExpiredBeforeAsync(series, ct)).ReadingsUtc;
        if (verdict.State == VerdictState.Released && held.Exists(frame => gone is { } before && frame.DataUtc < before))
        {
            return false;
        }

        foreach (var frame in held)
        {
            var (stored, earlier) = await HeldQueries.ContentsAsync(journal, frame.Seq, ct);
            if (stored is null || (verdict.Reason == HeldReason.OtherContent && earlier.Count == 0))
            {
                return false;
            }
        }

        return true;
    }
}
