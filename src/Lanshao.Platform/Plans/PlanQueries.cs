using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Reads that the use cases of this room share.</summary>
public static class PlanQueries
{
    /// <summary>Loads a list by its code with everything below it, tracked, each table once; null where there is none.</summary>
    public static async Task<ActionPlan?> FindWholeAsync(LanshaoContext db, string code, CancellationToken ct)
    {
        if (await db.Set<ActionPlan>().SingleOrDefaultAsync(p => p.Code == code, ct) is not { } plan)
        {
            return null;
        }

        await db.Set<PlanAnnex>().Where(a => a.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<PlanSection>().Where(s => s.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<PlanTask>().Where(t => t.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<Measure>().Where(m => m.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<MeasureUnit>().Where(u => u.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<Milestone>().Where(m => m.PlanId == plan.Id).LoadAsync(ct);
        await db.Set<PlanTarget>().Where(t => t.PlanId == plan.Id).LoadAsync(ct);
        return plan;
    }

    /// <summary>Returns the years that have standing lists, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> YearsAsync(LanshaoContext db, CancellationToken ct) =>
        await db.Set<ActionPlan>().AsNoTracking().Where(p => p.VoidedAtUtc == null).Select(p => p.Year).Distinct().OrderDescending().ToListAsync(ct);
}
