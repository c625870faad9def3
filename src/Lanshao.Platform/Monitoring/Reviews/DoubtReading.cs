using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>存疑: a doubt about hours of a national or municipal station, with the day and the channel by which it was told. It changes no figure.</summary>
public static class DoubtReading
{
    public sealed record Request(string Mn, string Factor, DateTime FromUtc, int Hours, string Text, string Channel, DateOnly ToldOn, string Post);

    public static async Task<Outcome<HourReview>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var hours = await ReviewedHours.ReadAsync(db, stores, request.Mn, request.Factor, request.FromUtc, request.Hours, clock, ct);
        if (hours.IsRefused)
        {
            return hours.Refusal;
        }

        if (hours.Value.IsOwn)
        {
            return Refusal.Conflict("MON-060", ("device", hours.Value.Device.Name));
        }

        if (request.Text.Length is 0 or > HourReview.LongestText || request.Channel.Length is 0 or > HourReview.LongestPost)
        {
            return Refusal.Invalid("MON-061", ("most", $"{HourReview.LongestText}"));
        }

        if (request.Post.Length is 0 or > HourReview.LongestPost)
        {
            return Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"));
        }

        var review = HourReview.Open(hours.Value.Device, request.Factor, request.FromUtc, request.Hours, hours.Value.ValueText, [.. hours.Value.Marks.Select(mark => mark.Mark.Finding)]);
        review.Doubt(request.Text, request.Channel, request.ToldOn, request.Post, actor, ChinaTime.NowUtc(clock));
        db.Add(review);
        return await db.SaveAsync<HourReview>(review, actor, clock, ct);
    }
}
