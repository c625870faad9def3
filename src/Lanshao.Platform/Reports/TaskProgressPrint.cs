using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports;

/// <summary>Lays out how a quarter's key tasks stand (重点任务进展表), the last annex of the half-year report.</summary>
public static class TaskProgressPrint
{
    /// <summary>A task of the list.</summary>
    /// <param name="Sections">Titles of the sections that begin above this row; empty for none.</param>
    /// <param name="Number">The number as printed.</param>
    /// <param name="Task">What is to be done.</param>
    /// <param name="Agencies">Who is responsible, in the order of print.</param>
    /// <param name="Progress">What was reported; empty where nothing was.</param>
    /// <param name="Verdict">是否符合预期: yes, no, or advice in words; empty where nothing was said.</param>
    public sealed record Row(IReadOnlyList<string> Sections, string Number, string Task, IReadOnlyList<string> Agencies, string Progress, string Verdict);

    /// <summary>Lays the table out.</summary>
    /// <param name="title">The list's title.</param>
    /// <param name="quarter">The quarter; the heading of the progress names it.</param>
    /// <param name="rows">The tasks in order.</param>
    public static PrintTable Table(string title, Period quarter, IReadOnlyList<Row> rows) => new()
    {
        Title = title,
        IsLandscape = true,
        IsSmall = true,
        Columns =
        [
            new("序号", 13),
            new("重点任务内容", 76, CellAlign.Text),
            new("责任部门", 34),
            new(quarter.ChineseText[^3..] + "进展", 80, CellAlign.Text),
            new("是否符合\n预期", 22),
        ],
        Rows = rows.SelectMany(Print),
    };

    private static IEnumerable<PrintRow> Print(Row row) =>
    [
        .. row.Sections.Select(PrintRow.Section),
        new([PrintCell.Of(row.Number), PrintCell.Of(row.Task), PrintCell.Of(row.Agencies), PrintCell.Of(row.Progress), PrintCell.Of(row.Verdict)]),
    ];
}
