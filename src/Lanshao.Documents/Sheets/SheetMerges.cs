using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>Draws the merged cells of a sheet into its rows.</summary>
internal static class SheetMerges
{
    public static List<DrawnRow> Apply(List<DrawnRow> rows, IReadOnlyList<MergedArea> areas, TableGrid grid, ReadingBudget budget)
    {
        foreach (var area in areas.Where(area => area.Top < rows.Count))
        {
            for (var row = area.Top; row <= Math.Min(area.Bottom, rows.Count - 1); row++)
            {
                budget.Look();
                rows[row] = Merge(rows[row], area, row == area.Top, grid);
            }
        }

        return rows;
    }

    private static DrawnRow Merge(DrawnRow row, MergedArea area, bool isTop, TableGrid grid)
    {
        var inside = row.Cells.Where(cell => cell.Start >= area.Left && cell.Start <= area.Right).ToList();
        var overlaps = row.Cells.Exists(cell => cell.Start <= area.Right && cell.Start + cell.Span > area.Left
            && (cell.Start < area.Left || cell.Start + cell.Span - 1 > area.Right));
        if (overlaps || (isTop && inside.Count == 0))
        {
            return row;
        }

        var first = inside.Find(cell => cell.Start == area.Left);
        foreach (var covered in inside.Where(cell => cell != first))
        {
            grid.ReportCovered(covered.Content, covered.Origin);
        }

        var merge = area.Top == area.Bottom ? VerticalMerge.None : isTop ? VerticalMerge.Begins : VerticalMerge.Continues;
        var origin = row.Origin with { Cell = area.Left + 1 };
        var cell = new DrawnCell(area.Left, area.Right - area.Left + 1, merge, first?.Content ?? [], origin);
        var cells = row.Cells.Where(other => !inside.Contains(other)).Append(cell).OrderBy(other => other.Start).ToList();
        return row with { Cells = cells };
    }
}
