namespace Lanshao.Documents.Blocks;

/// <summary>Where a value stands in its file. All counts begin with 1; what does not apply is <see langword="null"/>.</summary>
public sealed record Origin
{
    /// <summary>Part of the file other than the body, e.g. a sheet's name, <c>textbox</c>, <c>footnotes</c>, <c>header</c>.</summary>
    public string? Part { get; init; }

    /// <summary>Block of the body, tables and paragraphs counted together.</summary>
    public int? Block { get; init; }

    /// <summary>Table of the body.</summary>
    public int? Table { get; init; }

    /// <summary>Row of the table.</summary>
    public int? Row { get; init; }

    /// <summary>Grid column of the table.</summary>
    public int? Column { get; init; }

    /// <summary>Paragraph of the cell.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Line of a text file.</summary>
    public int? Line { get; init; }
}
