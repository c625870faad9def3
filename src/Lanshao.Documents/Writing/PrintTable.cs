namespace Lanshao.Documents.Writing;

/// <summary>A table as it is printed. Word, Excel, CSV and the page are made from this one model, so that all of them say the same.</summary>
public sealed record PrintTable
{
    /// <summary>The title above the table.</summary>
    public required string Title { get; init; }

    /// <summary>The columns from the left; at least one.</summary>
    public required IReadOnlyList<PrintColumn> Columns { get; init; }

    /// <summary>The rows from the top, asked for once by each writer; they may be made while they are written.</summary>
    public required IEnumerable<PrintRow> Rows { get; init; }

    /// <summary>The note above the table on the left, e.g. how the rows are ordered; empty for none.</summary>
    public string NoteAboveLeft { get; init; } = string.Empty;

    /// <summary>The note above the table on the right, e.g. the unit; empty for none.</summary>
    public string NoteAboveRight { get; init; } = string.Empty;

    /// <summary>Notes below the table, e.g. the source of the figures.</summary>
    public IReadOnlyList<string> NotesBelow { get; init; } = [];

    /// <summary>Whether the text is set small (10.5 pt, 五号) instead of 12 pt (小四), as wide tables need.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether a workbook is fitted to one page, not only to its width.</summary>
    public bool IsOnePage { get; init; }

    /// <summary>Whether the page lies on its side.</summary>
    public bool IsLandscape { get; init; }
}
