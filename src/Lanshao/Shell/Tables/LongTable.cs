using System.Globalization;
using Lanshao.Documents.Writing;

namespace Lanshao.Shell.Tables;

/// <summary>One page of a table that is too long to be held: its rows, and the key after which the next page begins.</summary>
/// <param name="Table">The rows of the page under the heads of the whole.</param>
/// <param name="After">Null for the last page.</param>
public sealed record TablePart(PageTable Table, string? After);

/// <summary>A table that goes out page by page, everything that the filters of the address match: CSV as it is read, Word and Excel up to what a person can still turn over. Where a limit is reached, the file says so.</summary>
/// <param name="page">Reads the page after a key; null for the first.</param>
/// <param name="note">Words the note of a limit that was reached, with its number of rows.</param>
/// <param name="most">Most rows of a CSV file.</param>
/// <param name="mostHeld">Most rows of a Word or Excel file.</param>
public sealed class LongTable(Func<string?, Task<TablePart>> page, Func<string, string> note, int most = LongTable.MostRows, int mostHeld = LongTable.MostRowsHeld)
{
    public const int MostRows = 1_000_000;
    public const int MostRowsHeld = 5_000;

    /// <summary>Returns the file, or 404 for an ending that is not offered.</summary>
    public async Task<IResult> AnswerAsync(string ending, CancellationToken ct)
    {
        if (!TableFiles.Endings.Contains(ending))
        {
            return Results.NotFound();
        }

        var first = await page(null);
        return ending == "csv"
            ? Results.Stream(output => WriteAsync(first, output, ct), "text/csv; charset=utf-8", TableFiles.NameOf(first.Table.Title, ending, TableFiles.MarkOf(first.Table)))
            : TableFiles.Answer(await GatherAsync(first), ending);
    }

    private async Task WriteAsync(TablePart first, Stream output, CancellationToken ct)
    {
        await output.WriteAsync(CsvWriter.Head(first.Table.ToPrint(withScreenColumns: true)), ct);
        var (left, part) = (most, first);
        for (; ; part = await page(part.After))
        {
            await output.WriteAsync(CsvWriter.Rows(Cut(part.Table, left).ToPrint(withScreenColumns: true)), ct);
            left -= part.Table.Rows.Count;
            if (part.After is null || left <= 0)
            {
                break;
            }
        }

        var foot = Noted(first.Table, most, isCut: left < 0 || part.After is not null);
        await output.WriteAsync(CsvWriter.Foot(foot.ToPrint(withScreenColumns: true), TableFiles.MarkOf(first.Table)), ct);
    }

    private async Task<PageTable> GatherAsync(TablePart first)
    {
        var (rows, part) = (new List<TableRow>(first.Table.Rows), first);
        while (part.After is not null && rows.Count < mostHeld)
        {
            part = await page(part.After);
            rows.AddRange(part.Table.Rows);
        }

        return Noted(Cut(first.Table with { Rows = rows }, mostHeld), mostHeld, isCut: part.After is not null || rows.Count > mostHeld);
    }

    private static PageTable Cut(PageTable table, int count) => table.Rows.Count <= count ? table : table with { Rows = [.. table.Rows.Take(count)] };

    private PageTable Noted(PageTable table, int limit, bool isCut) =>
        isCut ? table with { Below = [.. table.Below, note(limit.ToString("N0", CultureInfo.InvariantCulture))] } : table;
}
