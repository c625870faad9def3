using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Word;

/// <summary>Brings the grid of a Word table down to the columns that are seen: lines between columns at which no cell begins go, and lines a hair apart become one.</summary>
internal static class GridBoundaries
{
    // Lines nearer than 2 mm (in twentieths of a point) were meant to be one.
    private const int HairWidth = 113;

    public static void Snap(List<DrawnRow> rows, IReadOnlyList<int> widths)
    {
        var lines = rows.Max(row => row.Cells[^1].Start + row.Cells[^1].Span + row.After) + 1;
        var moved = Renumber(lines, Used(rows, lines), Joined(rows, lines, widths));
        if (moved[^1] == lines - 1)
        {
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = Move(rows[i], moved);
        }
    }

    // A line counts where a cell begins or ends; where only row ends stand, the last one does.
    private static bool[] Used(List<DrawnRow> rows, int lines)
    {
        var used = new bool[lines];
        used[0] = used[^1] = true;
        foreach (var cell in rows.SelectMany(row => row.Cells))
        {
            used[cell.Start] = true;
        }

        foreach (var row in rows.Where(row => row.After > 0))
        {
            used[row.Cells[^1].Start + row.Cells[^1].Span] = true;
        }

        return used;
    }

    // Two neighbouring lines become one if the strip between them is a hair, and no cell would vanish in it.
    private static bool[] Joined(List<DrawnRow> rows, int lines, IReadOnlyList<int> widths)
    {
        var joined = new bool[lines];
        if (widths.Count != lines - 1 || widths.Any(width => width <= 0))
        {
            return joined;
        }

        for (var strip = 0; strip < lines - 1; strip++)
        {
            joined[strip + 1] = widths[strip] < HairWidth && !(strip > 0 && joined[strip])
                && !rows.SelectMany(row => row.Cells).Any(cell => cell.Start == strip && cell.Span == 1);
        }

        return joined;
    }

    private static int[] Renumber(int lines, bool[] used, bool[] joined)
    {
        var moved = new int[lines];
        for (var line = 1; line < lines; line++)
        {
            moved[line] = moved[line - 1] + (used[line] && !(joined[line] && used[line - 1]) ? 1 : 0);
        }

        return moved;
    }

    private static DrawnRow Move(DrawnRow row, int[] moved)
    {
        var cells = new List<DrawnCell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            var start = moved[cell.Start];
            cells.Add(cell with { Start = start, Span = Math.Max(1, moved[cell.Start + cell.Span] - start) });
        }

        var end = row.Cells[^1].Start + row.Cells[^1].Span;
        return row with { Cells = cells, After = moved[end + row.After] - moved[end] };
    }
}
