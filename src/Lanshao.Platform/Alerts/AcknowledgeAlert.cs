using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts;

/// <summary>签收.</summary>
public static class AcknowledgeAlert
{
    public sealed record Request(Guid Alert, string Post, int Version);

    public static async Task<Outcome<Alert>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await AlertQueries.TrackedAsync(db, request.Alert, ct) is not { } alert)
        {
            return Refusal.NotFound("ALR-005");
        }

        var taken = alert.Acknowledge(request.Post.Trim(), request.Version, actor, ChinaTime.NowUtc(clock));
        if (!taken.IsRefused)
        {
            await NoticeBook.TakeAsync(db, alert.NoticeSubject, alert.TakenPost!, actor, alert.TakenUtc!.Value, ct);
        }

        return await db.SaveAsync(taken, actor, clock, ct);
    }
}
