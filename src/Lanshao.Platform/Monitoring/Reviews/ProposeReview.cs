using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>初核: a post of the district says of some hours of one factor of one of its own devices that they are invalid, or valid in spite of a mark. Always of one device, one factor, some hours in a row: there is no way to strike values by their size.</summary>
public static class ProposeReview
{
    public sealed record Request(string Mn, string Factor, DateTime FromUtc, int Hours, ReviewConclusion Conclusion, string ReasonCode, string Evidence, IncomingFile? File, string Post);

    /// <summary>Registers the proposal; what changes a figure waits for a second post.</summary>
    public static async Task<Outcome<HourReview>> RunAsync(LanshaoContext db, MonitoringStores stores, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var hours = await ReviewedHours.ReadAsync(db, stores, request.Mn, request.Factor, request.FromUtc, request.Hours, clock, ct);
        if (pack.IsRefused || hours.IsRefused)
        {
            return (pack.Refusal ?? hours.Refusal)!;
        }

        var reason = pack.Value.Read(HourChecks.Part).Reasons.FirstOrDefault(known => known.Code == request.ReasonCode);
        if (await RefusalOfAsync(db, request, hours.Value, reason, ct) is { } refusal)
        {
            return refusal;
        }

        var review = HourReview.Open(hours.Value.Device, request.Factor, request.FromUtc, request.Hours, hours.Value.ValueText, [.. hours.Value.Marks.Select(mark => mark.Mark.Finding)]);
        var changes = request.Conclusion == ReviewConclusion.Invalid || hours.Value.InvalidHours > 0;
        var (code, words) = request.Conclusion == ReviewConclusion.Invalid ? (reason!.Code, reason.Name) : (string.Empty, string.Empty);
        review.Propose(request.Conclusion, code, words, request.Evidence, request.File is { } file ? (file.Sha256, file.Name) : null, changes, request.Post, actor, ChinaTime.NowUtc(clock));
        if (request.File is { } attached)
        {
            _ = await files.PutAsync(db, attached, "application/octet-stream", actor, clock, ct);
        }

        db.Add(review);
        return await db.SaveAsync<HourReview>(review, actor, clock, ct);
    }

    private static async Task<Refusal?> RefusalOfAsync(LanshaoContext db, Request request, ReviewedHours hours, ReviewReason? reason, CancellationToken ct)
    {
        if (!hours.IsOwn)
        {
            return Refusal.Conflict("MON-051", ("device", hours.Device.Name), ("tier", DeviceWords.Of(hours.Device.Tier)));
        }

        if (request.Conclusion == ReviewConclusion.Invalid && reason is null)
        {
            return Refusal.Invalid("MON-052", ("found", request.ReasonCode));
        }

        if (request.Evidence.Length > HourReview.LongestText || (request.Evidence.Length == 0 && request.File is null))
        {
            return Refusal.Invalid("MON-053", ("most", $"{HourReview.LongestText}"));
        }

        if (request.Post.Length is 0 or > HourReview.LongestPost)
        {
            return Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"));
        }

        var others = await ReviewQueries.OfHoursAsync(db, request.Mn, request.Factor, request.FromUtc, request.FromUtc.AddHours(request.Hours), ct);
        return others.Any(other => other.State == ReviewState.Proposed) ? Refusal.Conflict("MON-056") : null;
    }
}
