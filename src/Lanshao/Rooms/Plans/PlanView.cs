using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>One task list: its head, its annexes, and what its import asks a clerk.</summary>
/// <param name="Plan">The list.</param>
/// <param name="Annexes">Its annexes with what stands in them.</param>
/// <param name="Batch">The newest import; null where it was taken back.</param>
/// <param name="Findings">What was asked, in the order of the file.</param>
internal sealed record PlanView(ActionPlan Plan, IReadOnlyList<PlanView.Annex> Annexes, ImportBatch? Batch, IReadOnlyList<PlanFindings.Item> Findings)
{
    internal sealed record Annex(int Number, string Title, PlanDomain Domain, int Tasks, int Measures, int Targets);

    public int Open => Findings.Count(item => item.IsOpen);

    public int Settled => Findings.Count(item => item.Mark is not null);

    /// <summary>Reads a standing list by its code. PRG-020 where there is none.</summary>
    public static async Task<Outcome<PlanView>> LoadAsync(LanshaoContext db, string code, CancellationToken ct)
    {
        if (await db.Set<ActionPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.VoidedAtUtc == null, ct) is not { } plan)
        {
            return Refusal.NotFound("PRG-020", ("list", code));
        }

        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan.Id && !t.IsVoid).GroupBy(t => t.Annex).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => m.PlanId == plan.Id && m.VoidedAtUtc == null).Select(m => new { m.Annex, Targets = m.Targets.Count }).ToListAsync(ct);
        var annexes = await db.Set<PlanAnnex>().AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Ordinal).ToListAsync(ct);
        var batch = await PlanFindings.CurrentBatchAsync(db, plan.Code, ct);
        return new PlanView(
            plan,
            [.. annexes.Where(a => tasks.ContainsKey(a.Number)).Select(a => new Annex(a.Number, a.Title, a.Domain, tasks[a.Number], measures.Count(m => m.Annex == a.Number), measures.Where(m => m.Annex == a.Number).Sum(m => m.Targets)))],
            batch,
            batch is null ? [] : await PlanFindings.OfBatchAsync(db, batch, ct));
    }

    public string Answer(UiTexts texts) => texts[
        "{0}个附件、{1}项任务、{2}条措施、{3}个目标；需人工核对{4}处，已处理{5}处。",
        Annexes.Count, Annexes.Sum(a => a.Tasks), Annexes.Sum(a => a.Measures), Annexes.Sum(a => a.Targets), Open, Settled];

    /// <summary>Returns the annexes with what stands in them.</summary>
    public PageTable Table(UiTexts texts, Func<Annex, string> hrefOf) => new(
        texts["附件"],
        [new("附件", ColumnKind.Mark), new("名称", ColumnKind.Prose), new("领域", ColumnKind.OneLine), new("任务", ColumnKind.Figure) { Unit = "项" }, new("措施", ColumnKind.Figure) { Unit = "条" }, new("目标", ColumnKind.Figure) { Unit = "个" }],
        [.. Annexes.Select(annex => new TableRow([Cell.Whole(annex.Number), Cell.Of(annex.Title).LinkedTo(hrefOf(annex)), Cell.Of(TaskWords.Of(annex.Domain)), Cell.Whole(annex.Tasks), Cell.Whole(annex.Measures), Cell.Whole(annex.Targets)]))]);
}
