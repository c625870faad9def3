using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>What pages and endpoints ask about jobs.</summary>
public static class JobQueries
{
    public static Task<Job?> FindAsync(LanshaoContext db, Guid jobId, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, ct);

    /// <summary>Returns the log of a job, the oldest line first.</summary>
    public static Task<List<JobLogLine>> LogAsync(LanshaoContext db, Guid jobId, CancellationToken ct) =>
        db.Set<JobLogLine>().AsNoTracking().Where(line => line.JobId == jobId).OrderBy(line => line.Seq).Take(JobLogLine.Most).ToListAsync(ct);

    /// <summary>Returns the newest jobs first; <paramref name="after"/> is the last id of the page before (ids grow with time).</summary>
    public static async Task<KeyPage<Job>> ListAsync(LanshaoContext db, JobState? state, string? kind, Guid? after, int size, CancellationToken ct)
    {
        var query = db.Set<Job>().AsNoTracking().Where(j => (state == null || j.State == state) && (kind == null || j.Kind == kind));
        if (after is { } last)
        {
            // A job that was forgotten meanwhile has nothing after it: beginning anew would show the newest twice.
            if (await FindAsync(db, last, ct) is not { } mark)
            {
                return new([], null);
            }

            query = query.Where(j => j.RequestedUtc < mark.RequestedUtc || (j.RequestedUtc == mark.RequestedUtc && j.Id.CompareTo(mark.Id) < 0));
        }

        var rows = await query.OrderByDescending(j => j.RequestedUtc).ThenByDescending(j => j.Id).Take(size + 1).ToListAsync(ct);
        return KeyPage.Of(rows, size, j => j.Id.ToString("D"));
    }

    /// <summary>Returns how many jobs of every kind are in every state; ended ones are forgotten after some time.</summary>
    public static async Task<IReadOnlyList<JobCount>> CountsAsync(LanshaoContext db, CancellationToken ct) =>
        [.. (await db.Set<Job>().AsNoTracking().GroupBy(j => new { j.Kind, j.State }).Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(ct)).Select(g => new JobCount(g.Kind, g.State, g.Count))];

    /// <summary>Returns since when the oldest job that could begin has been waiting; null where none waits.</summary>
    public static Task<DateTime?> WaitingSinceAsync(LanshaoContext db, DateTime nowUtc, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Waiting && j.DueUtc <= nowUtc).OrderBy(j => j.DueUtc).Select(j => (DateTime?)j.DueUtc).FirstOrDefaultAsync(ct);
}

/// <summary>How many jobs of one kind are in one state.</summary>
public sealed record JobCount(string Kind, JobState State, int Count);
