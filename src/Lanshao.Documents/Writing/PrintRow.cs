namespace Lanshao.Documents.Writing;

/// <summary>A row of a <see cref="PrintTable"/>.</summary>
/// <param name="Cells">The cells from the left; missing ones are empty.</param>
public sealed record PrintRow(IReadOnlyList<PrintCell> Cells)
{
    /// <summary>The key by which the filled row is known again, e.g. <c>2-5-2</c>; <see langword="null"/> where nobody fills the table in.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the first cell covers all columns and heads the rows below.</summary>
    public bool IsSection { get; init; }

    /// <summary>Makes a section row.</summary>
    /// <param name="title">The section's title.</param>
    /// <returns>The row.</returns>
    public static PrintRow Section(string title) => new([PrintCell.Of(title)]) { IsSection = true };

    /// <summary>Gives the row one cell for every column.</summary>
    /// <param name="columns">Number of columns.</param>
    /// <returns>The cells; a section's title covers all columns.</returns>
    internal PrintCell[] Across(int columns)
    {
        if (Cells.Count > columns)
        {
            throw new ArgumentException($"A row has {Cells.Count} cells, the table {columns} columns.", nameof(columns));
        }

        var cells = new PrintCell[columns];
        Array.Fill(cells, IsSection ? PrintCell.Left : PrintCell.Empty);
        for (var i = 0; i < Cells.Count; i++)
        {
            cells[i] = Cells[i];
        }

        return cells;
    }
}
