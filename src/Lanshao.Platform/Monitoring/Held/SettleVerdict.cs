using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>复核: a second post agrees that frames hold, or sends the proposal back. What both agree on holds in the readings and sums when it returns.</summary>
public static class SettleVerdict
{
    public sealed record Request(Guid Verdict, bool Agrees, string Post, string Note, int Version);

    public static async Task<Outcome<FrameVerdict>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<FrameVerdict>().SingleOrDefaultAsync(verdict => verdict.Id == request.Verdict, ct) is not { } verdict)
        {
            return Refusal.NotFound("MON-065");
        }

        var settled = await db.SaveAsync(verdict.Settle(request.Agrees, request.Post, request.Note, request.Version, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
        if (!settled.IsRefused && settled.Value.State == VerdictState.Released)
        {
            _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        }

        return settled;
    }
}
