using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>登记反馈: what came of a high place that was handed over, or why the handing over is taken back.</summary>
public static class AnswerReferral
{
    public sealed record Request(Guid Referral, bool Withdraws, string Text, string Post, int Version);

    /// <returns>The referral; MON-124 where none is open, MON-057 for a stale form, MON-125 without words, MON-054 without a post.</returns>
    public static async Task<Outcome<PeakReferral>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<PeakReferral>().SingleOrDefaultAsync(known => known.Id == request.Referral, ct) is not { IsOpen: true } referral)
        {
            return Refusal.Conflict("MON-124");
        }

        if (request.Version != referral.Version)
        {
            return Refusal.Conflict("MON-057", ("state", "已转办"));
        }

        if (request.Text.Length is 0 or > PeakReferral.LongestText)
        {
            return Refusal.Invalid("MON-125", ("most", $"{PeakReferral.LongestText}"));
        }

        if (request.Post.Length is 0 or > PeakReferral.LongestPost)
        {
            return Refusal.Invalid("MON-054", ("most", $"{PeakReferral.LongestPost}"));
        }

        Action<string, string, Actor, DateTime> end = request.Withdraws ? referral.Withdraw : referral.Answer;
        end(request.Text, request.Post, actor, ChinaTime.NowUtc(clock));
        return await db.SaveAsync<PeakReferral>(referral, actor, clock, ct);
    }
}
