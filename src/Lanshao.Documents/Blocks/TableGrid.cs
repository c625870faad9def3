using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Blocks;

/// <summary>How a drawn cell hangs together with the one above it.</summary>
internal enum VerticalMerge
{
    None,
    Begins,
    Continues,
}

/// <summary>A cell as it is drawn, before its place in the grid is final.</summary>
internal sealed record DrawnCell(int Start, int Span, VerticalMerge Merge, IReadOnlyList<Block> Content, Origin Origin);

/// <summary>A row as it is drawn.</summary>
/// <param name="Cells">Its cells, in order.</param>
/// <param name="IsHeading">Whether it is repeated at the head of every page.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="After">Grid columns that the row leaves out at its end.</param>
internal sealed record DrawnRow(List<DrawnCell> Cells, bool IsHeading, Origin Origin, int After = 0);

/// <summary>Builds tables from drawn rows: merged cells resolved, one cell for every place of the grid.</summary>
internal sealed class TableGrid(ReadingBudget budget, FindingList findings)
{
    private const int BytesOfEmptyCell = 96;

    /// <summary>Builds a table.</summary>
    /// <param name="rows">The rows; cells of a row in ascending order, not overlapping.</param>
    /// <param name="name">The sheet's name, if any.</param>
    /// <param name="origin">Where the table stands.</param>
    /// <param name="isRagged">Whether rows of other lengths are usual and not worth a finding.</param>
    public TableBlock Build(IReadOnlyList<DrawnRow> rows, string? name, Origin origin, bool isRagged)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(Width);
        if (columns > budget.Limits.TableColumns)
        {
            throw Refuse.Limit(DocumentCodes.LimitTableColumns, budget.Limits.TableColumns, columns);
        }

        var above = new TableCell?[columns];
        var built = new List<TableRow>(rows.Count);
        foreach (var row in rows)
        {
            if (!isRagged && Width(row) < columns)
            {
                findings.Add(DocumentCodes.RaggedRow, row.Origin, ("found", Refuse.Number(Width(row))), ("expected", Refuse.Number(columns)));
            }

            built.Add(Place(row, columns, above));
        }

        return new TableBlock(name, columns, built, origin);
    }

    private static int Width(DrawnRow row) => (row.Cells.Count == 0 ? 0 : row.Cells[^1].Start + row.Cells[^1].Span) + row.After;

    // "above" holds, by column, the merged cell that may reach down into this row.
    private TableRow Place(DrawnRow row, int columns, TableCell?[] above)
    {
        budget.Keep(0);
        var cells = new TableCell[columns];
        var merged = new TableCell?[columns];
        foreach (var drawn in row.Cells)
        {
            PlaceCell(drawn, cells, above, merged);
        }

        for (var column = 0; column < columns; column++)
        {
            if (cells[column] is null)
            {
                budget.KeepBytes(BytesOfEmptyCell);
                cells[column] = new TableCell(column, 1, [], row.Origin);
            }
        }

        merged.CopyTo(above, 0);
        return new TableRow(cells, row.IsHeading, row.Origin);
    }

    private void PlaceCell(DrawnCell drawn, TableCell[] cells, TableCell?[] above, TableCell?[] merged)
    {
        var anchor = drawn.Merge == VerticalMerge.Continues ? above[drawn.Start] : null;
        var continues = anchor is not null && anchor.Column == drawn.Start && anchor.ColumnSpan == drawn.Span;
        if (continues)
        {
            anchor!.RowSpan++;
            ReportCovered(drawn.Content, drawn.Origin);
        }

        var own = continues ? TableCell.CoveredFromAbove(drawn.Start, anchor!, drawn.Origin) : new TableCell(drawn.Start, drawn.Span, drawn.Content, drawn.Origin);
        for (var column = drawn.Start; column < drawn.Start + drawn.Span; column++)
        {
            budget.KeepBytes(BytesOfEmptyCell);
            cells[column] = column == drawn.Start ? own
                : continues ? TableCell.CoveredFromAbove(column, own.Anchor, drawn.Origin)
                : TableCell.CoveredFromLeft(column, own, drawn.Origin);
            merged[column] = drawn.Merge == VerticalMerge.None ? null : own.Anchor;
        }
    }

    /// <summary>Names text that a merged cell hides, so that it is not lost without a word.</summary>
    public void ReportCovered(IEnumerable<Block> content, Origin origin)
    {
        var text = string.Concat(content.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text));
        if (!string.IsNullOrWhiteSpace(text))
        {
            findings.Add(DocumentCodes.CoveredText, origin, ("text", text));
        }
    }
}
