using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>撤销登记: a sending that was registered by mistake; it stays with who, when and why.</summary>
public static class VoidSubmission
{
    /// <summary>Takes the registration back; RPT-064 for none, ENV-020 for a stale form, and as the entity refuses.</summary>
    public static async Task<Outcome<Submission>> RunAsync(LanshaoContext db, Guid id, string reason, int version, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Submission>().SingleOrDefaultAsync(submission => submission.Id == id, ct) is not { } submission)
        {
            return Refusal.NotFound("RPT-064");
        }

        return submission.Version != version
            ? Refusal.Conflict("ENV-020", ("kind", nameof(Submission)), ("key", id.ToString("D")))
            : await db.SaveAsync(submission.Void(reason, actor, ChinaTime.NowUtc(clock)), actor, clock, ct);
    }
}
