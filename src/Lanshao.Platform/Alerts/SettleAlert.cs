using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts;

/// <summary>办结.</summary>
public static class SettleAlert
{
    public sealed record Request(Guid Alert, int Version);

    public static async Task<Outcome<Alert>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await AlertQueries.TrackedAsync(db, request.Alert, ct) is not { } alert
            ? Refusal.NotFound("ALR-005")
            : await db.SaveAsync(alert.Settle(request.Version, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
}
