using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>Asks a job to end.</summary>
public static class CancelJob
{
    public static async Task<Outcome<Job>> RunAsync(LanshaoContext db, Guid jobId, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        for (; ; )
        {
            if (await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            {
                return Refusal.NotFound("ENV-030", ("key", jobId.ToString("D")));
            }

            // The runner writes its progress meanwhile: look again, until the wish is there or the job has ended.
            var asked = job.Cancel(actor, ChinaTime.NowUtc(clock));
            db.AddRange(job.TakeNews());
            var outcome = await db.SaveAsync(asked, actor, clock, ct);
            if (outcome.Refusal?.Code != "ENV-020")
            {
                return outcome;
            }
        }
    }
}
