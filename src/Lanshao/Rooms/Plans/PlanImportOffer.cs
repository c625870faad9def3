using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Plans;

/// <summary>年度计划导入: the official Word file, row by row beside what was understood of it.</summary>
internal static class PlanImportOffer
{
    public static ImportOffer Offer { get; } = new(ImportPlan.Kind, "年度计划", "印发的行动计划、强化措施或季度重点任务（Word 或文本）；年份和清单种类从标题读出，读不出时再填。", ".docx,.txt")
    {
        Fields = [new("period", "时段（如 2024 或 2024Q2，标题写明时不必填）")],
        Columns = [new("序号", ColumnKind.Mark), new("重点任务"), new("工作措施", ColumnKind.Prose), new("完成时限", ColumnKind.OneLine), new("牵头部门"), new("责任（协办）单位"), new("识别出的目标")],
        HeadKey = PlanImportRow.OutlineKey,
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = PlanDifferences.OfAsync,
        SummaryAsync = PlanSummary.OfAsync,
        Question = QuestionOf,
        ResultHref = batch => $"/tasks?list={Uri.EscapeDataString(batch.Target)}",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var staged = row.AfterAs<PlanImportRow>() ?? row.BeforeAs<PlanImportRow>();
        var raw = row.Cells();
        if (staged?.Measure is not { } measure)
        {
            return [Cell.Blank, Cell.Of(staged?.Outline is null ? string.Empty : "标题与次序"), Cell.Of(staged?.Outline?.Title ?? string.Join('｜', raw)), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank];
        }

        string[] assisting = [.. measure.Units.Where(u => u.Role != UnitRole.Lead).Select(u => u.Raw)];
        return
        [
            Cell.Of(raw.ElementAtOrDefault(0)), Cell.Of(raw.ElementAtOrDefault(1) ?? measure.Task), Cell.Of(measure.Text.Split('\n')), Cell.Of(measure.Deadline.Raw),
            Cell.Of([.. measure.Units.Where(u => u.Role == UnitRole.Lead).Select(u => u.Raw)]), Cell.Of(assisting), Cell.Of([.. measure.Targets.Select(MeasurePrint.Target)]),
        ];
    }

    // Whether the file corrects a list or is one of its own: asked where it does not tell, and open to change where it does.
    private static ImportQuestion QuestionOf(ImportBatch batch, UiTexts texts)
    {
        var told = batch.Findings.Where(f => f.Code is "PLAN-313" or "PLAN-314" or "PLAN-315").ToList();
        var choices = told.Where(f => f.Code != "PLAN-314").Select(f => Choice(texts["是“{0}”的更正稿", f.Arguments["title"]], f, f.Arguments["list"])).ToList();
        if (told.Find(f => f.Code != "PLAN-315") is { } known)
        {
            choices.Add(Choice(texts["是另一份清单，与已有清单并列"], known, "new"));
        }

        return new(told.Exists(f => f.Code == "PLAN-313"), choices);
    }

    private static ImportChoice Choice(string label, Finding told, string list) =>
        new(label, new Dictionary<string, string> { ["list"] = list, ["kind"] = told.Arguments["kind"], ["period"] = told.Arguments["period"] });
}
