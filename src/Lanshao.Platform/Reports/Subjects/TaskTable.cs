using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>Measures of task lists as a table and as counts by state.</summary>
internal static class TaskTable
{
    /// <summary>Lists measures; null where there are none.</summary>
    public static SubjectTable? Of(string title, IReadOnlyList<TaskBoard.Row> rows, Period period) => rows.Count == 0 ? null : SubjectTable.Of(
        new()
        {
            Title = title,
            IsSmall = true,
            Columns = [new("序号", 12), new("编号", 17), new("工作措施", 58, CellAlign.Text), new("完成时限", 20), new("牵头单位", 38), new("状态", 20)],
            Rows = [],
            NotesBelow = [string.Create(CultureInfo.InvariantCulture, $"数据来源：任务清单和各单位报送的进展，状态截至{period.To:yyyy年M月d日}。")],
        },
        [.. rows.Select(row => (IReadOnlyList<SubjectCell>)[SubjectCell.Of(row.Code), SubjectCell.Of(TextOf(row)), SubjectCell.Of(row.Measure.DeadlineRaw), SubjectCell.Of(LeadsOf(row.Measure)), SubjectCell.Of(WordOf(row.State))])]);

    /// <summary>Counts measures by their states; nothing where there are none.</summary>
    public static IEnumerable<NamedFact> Counts(string name, string label, IReadOnlyList<TaskBoard.Row> rows, Period period)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"tasks&asOf={period.To:yyyy-MM-dd}&take={name}");
        return rows.Count == 0 ? [] :
        [
            Count($"{name}.total", label + "数", rows, query),
            .. PlanFacts.TaskStates.Select(state => Count($"{name}.{state.Code}", $"{state.Word}的{label}数", [.. rows.Where(row => row.State == state.State)], $"{query}&state={state.Code}")),
        ];

        NamedFact Count(string take, string word, IReadOnlyList<TaskBoard.Row> counted, string asked) =>
            NamedFact.Count(take, word, counted.Count, "项", period, asked) with { Records = [.. counted.Select(row => $"measure:{row.Id:D}")] };
    }

    /// <summary>Returns what is to be done.</summary>
    public static string TextOf(TaskBoard.Row row) => row.Measure.Text.Length > 0 ? row.Measure.Text : row.Task;

    /// <summary>Returns who leads: the units of the weightiest role.</summary>
    public static string LeadsOf(Measure measure)
    {
        var weightiest = measure.Units.Count == 0 ? default : measure.Units.Min(unit => unit.Role);
        return string.Join('、', measure.Units.OrderBy(unit => unit.Seq).Where(unit => unit.Role == weightiest).Select(unit => unit.Raw));
    }

    /// <summary>Returns what a state is called.</summary>
    public static string WordOf(MeasureState state) => PlanFacts.TaskStates.First(known => known.State == state).Word;
}
