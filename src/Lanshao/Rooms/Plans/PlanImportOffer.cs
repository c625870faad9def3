using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Plans;

/// <summary>年度计划导入: the official Word file, row by row beside what was understood of it.</summary>
internal static class PlanImportOffer
{
    private static readonly Dictionary<MeasureField, string> Fields = new()
    {
        [MeasureField.Task] = "重点任务",
        [MeasureField.Text] = "工作措施",
        [MeasureField.Deadline] = "完成时限",
        [MeasureField.Lead] = "牵头部门",
        [MeasureField.Main] = "主责单位",
        [MeasureField.Assist] = "责任（协办）单位",
        [MeasureField.Milestones] = "里程碑",
        [MeasureField.Targets] = "量化目标",
        [MeasureField.Others] = "其他栏",
    };

    public static ImportOffer Offer { get; } = new(ImportPlan.Kind, "年度计划", "印发的行动计划、强化措施或季度重点任务（Word 或文本）；年份和清单种类从标题读出，读不出时再填。", ".docx,.txt")
    {
        Fields = [new("period", "时段（如 2024 或 2024Q2，标题写明时不必填）")],
        Columns = [new("重点任务"), new("工作措施", ColumnKind.Prose), new("完成时限", ColumnKind.OneLine), new("牵头部门"), new("责任（协办）单位"), new("识别出的目标")],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = batch => $"/tasks?list={Uri.EscapeDataString(batch.Target)}",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var staged = row.AfterAs<PlanImportRow>() ?? row.BeforeAs<PlanImportRow>();
        if (staged?.Measure is not { } measure)
        {
            return [Cell.Of(staged?.Outline is null ? string.Empty : "标题与次序"), Cell.Of(staged?.Outline?.Title ?? string.Join('｜', row.Cells())), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank];
        }

        string[] assisting = [.. measure.Units.Where(u => u.Role != UnitRole.Lead).Select(u => u.Raw)];
        return
        [
            Cell.Of(measure.Task), Cell.Of(measure.Text.Split('\n')), Cell.Of(measure.Deadline.Raw), Cell.Of([.. measure.Units.Where(u => u.Role == UnitRole.Lead).Select(u => u.Raw)]),
            Cell.Of(assisting), Cell.Of([.. measure.Targets.Select(MeasurePrint.Target)]),
        ];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<PlanImportRow>()?.Measure, row.AfterAs<PlanImportRow>()?.Measure);
        var subject = row.Position.Length > 0 ? row.Position : Short((after ?? before)?.Text);
        if (before is null || after is null)
        {
            return (after ?? before) is { } only ? [new Difference(subject, "工作措施", before?.Text, after is null ? null : only.Text)] : [];
        }

        return MeasurePrint.Compare(before, after).Select(change => new Difference(subject, Fields[change.Field], change.Old, change.New));
    }

    private static string Short(string? text) => text is null ? "标题与次序" : text.Length <= 20 ? text : text[..20] + "…";
}
