using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>The measures and milestones that are due in a week or month, those of the time after it, and those that are late, as they stand on its last day.</summary>
/// <param name="Within">Due in the period.</param>
/// <param name="Next">Due in the time after it.</param>
/// <param name="Overdue">Due before it and not done.</param>
/// <param name="HasLists">Whether the year has task lists at all.</param>
internal sealed record DueTasks(IReadOnlyList<DueTasks.Item> Within, IReadOnlyList<DueTasks.Item> Next, IReadOnlyList<DueTasks.Item> Overdue, bool HasLists)
{
    private const int DaysAfterAWeek = 14;

    /// <summary>A measure, or one of its milestones, with its day.</summary>
    /// <param name="Measure">The measure.</param>
    /// <param name="Code">Its number.</param>
    /// <param name="Text">What is to be done.</param>
    /// <param name="DueOn">The last day.</param>
    /// <param name="Leads">Who leads, in the order of print.</param>
    /// <param name="State">How it stands.</param>
    public sealed record Item(Guid Measure, string Code, string Text, DateOnly DueOn, IReadOnlyList<string> Leads, MeasureState State)
    {
        public bool IsDone => State == MeasureState.Completed;
    }

    /// <summary>Returns the time after a period that is looked ahead: two weeks after a week, the month after a month.</summary>
    public static Period NextOf(Period period) => period.Kind == PeriodKind.Week
        ? Period.Range(period.To.AddDays(1), period.To.AddDays(DaysAfterAWeek))
        : Period.Month(period.To.AddDays(1).Year, period.To.AddDays(1).Month);

    /// <summary>Reads what is due.</summary>
    public static async Task<DueTasks> ReadAsync(LanshaoContext db, District district, Period period, CancellationToken ct)
    {
        var board = await TaskBoard.ReadAsync(db, district, new TaskFilter(period.To.Year), period.To, ct);
        var progress = await ListProgress.LoadAsync(db, [.. board.Rows.Select(row => row.List.Id).Distinct()], new UnitBook(district, period.To), period.To, ct);
        var items = board.Rows.SelectMany(row => ItemsOf(row, progress)).OrderBy(item => item.DueOn).ToList();
        var next = NextOf(period);
        return new(
            items.FindAll(item => item.DueOn >= period.From && item.DueOn <= period.To),
            items.FindAll(item => item.DueOn >= next.From && item.DueOn <= next.To),
            items.FindAll(item => item.DueOn < period.From && item.State == MeasureState.Overdue),
            board.Rows.Count > 0);
    }

    /// <summary>Lays the list out; null where nothing is due and nothing is late.</summary>
    public PrintTable? Table(Period period)
    {
        var number = 0;
        var next = NextOf(period);
        var rows = new[] { ($"{Word(period)}到期", Within), ($"{FactCatalogue.SpanOf(next)}到期", Next), ("已逾期", Overdue) }
            .Where(part => part.Item2.Count > 0)
            .SelectMany(part => part.Item2.Select(item => Row(item, ++number)).Prepend(PrintRow.Section(part.Item1))).ToList();
        return rows.Count == 0 ? null : new()
        {
            Title = "到期任务清单",
            IsSmall = true,
            Columns = [new("序号", 12), new("编号", 17), new("工作措施", 54, CellAlign.Text), new("完成时限", 22), new("牵头单位", 34), new("状态", 17)],
            Rows = rows,
            NotesBelow = [string.Create(CultureInfo.InvariantCulture, $"数据来源：年度计划和各单位报送的进展，状态截至{period.To:yyyy年M月d日}。")],
        };
    }

    /// <summary>Returns what the period is called in a sentence.</summary>
    public static string Word(Period period) => period.Kind == PeriodKind.Week ? "本周" : "本月";

    private static PrintRow Row(Item item, int number) => new(
    [
        PrintCell.Of(number.ToString(CultureInfo.InvariantCulture)),
        PrintCell.Of(item.Code),
        PrintCell.Of(item.Text),
        PrintCell.Of(item.DueOn.ToString("M月d日", CultureInfo.InvariantCulture)),
        PrintCell.Of(item.Leads),
        PrintCell.Of(PlanFacts.TaskStates.First(state => state.State == item.State).Word),
    ]);

    private static IEnumerable<Item> ItemsOf(TaskBoard.Row row, ListProgress progress)
    {
        var measure = row.Measure;
        var weightiest = measure.Units.Count == 0 ? default : measure.Units.Min(unit => unit.Role);
        string[] leads = [.. measure.Units.Where(unit => unit.Role == weightiest).Select(unit => unit.Raw)];
        var text = measure.Text.Length > 0 ? measure.Text : row.Task;
        foreach (var milestone in measure.Milestones.Where(milestone => milestone.DueOn != measure.DueOn).DistinctBy(milestone => milestone.DueOn))
        {
            yield return new(row.Id, row.Code, milestone.Quote.Length > 0 ? milestone.Quote : text, milestone.DueOn, leads, progress.StateOf(measure, milestone));
        }

        if (measure.DueOn is { } due)
        {
            yield return new(row.Id, row.Code, text, due, leads, row.State);
        }
    }
}
