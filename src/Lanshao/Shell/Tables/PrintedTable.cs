using System.Globalization;
using Lanshao.Documents.Writing;

namespace Lanshao.Shell.Tables;

/// <summary>Turns the table of a page into the one that files are made from, so that page, Word, Excel and CSV say the same.</summary>
public static class PrintedTable
{
    /// <summary>Returns the table as it goes into files.</summary>
    public static PrintTable Of(PageTable table) => new()
    {
        Title = table.Title,
        Columns = [.. table.Columns.Select(Column)],
        Rows = table.Rows.Select(row => row.Kind == RowKind.Section ? PrintRow.Section(row.Cells[0].Text) : new PrintRow([.. row.Cells.Select(Cell)])),
        NoteAboveLeft = table.Above ?? string.Empty,
        NoteAboveRight = table.UnitLine ?? string.Empty,
        NotesBelow = table.Below,
        IsLandscape = table.IsWide,
        IsSmall = table.IsWide,
    };

    private static PrintColumn Column(Column column)
    {
        var heading = column.Unit is null ? column.Heading : $"{column.Heading}\n（{column.Unit}）";
        var (widthMm, align) = column.Kind switch
        {
            ColumnKind.Prose => (80, CellAlign.Text),
            ColumnKind.Mark => (18, CellAlign.Center),
            ColumnKind.Figure => (24, CellAlign.Center),
            _ => (30, CellAlign.Center),
        };
        return new(column.Group is null ? [heading] : [column.Group, heading], widthMm, align);
    }

    private static PrintCell Cell(Cell cell) => cell switch
    {
        { MissingReason: { } reason } => PrintCell.Missing(reason),
        { Number: not null } when Figure(cell.Text) is { } figure => figure,
        _ => PrintCell.Of(cell.Text),
    };

    // The figure is taken from the print: what the page shows is what the file holds.
    private static PrintCell? Figure(string text)
    {
        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text[..^1] : text;
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var shown) || digits.StartsWith('+'))
        {
            return null;
        }

        var decimals = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? digits.Length - point - 1 : 0;
        return isPercent ? PrintCell.Percent(shown, decimals) : PrintCell.Number(shown, decimals);
    }
}
