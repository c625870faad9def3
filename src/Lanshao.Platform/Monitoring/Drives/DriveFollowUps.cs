using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>What was done about drives: photographs and referrals of their high places.</summary>
/// <param name="Photos">By the time at which they were added.</param>
/// <param name="Referrals">By the time at which they were handed over.</param>
public sealed record DriveFollowUps(IReadOnlyList<PeakPhoto> Photos, IReadOnlyList<PeakReferral> Referrals)
{
    /// <summary>Reads what belongs to the drives of a stretch of time.</summary>
    public static async Task<DriveFollowUps> ReadAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, CancellationToken ct) => new(
        await db.Set<PeakPhoto>().AsNoTracking().Where(photo => photo.PeakUtc >= fromUtc && photo.PeakUtc < toUtc).OrderBy(photo => photo.AddedUtc).ThenBy(photo => photo.Id).ToListAsync(ct),
        await db.Set<PeakReferral>().AsNoTracking().Where(referral => referral.PeakUtc >= fromUtc && referral.PeakUtc < toUtc).OrderBy(referral => referral.ReferredUtc).ThenBy(referral => referral.Id).ToListAsync(ct));

    /// <summary>Returns what belongs to one drive.</summary>
    public DriveFollowUps Of(Drive drive) => new(
        [.. Photos.Where(photo => photo.Route == drive.Route && photo.PeakUtc >= drive.FromUtc && photo.PeakUtc <= drive.ToUtc)],
        [.. Referrals.Where(referral => referral.Route == drive.Route && referral.PeakUtc >= drive.FromUtc && referral.PeakUtc <= drive.ToUtc)]);

    /// <summary>Returns what belongs to one place of a drive: the peak may be another where the multiple is.</summary>
    public DriveFollowUps Of(HighPoint high) => new(
        [.. Photos.Where(photo => photo.PeakUtc >= high.FromUtc && photo.PeakUtc <= high.ToUtc)],
        [.. Referrals.Where(referral => referral.PeakUtc >= high.FromUtc && referral.PeakUtc <= high.ToUtc)]);
}
