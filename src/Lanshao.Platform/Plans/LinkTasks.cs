using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Joins two measures of different lists that are about the same matter: 关联任务.</summary>
public static class LinkTasks
{
    public static async Task<Outcome<TaskLink>> RunAsync(LanshaoContext db, Guid from, Guid to, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => (m.Id == from || m.Id == to) && m.VoidedAtUtc == null).Select(m => new { m.Id, m.PlanId }).ToListAsync(ct);
        if (measures.Count != 2)
        {
            return Refusal.NotFound("PLAN-306");
        }

        if (measures[0].PlanId == measures[1].PlanId)
        {
            return Refusal.Invalid("PLAN-307");
        }

        var known = await db.Set<TaskLink>().FirstOrDefaultAsync(l => l.UnlinkedAtUtc == null && ((l.FromMeasureId == from && l.ToMeasureId == to) || (l.FromMeasureId == to && l.ToMeasureId == from)), ct);
        if (known is not null)
        {
            return known;
        }

        var link = TaskLink.Between(from, to, actor, ChinaTime.NowUtc(clock));
        db.Add(link);
        return await db.SaveAsync<TaskLink>(link, actor, clock, ct);
    }
}
