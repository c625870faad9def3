using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>初核: a post says of frames that are kept aside whether they are to hold. What they say enters no figure before a second post agrees; that they stay aside is decided at once.</summary>
public static class ProposeVerdict
{
    public sealed record Request(string Mn, HeldReason Reason, long FirstSeq, long LastSeq, bool Holds, string Evidence, string Post);

    /// <returns>The verdict; MON-065 where nothing waits, MON-064 for a station of the state or the city, MON-053 and MON-054 without evidence or post, MON-066 where a proposal waits already.</returns>
    public static async Task<Outcome<FrameVerdict>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        var frames = await HeldQueries.FramesAsync(series, request.Mn, request.Reason, request.FirstSeq, request.LastSeq, ct);
        var device = await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == request.Mn, ct);
        if (device is null || frames.Count == 0)
        {
            return Refusal.NotFound("MON-065");
        }

        if (await RefusalOfAsync(db, request, device, ct) is { } refusal)
        {
            return refusal;
        }

        var verdict = FrameVerdict.Propose(frames, device.Name, request.Holds, request.Evidence, request.Post, actor, ChinaTime.NowUtc(clock));
        db.Add(verdict);
        var saved = await db.SaveAsync<FrameVerdict>(verdict, actor, clock, ct);
        if (!saved.IsRefused && !request.Holds)
        {
            _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        }

        return saved;
    }

    private static async Task<Refusal?> RefusalOfAsync(LanshaoContext db, Request request, Device device, CancellationToken ct) =>
        request.Holds && (device.Tier is StationTier.National or StationTier.Municipal) ? Refusal.Conflict("MON-064", ("device", device.Name), ("tier", DeviceWords.Of(device.Tier)))
        : request.Evidence.Length is 0 or > FrameVerdict.LongestText ? Refusal.Invalid("MON-053", ("most", $"{FrameVerdict.LongestText}"))
        : request.Post.Length is 0 or > HourReview.LongestPost ? Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"))
        : await db.Set<FrameVerdict>().AnyAsync(other => other.Mn == request.Mn && other.State == VerdictState.Proposed && other.Reason == request.Reason && other.FirstSeq <= request.LastSeq && other.LastSeq >= request.FirstSeq, ct) ? Refusal.Conflict("MON-066")
        : null;
}
