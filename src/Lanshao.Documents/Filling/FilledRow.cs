using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Filling;

/// <summary>A row that came back.</summary>
/// <param name="Key">The row's key as it went out.</param>
/// <param name="Cells">What was written, by the name of the column; columns that are missing in the file are missing here.</param>
/// <param name="Origin">Where the row stands in the file.</param>
public sealed record FilledRow(string Key, IReadOnlyDictionary<string, FilledCell> Cells, Origin Origin)
{
    /// <summary>Whether nothing was written into the row.</summary>
    public bool IsBlank => Cells.Values.All(cell => cell.Text.Length == 0);
}
