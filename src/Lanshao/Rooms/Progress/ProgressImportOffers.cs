using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Progress;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Progress;

/// <summary>进展报送 by files: a unit's filled sheet, and the progress table of a whole list.</summary>
internal static class ProgressImportOffers
{
    public static ImportOffer UnitSheet { get; } = new(ImportUnitSheet.Kind, "单位任务单", "本程序导出、单位填好的任务单（Word、Excel 或 CSV）；按编号对应，行的位置不限。单位、时段和清单写在表头，读不出时再填。", ".docx,.xlsx,.csv")
    {
        Fields =
        [
            new("unit", "单位（名称写在表头时不必填）"),
            new("period", "报送时段（如 2024-06）"),
            new("list", "任务清单编号（如 2024）"),
            new("received", "收到日期", "date", "不填则为今天；用于判断是否逾期报送。"),
        ],
        Columns = Columns,
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = Result,
    };

    public static ImportOffer List { get; } = new(ImportListProgress.Kind, "重点任务进展表", "季度重点任务进展表（Word 或文本），可以是报告中的附表；按序号和任务内容对应。", ".docx,.txt")
    {
        Fields = [new("list", "任务清单编号（如 2024-q2）", Required: true), new("period", "报送时段（不填则为清单的时段）"), new("received", "收到日期", "date")],
        Columns = Columns,
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = Result,
    };

    private static IReadOnlyList<Column> Columns => [new("编号", ColumnKind.Mark), new("进展情况", ColumnKind.Prose), new("是否完成", ColumnKind.Mark), new("是否符合预期", ColumnKind.Mark), new("经办人", ColumnKind.OneLine), new("联系电话", ColumnKind.OneLine)];

    /// <summary>Returns the printed word of an answer; a dash where nothing was said.</summary>
    public static string WordOf(bool? isDone) => isDone switch { true => "是", false => "否", _ => "—" };

    public static string WordOf(OnTrackVerdict? verdict, string? advice) => verdict switch { OnTrackVerdict.Yes => "是", OnTrackVerdict.No => "否", OnTrackVerdict.Advice => advice ?? "—", _ => "—" };

    private static IReadOnlyList<Cell> Cells(ImportRow row) => (row.AfterAs<ProgressImportRow>() ?? row.BeforeAs<ProgressImportRow>()) is { } said
        ? [Cell.Of(said.Code), Cell.Of((said.Text ?? string.Empty).Split('\n')), Cell.Of(WordOf(said.IsDone)), Cell.Of(WordOf(said.Verdict, said.Advice)), Cell.Of(said.Clerk), Cell.Of(said.Phone)]
        : [Cell.Blank, Cell.Of(string.Join('｜', row.Cells())), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank];

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<ProgressImportRow>(), row.AfterAs<ProgressImportRow>());
        (string Field, Func<ProgressImportRow, string?> Text)[] fields =
        [
            ("进展情况", said => said.Text), ("是否完成", said => WordOf(said.IsDone)), ("是否符合预期", said => WordOf(said.Verdict, said.Advice)), ("经办人", said => said.Clerk), ("联系电话", said => said.Phone),
        ];
        return from field in fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Code, field.Field, old, now);
    }

    private static string? Result(ImportBatch batch) => ReportTarget.TryParse(batch.Target, out var target)
        ? $"/progress{(target.UnitKey == UnitReport.WholeList ? "/list" : string.Empty)}?list={Uri.EscapeDataString(target.PlanCode)}&period={target.Period.Code}"
        : null;
}
