namespace Lanshao.Documents.Blocks;

/// <summary>Where a value stands in its file. All counts begin with 1; what does not apply is <see langword="null"/>.</summary>
public sealed record Origin
{
    /// <summary>Part of the file other than the body, e.g. a sheet's name, <c>textbox</c>, <c>footnotes</c>, <c>header</c>.</summary>
    public string? Part { get; init; }

    /// <summary>Block of the body, tables and paragraphs counted together; a text box has the number of the paragraph that it hangs on.</summary>
    public int? Block { get; init; }

    /// <summary>Table of the body.</summary>
    public int? Table { get; init; }

    /// <summary>Row of the table as it is printed: rows whose deletion is tracked do not count. In workbooks the row of the sheet.</summary>
    public int? Row { get; init; }

    /// <summary>Cell of the row as it is drawn: merged columns count once. In workbooks and CSV files the column.</summary>
    public int? Cell { get; init; }

    /// <summary>Paragraph of the cell.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Line of a text or CSV file.</summary>
    public int? Line { get; init; }

    /// <summary>For a nested table and what it holds: the place of the cell around it.</summary>
    public Origin? Within { get; init; }
}
