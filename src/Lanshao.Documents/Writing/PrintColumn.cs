namespace Lanshao.Documents.Writing;

/// <summary>A column of a <see cref="PrintTable"/>.</summary>
/// <param name="Heads">The heading, from the group above to the column's own words; one string where there is no group. A line feed is a place to break the line.</param>
/// <param name="WidthMm">Width in millimetres (more than 0); on paper the columns are stretched together to the width of the page.</param>
/// <param name="Align">How the content stands.</param>
public sealed record PrintColumn(IReadOnlyList<string> Heads, double WidthMm, CellAlign Align = CellAlign.Center)
{
    /// <summary>Makes a column with a heading of one level.</summary>
    /// <param name="head">The heading.</param>
    /// <param name="widthMm">Width in millimetres (more than 0).</param>
    /// <param name="align">How the content stands.</param>
    public PrintColumn(string head, double widthMm, CellAlign align = CellAlign.Center)
        : this([head], widthMm, align)
    {
    }

    /// <summary>Whether the column holds the row's key (编号), by which a filled table is read back.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether people fill the column in; all other columns must come back as they went out.</summary>
    public bool IsToFill { get; init; }

    /// <summary>Answers offered in a workbook; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The heading on one line, groups first: the name of the column in files without merged headings.</summary>
    public string Name => string.Join('·', Heads).Replace("\n", string.Empty, StringComparison.Ordinal);
}
