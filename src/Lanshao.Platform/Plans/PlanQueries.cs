using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Reads that the use cases of this room share.</summary>
public static class PlanQueries
{
    /// <summary>Loads a list with everything below it, tracked, each table once; null where there is none.</summary>
    public static async Task<ActionPlan?> FindWholeAsync(LanshaoContext db, Guid planId, CancellationToken ct)
    {
        if (await db.Set<ActionPlan>().SingleOrDefaultAsync(p => p.Id == planId, ct) is not { } plan)
        {
            return null;
        }

        await db.Set<PlanAnnex>().Where(a => a.PlanId == planId).LoadAsync(ct);
        await db.Set<PlanSection>().Where(s => s.PlanId == planId).LoadAsync(ct);
        await db.Set<PlanTask>().Where(t => t.PlanId == planId).LoadAsync(ct);
        await db.Set<Measure>().Where(m => m.PlanId == planId).LoadAsync(ct);
        await db.Set<MeasureUnit>().Where(u => u.PlanId == planId).LoadAsync(ct);
        await db.Set<Milestone>().Where(m => m.PlanId == planId).LoadAsync(ct);
        await db.Set<PlanTarget>().Where(t => t.PlanId == planId).LoadAsync(ct);
        await db.Set<PlanFinding>().Where(f => f.PlanId == planId).LoadAsync(ct);
        await db.Set<PlanRevision>().Where(r => r.PlanId == planId).LoadAsync(ct);
        return plan;
    }
}
