namespace Lanshao.Documents.Blocks;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One cell for every column of the grid; a cell that a merged one covers points to it by <see cref="TableCell.Anchor"/>.</param>
/// <param name="IsHeading">Whether the file marks the row as repeated at the head of every page.</param>
/// <param name="Origin">Where the row stands in the file.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsHeading, Origin Origin)
{
    /// <summary>The cells as they were drawn in this row: without those that a neighbour covers.</summary>
    public IEnumerable<TableCell> OwnCells => Cells.Where(cell => !cell.IsCovered);

    /// <summary>Whether one cell spans all columns, as the section rows of official tables do.</summary>
    public bool SpansAllColumns => Cells.Count > 1 && Cells[0].ColumnSpan == Cells.Count;
}
