using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>What pages and other rooms ask about reviews.</summary>
public static class ReviewQueries
{
    /// <summary>Returns the reviews of hours that begin in a span, by time.</summary>
    public static Task<List<HourReview>> ListAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, string? mn, CancellationToken ct) =>
        db.Set<HourReview>().AsNoTracking().Where(review => review.FromUtc >= fromUtc && review.FromUtc < toUtc && (mn == null || review.Mn == mn))
            .OrderBy(review => review.FromUtc).ThenBy(review => review.FirstUtc).ToListAsync(ct);

    /// <summary>Returns one review; null where there is none.</summary>
    public static Task<HourReview?> FindAsync(LanshaoContext db, Guid id, CancellationToken ct) => db.Set<HourReview>().AsNoTracking().SingleOrDefaultAsync(review => review.Id == id, ct);

    /// <summary>Returns the reviews of one device and factor that touch some hours, the newest first.</summary>
    public static async Task<IReadOnlyList<HourReview>> OfHoursAsync(LanshaoContext db, string mn, string factor, DateTime fromUtc, DateTime toUtc, CancellationToken ct)
    {
        var longest = fromUtc.AddHours(-HourReview.MostHours);
        var near = await db.Set<HourReview>().AsNoTracking().Where(review => review.Mn == mn && review.Factor == factor && review.FromUtc >= longest && review.FromUtc < toUtc).ToListAsync(ct);
        return [.. near.Where(review => review.EndUtc > fromUtc).OrderByDescending(review => review.FirstUtc)];
    }
}
