using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>What pages and endpoints ask about jobs.</summary>
public static class JobQueries
{
    public static Task<Job?> FindAsync(LanshaoContext db, Guid jobId, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, ct);

    /// <summary>Returns the newest jobs first; <paramref name="after"/> is the last id of the page before (ids grow with time).</summary>
    public static async Task<KeyPage<Job>> ListAsync(LanshaoContext db, JobState? state, Guid? after, int size, CancellationToken ct)
    {
        var query = db.Set<Job>().AsNoTracking().Where(j => state == null || j.State == state);
        if (after is { } last && await FindAsync(db, last, ct) is { } mark)
        {
            query = query.Where(j => j.RequestedUtc < mark.RequestedUtc || (j.RequestedUtc == mark.RequestedUtc && j.Id.CompareTo(mark.Id) < 0));
        }

        var rows = await query.OrderByDescending(j => j.RequestedUtc).ThenByDescending(j => j.Id).Take(size + 1).ToListAsync(ct);
        return KeyPage.Of(rows, size, j => j.Id.ToString("D"));
    }
}
