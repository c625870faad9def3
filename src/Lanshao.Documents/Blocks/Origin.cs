namespace Lanshao.Documents.Blocks;

/// <summary>Where a value stands in its file. All counts begin with 1; what does not apply is <see langword="null"/>.</summary>
public sealed record Origin
{
    // A document has an origin for every cell: six plain numbers, 0 for none, take half the room of six nullable ones.
    private readonly int _block;
    private readonly int _table;
    private readonly int _row;
    private readonly int _cell;
    private readonly int _paragraph;
    private readonly int _line;

    /// <summary>Part of the file other than the body, e.g. a sheet's name, <c>textbox</c>, <c>footnotes</c>, <c>header</c>.</summary>
    public string? Part { get; init; }

    /// <summary>Block of the body, tables and paragraphs counted together; a text box has the number of the paragraph that it hangs on.</summary>
    public int? Block { get => Shown(_block); init => _block = value ?? 0; }

    /// <summary>Table of the body.</summary>
    public int? Table { get => Shown(_table); init => _table = value ?? 0; }

    /// <summary>Row of the table as it is printed: rows whose deletion is tracked do not count. In workbooks the row of the sheet.</summary>
    public int? Row { get => Shown(_row); init => _row = value ?? 0; }

    /// <summary>Cell of the row as it is drawn: merged columns count once. In workbooks and CSV files the column.</summary>
    public int? Cell { get => Shown(_cell); init => _cell = value ?? 0; }

    /// <summary>Paragraph of the cell.</summary>
    public int? Paragraph { get => Shown(_paragraph); init => _paragraph = value ?? 0; }

    /// <summary>Line of a text or CSV file.</summary>
    public int? Line { get => Shown(_line); init => _line = value ?? 0; }

    /// <summary>For a nested table and what it holds: the place of the cell around it.</summary>
    public Origin? Within { get; init; }

    private static int? Shown(int count) => count == 0 ? null : count;
}
