using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>复核: a second post agrees with the first, or sends the proposal back. What both agree on holds in the sums when it returns.</summary>
public static class SettleReview
{
    public sealed record Request(Guid Review, bool Agrees, string Post, string Note, int Version);

    public static async Task<Outcome<HourReview>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<HourReview>().SingleOrDefaultAsync(review => review.Id == request.Review, ct) is not { } review)
        {
            return Refusal.NotFound("MON-059");
        }

        var settled = await db.SaveAsync(review.Settle(request.Agrees, request.Post, request.Note, request.Version, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
        if (!settled.IsRefused && settled.Value.IsDecided)
        {
            _ = await ApplyReviews.RunAsync(stores, clock, ct);
        }

        return settled;
    }
}
