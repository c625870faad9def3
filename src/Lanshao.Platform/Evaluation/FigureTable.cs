using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>A printed table of one period, made once: pages, the API, Word, Excel, CSV and reports all say what stands here.</summary>
public sealed record FigureTable
{
    /// <summary>Gets what the pack says of the table.</summary>
    public required TableDefinition Definition { get; init; }

    /// <summary>Gets the indicator that the table is about.</summary>
    public required IndicatorDefinition Indicator { get; init; }

    public required Period Period { get; init; }

    /// <summary>Gets the revision of the pack that the table was made by.</summary>
    public required int PackRevision { get; init; }

    /// <summary>Gets the title with its period.</summary>
    public required string Title { get; init; }

    /// <summary>Gets who the figures are from, as it stands below the table.</summary>
    public required string SourceLine { get; init; }

    /// <summary>Gets the columns, their headings with the period.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Gets the rows in printed order, the total not among them.</summary>
    public required IReadOnlyList<PlaceRow> Rows { get; init; }

    /// <summary>Gets the last row with the district's own figures; null for none.</summary>
    public PlaceRow? Total { get; init; }

    /// <summary>Gets the scope that the table's figures share; null where it has no figures.</summary>
    public FigureScope? Scope { get; init; }

    /// <summary>Gets whether anything but names stands in the table.</summary>
    public bool HasFigures => Rows.Any(row => row.Cells.Any(cell => cell.Values.Any()));

    /// <summary>Gets the stored values that the table shows.</summary>
    public IEnumerable<IndicatorValue> Values => Cells.SelectMany(cell => cell.Values);

    /// <summary>Gets what a careful clerk would ask about the table, in the order of its rows; a mere gap is no question.</summary>
    public IEnumerable<Finding> Findings => Cells.SelectMany(cell => cell.Missing is { Severity: not Severity.Note } missing ? cell.Findings.Prepend(missing) : cell.Findings);

    private IEnumerable<FigureCell> Cells => Rows.Concat(Total is null ? [] : [Total]).SelectMany(row => row.Cells);

    /// <summary>Returns the first column that shows something; −1 where none does.</summary>
    public int ColumnOf(ColumnContent content)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Shows == content)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Returns what a row shows in a column; null where the table has no such column.</summary>
    public FigureCell? Cell(PlaceRow row, ColumnContent content)
    {
        ArgumentNullException.ThrowIfNull(row);

        return ColumnOf(content) is var at and >= 0 ? row.Cells[at] : null;
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Place">Where its figures hold.</param>
/// <param name="Name">The area, section or point as this table prints it.</param>
/// <param name="Cells">One cell for every column.</param>
public sealed record PlaceRow(Place Place, string Name, IReadOnlyList<FigureCell> Cells);
