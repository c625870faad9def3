using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>One column of a task list.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Heading">The heading above it, one line.</param>
internal sealed record TaskColumn(ColumnRole Role, string Heading)
{
    public bool IsUnit => Role is ColumnRole.Lead or ColumnRole.Main or ColumnRole.Responsible or ColumnRole.Assist or ColumnRole.LeadAndAssist;
}

/// <summary>The columns of a task list: roles by heading, one for every column of the grid.</summary>
/// <param name="All">The columns.</param>
/// <param name="Printed">The headings as printed, one for each cell of the (lowest) heading row.</param>
/// <param name="FirstRow">Index of the first row below the headings.</param>
internal sealed record TaskColumns(IReadOnlyList<TaskColumn> All, IReadOnlyList<string> Printed, int FirstRow)
{
    private const int RowsToSearch = 6;

    public TaskColumn this[int column] => All[column];

    public bool Has(ColumnRole role) => All.Any(column => column.Role == role);

    /// <summary>Tells whether two tables have the same headings.</summary>
    public bool IsSameAs(TaskColumns? other) => other is not null && All.SequenceEqual(other.All);

    /// <summary>Finds the headings of a table; null where it is no task list.</summary>
    public static TaskColumns? Find(TableBlock table)
    {
        for (var row = 0; row < Math.Min(RowsToSearch, table.Rows.Count); row++)
        {
            if (Read(table, row, HeightAt(table, row)) is { } columns)
            {
                return columns;
            }
        }

        return null;
    }

    /// <summary>Tells whether a row repeats the headings, as on a new page.</summary>
    public bool IsRepeatedBy(TableRow row) =>
        row.Cells.Count == All.Count && row.OwnCells.Any(cell => cell.Text.Length > 0)
        && row.OwnCells.All(cell => ChineseText.Compact(cell.Text) is var text && (text.Length == 0 || All[cell.Column].Heading.Contains(text, StringComparison.Ordinal)));

    // A heading over several columns, or one that reaches down, has its parts in the row below.
    private static int HeightAt(TableBlock table, int row)
    {
        var cells = table.Rows[row].Cells;
        var isGrouped = row + 1 < table.Rows.Count && !table.Rows[row].SpansAllColumns
            && cells.Any(cell => cell.RowSpan > 1 && !cell.IsCovered) && cells.Any(cell => cell.ColumnSpan > 1);
        return isGrouped ? 2 : 1;
    }

    private static TaskColumns? Read(TableBlock table, int row, int height)
    {
        var lowest = table.Rows[row + height - 1];
        var columns = new TaskColumn[table.ColumnCount];
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var upper = ChineseText.Compact(table.Rows[row].Cells[column].Anchor.Text);
            var lower = ChineseText.Compact(lowest.Cells[column].Anchor.Text);
            var heading = upper == lower ? upper : upper + lower;
            columns[column] = new TaskColumn(ColumnHeading.RoleOf(lower) is var role and not ColumnRole.Other ? role : ColumnHeading.RoleOf(heading), heading);
        }

        SplitSharedHeadings(lowest, columns);
        return IsTaskList(columns) ? new TaskColumns(WithContent(columns, table, row + height), PrintedOf(lowest), row + height) : null;
    }

    private static List<string> PrintedOf(TableRow row) =>
        [.. row.Cells.Where(cell => !cell.IsCovered || cell.IsMergedFromAbove).Select(cell => LineJoin.Join([.. cell.Anchor.Paragraphs])).Where(text => text.Length > 0)];

    // 牵头部门及责任单位 over two columns: the first leads, the others assist.
    private static void SplitSharedHeadings(TableRow headings, TaskColumn[] columns)
    {
        foreach (var cell in headings.OwnCells.Where(cell => cell.ColumnSpan > 1 && columns[cell.Column].Role == ColumnRole.LeadAndAssist))
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                columns[column] = columns[column] with { Role = column == cell.Column ? ColumnRole.Lead : ColumnRole.Assist };
            }
        }
    }

    private static bool IsTaskList(TaskColumn[] columns) =>
        Array.Exists(columns, column => column.Role is ColumnRole.Content or ColumnRole.Title) && Array.Exists(columns, column => column.IsUnit || column.Role == ColumnRole.Deadline);

    // Where no heading says that a column holds measures, the column with the longest texts does: the task's own or one without a known heading.
    private static TaskColumn[] WithContent(TaskColumn[] columns, TableBlock table, int firstRow)
    {
        if (!Array.Exists(columns, column => column.Role == ColumnRole.Content))
        {
            var last = Array.FindLastIndex(columns, column => column.Role == ColumnRole.Title);
            var longest = Enumerable.Range(0, columns.Length).Where(column => columns[column].Role == ColumnRole.Other && columns[column].Heading.Length > 0).Prepend(last)
                .MaxBy(column => LengthOf(table, column, firstRow));
            columns[longest] = columns[longest] with { Role = ColumnRole.Content };
        }

        return columns;
    }

    private static long LengthOf(TableBlock table, int column, int firstRow) =>
        table.Rows.Skip(firstRow).Where(row => !row.SpansAllColumns).Sum(row => (long)row.Cells[column].Text.Length);
}
