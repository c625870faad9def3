using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts;

/// <summary>登记结果: what came of an alert.</summary>
public static class ConcludeAlert
{
    public sealed record Request(Guid Alert, AlertOutcome Outcome, string Scene, int Version);

    public static async Task<Outcome<Alert>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (!AlertWords.Choices.Contains(request.Outcome))
        {
            return Refusal.Invalid("ALR-003", ("most", $"{Alert.LongestNote}"));
        }

        return await AlertQueries.TrackedAsync(db, request.Alert, ct) is not { } alert
            ? Refusal.NotFound("ALR-005")
            : await db.SaveAsync(alert.Conclude(request.Outcome, request.Scene.Trim(), request.Version, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
    }
}
