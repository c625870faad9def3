using System.Text.Json;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>Asks for work to be done. The same key again answers the job that is there.</summary>
public static class RequestJob
{
    /// <param name="db">The store.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="key">What makes the job one.</param>
    /// <param name="arguments">Written as JSON.</param>
    /// <param name="dueUtc">Not before this instant; null for now.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Outcome<Job>> RunAsync(LanshaoContext db, JobKind kind, string key, object arguments, DateTime? dueUtc, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(db, kind, key, ct) is { } known)
        {
            return known;
        }

        var now = ChinaTime.NowUtc(clock);
        var job = Job.Request(kind, key, JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web), dueUtc ?? now, actor, now);
        db.Add(job);
        db.AddRange(job.TakeNews());
        var saved = await db.SaveAsync<Job>(job, actor, clock, ct);

        // Refused: somebody asked for the same in this very moment.
        return saved.IsRefused && await FindAsync(db, kind, key, ct) is { } theirs ? theirs : saved;
    }

    private static Task<Job?> FindAsync(LanshaoContext db, JobKind kind, string key, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Kind == kind.Code && j.Key == key, ct);
}
