using Lanshao.Documents.Writing;
using Lanshao.Platform.Reports.Exports;

namespace Lanshao.Shell.Tables;

/// <summary>What kind of row it is.</summary>
public enum RowKind
{
    Plain,

    /// <summary>合计, ruled off and never sorted away from the end.</summary>
    Total,

    /// <summary>A heading across all columns (一、…); the table is then shown in its own order only.</summary>
    Section,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">As many as the table has columns; one of a section row.</param>
/// <param name="Kind">What kind of row it is.</param>
/// <param name="Anchor">The id that a link may point to; null for none.</param>
public sealed record TableRow(IReadOnlyList<Cell> Cells, RowKind Kind = RowKind.Plain, string? Anchor = null);

/// <summary>An official table: made once, then shown, printed and exported from the same value.</summary>
/// <param name="Title">What the table is called in print and in files.</param>
/// <param name="Columns">Its columns, in printed order.</param>
/// <param name="Rows">Its rows, in official order.</param>
public sealed record PageTable(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Gets what the table is about where its title alone does not say so (2-5-2, a unit, a place): in files and pictures it stands before the title.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the title as it stands where the page around it is not seen.</summary>
    public string FullTitle => Subject is null ? Title : $"{Subject} {Title}";

    /// <summary>Gets the line above on the left: 浓度由高到低排序.</summary>
    public string? Above { get; init; }

    /// <summary>Gets the unit above on the right: 单位：微克/立方米.</summary>
    public string? UnitLine { get; init; }

    /// <summary>Gets the lines below: 数据来源：…, 注：….</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>Gets whether the table needs a page lying on its side.</summary>
    public bool IsWide { get; init; }

    /// <summary>Gets whether a phone shows every row as a card, its cells under their heads, two beside each other and prose across: rows that are read one by one.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Gets whether the table keeps to one page of paper.</summary>
    public bool IsOnePage { get; init; }

    /// <summary>Gets whether the data is a sample, said in every export.</summary>
    public bool IsSample { get; init; }

    /// <summary>Gets what figures the table carries, by which its files are noted; null where it has none that a correction could change.</summary>
    public CarriedFigures? Carries { get; init; }

    private bool HasOwnOrder => Rows.Any(row => row.Kind == RowKind.Section || row.Cells.Any(cell => cell.Print.IsAbove));

    /// <summary>Returns the table in the order that the address asks for; in its own order where that is no column of ours.</summary>
    /// <param name="sort">A sort key; with a leading minus the largest first.</param>
    public PageTable Sorted(string? sort)
    {
        var at = IndexOf(sort?.TrimStart('-'));
        if (at < 0 || HasOwnOrder)
        {
            return this;
        }

        var plain = Rows.Where(row => row.Kind == RowKind.Plain).ToList();
        var known = plain.Where(row => row.Cells[at].Order is not null);
        var ordered = sort!.StartsWith('-') ? known.OrderByDescending(row => row.Cells[at].Order) : known.OrderBy(row => row.Cells[at].Order);
        return this with { Rows = [.. ordered, .. plain.Where(row => row.Cells[at].Order is null), .. Rows.Where(row => row.Kind == RowKind.Total)] };
    }

    /// <summary>Returns the table as it goes out.</summary>
    /// <param name="withScreenColumns">Whether the columns that only the screen adds come along: into a workbook, never onto paper.</param>
    public PrintTable ToPrint(bool withScreenColumns)
    {
        var kept = Enumerable.Range(0, Columns.Count).Where(at => withScreenColumns || !Columns[at].ScreenOnly).ToList();
        return new()
        {
            Title = FullTitle,
            Columns = [.. kept.Select(at => Columns[at].ToPrint())],
            Rows = Rows.Select(row => row.Kind == RowKind.Section ? PrintRow.Section(row.Cells[0].Text) : new PrintRow([.. kept.Select(at => row.Cells[at].Print)])),
            NoteAboveLeft = Above ?? string.Empty,
            NoteAboveRight = UnitLine ?? string.Empty,
            NotesBelow = Below,
            IsLandscape = IsWide,
            IsSmall = IsWide || IsOnePage,
            IsOnePage = IsOnePage,
        };
    }

    /// <summary>Returns how many rows the cell covers with the covered places below it; 0 for a covered place.</summary>
    public int RowsCovered(int row, int column)
    {
        if (Rows[row].Cells[column].Print.IsAbove)
        {
            return 0;
        }

        var count = 1;
        while (row + count < Rows.Count && column < Rows[row + count].Cells.Count && Rows[row + count].Cells[column].Print.IsAbove)
        {
            count++;
        }

        return count;
    }

    private int IndexOf(string? key)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (key is not null && Columns[at].SortKey == key)
            {
                return at;
            }
        }

        return -1;
    }
}
