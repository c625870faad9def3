using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts;

/// <summary>签收.</summary>
public static class AcknowledgeAlert
{
    public sealed record Request(Guid Alert, string Post, int Version);

    public static async Task<Outcome<Alert>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await AlertQueries.TrackedAsync(db, request.Alert, ct) is not { } alert
            ? Refusal.NotFound("ALR-005")
            : await db.SaveAsync(alert.Acknowledge(request.Post.Trim(), request.Version, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
}
