using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>The columns of a task list: roles by heading, one for every column of the grid.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Headings">The heading above each column of the grid, one line.</param>
/// <param name="Printed">The headings as printed, one for each cell of the (lowest) heading row.</param>
/// <param name="FirstRow">Index of the first row below the headings.</param>
internal sealed record TaskColumns(IReadOnlyList<ColumnRole> Roles, IReadOnlyList<string> Headings, IReadOnlyList<string> Printed, int FirstRow)
{
    private const int RowsToSearch = 6;

    public bool Has(ColumnRole role) => Roles.Contains(role);

    public bool HasUnits => Roles.Any(IsUnit);

    public static bool IsUnit(ColumnRole role) => role is ColumnRole.Lead or ColumnRole.Main or ColumnRole.Responsible or ColumnRole.Assist or ColumnRole.LeadAndAssist;

    /// <summary>Finds the headings of a table; null where it is no task list.</summary>
    public static TaskColumns? Find(TableBlock table)
    {
        for (var row = 0; row < Math.Min(RowsToSearch, table.Rows.Count); row++)
        {
            var height = HeightAt(table, row);
            if (Read(table, row, height) is { } columns)
            {
                return columns;
            }
        }

        return null;
    }

    /// <summary>Tells whether a row repeats the headings, as on a new page.</summary>
    public bool IsRepeatedBy(TableRow row) =>
        row.Cells.Count == Headings.Count && row.OwnCells.Any(cell => cell.Text.Length > 0)
        && row.OwnCells.Select(cell => (cell.Column, Text: ChineseText.Compact(cell.Text)))
            .All(cell => cell.Text.Length == 0 || Headings[cell.Column].Contains(cell.Text, StringComparison.Ordinal));

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
        var headings = new string[table.ColumnCount];
        var roles = new ColumnRole[table.ColumnCount];
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var upper = ChineseText.Compact(table.Rows[row].Cells[column].Anchor.Text);
            var lower = ChineseText.Compact(lowest.Cells[column].Anchor.Text);
            headings[column] = upper == lower ? upper : upper + lower;
            roles[column] = ColumnHeading.RoleOf(lower) is var role and not ColumnRole.Other ? role : ColumnHeading.RoleOf(headings[column]);
        }

        SplitSharedHeadings(lowest, roles);
        return IsTaskList(roles) ? new TaskColumns(WithContent(roles), headings, PrintedOf(lowest), row + height) : null;
    }

    private static List<string> PrintedOf(TableRow row) =>
        [.. row.Cells.Where(cell => !cell.IsCovered || cell.IsMergedFromAbove).Select(cell => LineJoin.Join([.. cell.Anchor.Paragraphs])).Where(text => text.Length > 0)];

    // 牵头部门及责任单位 over two columns: the first leads, the others assist.
    private static void SplitSharedHeadings(TableRow headings, ColumnRole[] roles)
    {
        foreach (var cell in headings.OwnCells.Where(cell => cell.ColumnSpan > 1 && roles[cell.Column] == ColumnRole.LeadAndAssist))
        {
            roles[cell.Column] = ColumnRole.Lead;
            roles.AsSpan(cell.Column + 1, cell.ColumnSpan - 1).Fill(ColumnRole.Assist);
        }
    }

    private static bool IsTaskList(ColumnRole[] roles) =>
        Array.Exists(roles, role => role is ColumnRole.Content or ColumnRole.Title) && Array.Exists(roles, role => IsUnit(role) || role == ColumnRole.Deadline);

    // Where no column holds measures, the task's own column does.
    private static ColumnRole[] WithContent(ColumnRole[] roles)
    {
        if (!roles.Contains(ColumnRole.Content))
        {
            roles[Array.LastIndexOf(roles, ColumnRole.Title)] = ColumnRole.Content;
        }

        return roles;
    }
}
