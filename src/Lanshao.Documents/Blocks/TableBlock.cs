namespace Lanshao.Documents.Blocks;

/// <summary>A table with its merged cells resolved: every row has one cell for every column of the grid.</summary>
/// <param name="Name">The sheet's name for workbooks; <see langword="null"/> elsewhere.</param>
/// <param name="ColumnCount">Number of grid columns; every row has as many cells.</param>
/// <param name="Rows">The rows as they stand, headings repeated on later pages included.</param>
/// <param name="Origin">Where the table stands in the file.</param>
public sealed record TableBlock(string? Name, int ColumnCount, IReadOnlyList<TableRow> Rows, Origin Origin) : Block(Origin);
