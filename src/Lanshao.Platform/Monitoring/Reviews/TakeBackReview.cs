using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>撤销审核: what changed no figure is taken back by one post. What two posts decided is taken back by two: the opposite is proposed and waits for a second post, whose agreement computes the figures anew.</summary>
public static class TakeBackReview
{
    private const string Mark = "撤销审核：";

    /// <summary>How long a reason may be.</summary>
    public const int LongestReason = HourReview.LongestText - 5;

    public sealed record Request(Guid Review, string Reason, string Post, int Version);

    /// <returns>The review that was taken back, or the proposal of the opposite; MON-059 where there is none, MON-057 for a stale form, MON-117 for one that holds no longer, MON-053 and MON-054 without reason or post, and what <see cref="ProposeReview"/> refuses.</returns>
    public static async Task<Outcome<HourReview>> RunAsync(LanshaoContext db, MonitoringStores stores, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<HourReview>().SingleOrDefaultAsync(known => known.Id == request.Review, ct) is not { } review)
        {
            return Refusal.NotFound("MON-059");
        }

        var others = await ReviewQueries.OfHoursAsync(db, review.Mn, review.Factor, review.FromUtc, review.EndUtc, ct);
        if (RefusalOf(request, review, others) is { } refusal)
        {
            return refusal;
        }

        if (!review.IsDecided)
        {
            review.Withdraw(request.Post, request.Reason, actor, ChinaTime.NowUtc(clock));
            return await db.SaveAsync<HourReview>(review, actor, clock, ct);
        }

        var (opposite, reason) = review.State == ReviewState.Invalid
            ? (ReviewConclusion.Valid, string.Empty)
            : (ReviewConclusion.Invalid, others.First(other => other.State == ReviewState.Invalid).ReasonCode);
        return await ProposeReview.RunAsync(db, stores, files, new(review.Mn, review.Factor, review.FromUtc, review.Hours, opposite, reason, Mark + request.Reason, null, request.Post), actor, clock, ct);
    }

    // Of what two posts decided only the last on these hours holds.
    private static Refusal? RefusalOf(Request request, HourReview review, IReadOnlyList<HourReview> others) =>
        request.Version != review.Version ? Refusal.Conflict("MON-057", ("state", ReviewWords.Of(review.State)))
        : review.State is ReviewState.Returned or ReviewState.Withdrawn || (review.IsDecided && others.Where(other => other.IsDecided).OrderBy(other => other.SecondUtc).ThenBy(other => other.Id).Last().Id != review.Id) ? Refusal.Conflict("MON-117", ("state", ReviewWords.Of(review.State)))
        : request.Reason.Length is 0 or > LongestReason ? Refusal.Invalid("MON-053", ("most", $"{LongestReason}"))
        : request.Post.Length is 0 or > HourReview.LongestPost ? Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"))
        : null;
}
