using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>复核: a second post agrees that frames hold or that a verdict is taken back, or sends the proposal back. What both agree on holds in the readings and sums when it returns.</summary>
public static class SettleVerdict
{
    public sealed record Request(Guid Verdict, bool Agrees, string Post, string Note, int Version);

    public static async Task<Outcome<FrameVerdict>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<FrameVerdict>().SingleOrDefaultAsync(verdict => verdict.Id == request.Verdict, ct) is not { } verdict)
        {
            return Refusal.NotFound("MON-065");
        }

        var opinion = verdict.Settle(request.Agrees, request.Post, request.Note, request.Version, actor, ChinaTime.NowUtc(clock));
        if (!opinion.IsRefused && verdict.State == VerdictState.Revokes)
        {
            (await db.Set<FrameVerdict>().SingleAsync(undone => undone.Id == verdict.Undoes, ct)).Revoke();
        }

        var settled = await db.SaveAsync(opinion, actor, clock, ct);
        if (!settled.IsRefused && settled.Value.State is VerdictState.Released or VerdictState.Revokes)
        {
            _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        }

        return settled;
    }
}
