using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>Says in one sentence what a plan's file holds, or how it differs from what stands.</summary>
internal static class PlanSummary
{
    public static async Task<string?> OfAsync(LanshaoContext db, ImportBatch batch, UiTexts texts, CancellationToken ct)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(row => row.BatchId == batch.Id).ToListAsync(ct);
        var measures = rows.FindAll(row => row.Key != PlanImportRow.OutlineKey);
        if (rows.Find(row => row.Key == PlanImportRow.OutlineKey)?.AfterAs<PlanImportRow>()?.Outline is not { } outline)
        {
            return null;
        }

        if (batch.Changed + batch.Removed + batch.Unchanged > 0)
        {
            int Count(ImportAction action) => measures.Count(row => row.Action == action);
            return texts["与上一版相比：修改{0}条、增加{1}条、撤销{2}条，{3}条未变", Count(ImportAction.Change), Count(ImportAction.Add), Count(ImportAction.Remove), Count(ImportAction.Unchanged)];
        }

        var targets = measures.Sum(row => row.AfterAs<PlanImportRow>()?.Measure?.Targets.Count ?? 0);
        var asked = batch.Findings.Concat(measures.SelectMany(row => row.Findings)).Count(finding => finding.Severity != Severity.Note);
        var read = texts["识别{0}个附件、{1}项任务、{2}条措施、{3}个目标", outline.Annexes.Count, outline.Annexes.Sum(annex => annex.Tasks.Count), measures.Count, targets];
        return texts["{0}；{1}，需人工核对{2}处", read, Rows(batch, texts), asked];
    }

    // Every row of the source is accounted for; the note PLAN-320 says how.
    private static string Rows(ImportBatch batch, UiTexts texts)
    {
        var account = batch.Findings.FirstOrDefault(finding => finding.Code == "PLAN-320")?.Arguments;
        return account?.GetValueOrDefault("unrecognised") is null or "0"
            ? texts["原表{0}行全部对应", account?.GetValueOrDefault("measures") ?? "—"]
            : texts["原表有{0}行未识别", account["unrecognised"]];
    }
}
