using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Takes a link between two measures back: 取消关联.</summary>
public static class UnlinkTasks
{
    public static async Task<Outcome<TaskLink>> RunAsync(LanshaoContext db, Guid linkId, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<TaskLink>().SingleOrDefaultAsync(l => l.Id == linkId, ct) is not { } link)
        {
            return Refusal.NotFound("PLAN-306");
        }

        link.Unlink(actor, ChinaTime.NowUtc(clock));
        return await db.SaveAsync<TaskLink>(link, actor, clock, ct);
    }
}
