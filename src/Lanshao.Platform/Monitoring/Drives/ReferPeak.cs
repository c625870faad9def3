using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>转办走航高值点: hands a high place of a drive over to a subdistrict or agency, with place and figures as they are now.</summary>
public static class ReferPeak
{
    public sealed record Request(FoundPeak Peak, string Unit, string Wanted, DateOnly? DueOn, string Post);

    /// <returns>The referral; MON-121 where there is no such place, MON-122 without unit, words or day, MON-054 without a post, MON-123 where the same is open already.</returns>
    public static async Task<Outcome<PeakReferral>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var found = await request.Peak.FindAsync(db, ct);
        if (pack.IsRefused || found.IsRefused)
        {
            return (pack.Refusal ?? found.Refusal)!;
        }

        var (drive, high) = found.Value;
        var district = pack.Value.District;
        if ((district.FindSubdistrict(request.Unit) is null && district.FindAgency(request.Unit) is null) || request.Wanted.Length is 0 or > PeakReferral.LongestText || request.DueOn is not { } due || due < ChinaTime.DayOf(high.Peak.AtUtc))
        {
            return Refusal.Invalid("MON-122", ("most", $"{PeakReferral.LongestText}"));
        }

        if (request.Post.Length is 0 or > PeakReferral.LongestPost)
        {
            return Refusal.Invalid("MON-054", ("most", $"{PeakReferral.LongestPost}"));
        }

        if (await db.Set<PeakReferral>().AnyAsync(known => known.Route == drive.Route && known.PeakUtc == high.Peak.AtUtc && known.Unit == request.Unit && known.Result == null && known.WithdrawnReason == null, ct))
        {
            return Refusal.Conflict("MON-123");
        }

        var referral = PeakReferral.Of(drive, high, LocationOf(high), (request.Unit, request.Wanted, due, request.Post), actor, ChinaTime.NowUtc(clock));
        db.Add(referral);
        return await db.SaveAsync<PeakReferral>(referral, actor, clock, ct);
    }

    private static string LocationOf(HighPoint high) => high.Segment?.Name ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"东经{high.Peak.LongitudeDeg:0.######}，北纬{high.Peak.LatitudeDeg:0.######}");
}
