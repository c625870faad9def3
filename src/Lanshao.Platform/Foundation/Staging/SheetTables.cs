using Lanshao.Documents;
using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Reads the tables of a file that have the columns which an import needs: rows in equal rows out.</summary>
/// <param name="Needed">The headings that must be there.</param>
/// <param name="Missing">The code for a file without them: {file}, {missing}, {expected}.</param>
/// <param name="WrongCell">The code for a cell that does not fit.</param>
public sealed record SheetTables(IReadOnlyList<string> Needed, string Missing, string WrongCell)
{
    /// <summary>Reads every row of every table that has the columns.</summary>
    public Outcome<ImportReading<TRow>> Read<TRow>(ImportSource source, string target, Func<SheetLine, (string Key, TRow Row)> read, CancellationToken ct)
        where TRow : class
    {
        var document = DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct);
        var tables = document.Tables.Where(table => table.Rows.Count > 0).Select(table => (Table: table, Heads: SheetLine.HeadsOf(table))).ToList();
        var fitting = tables.FindAll(table => Needed.All(table.Heads.ContainsKey));
        if (fitting.Count == 0)
        {
            var missing = tables.Select(table => Needed.Except(table.Heads.Keys).ToList()).MinBy(heads => heads.Count) ?? [.. Needed];
            return Refusal.Unreadable(Missing, ("file", source.File.Name), ("missing", string.Join("、", missing)), ("expected", string.Join("、", Needed)));
        }

        var rows = fitting.SelectMany(table => table.Table.Rows.Skip(1).Where(IsFilled).Select(row => ReadRow(new SheetLine(row, table.Heads, WrongCell), read))).ToList();
        return new ImportReading<TRow>(target, source.File.Name, rows, []);
    }

    private static bool IsFilled(TableRow row) => row.Cells.Any(cell => cell.Text.Trim().Length > 0);

    private static SourceRow<TRow> ReadRow<TRow>(SheetLine line, Func<SheetLine, (string Key, TRow Row)> read)
        where TRow : class
    {
        var (key, row) = read(line);
        return new(line.Where, line.HasErrors ? "" : key, line.Raw, line.HasErrors ? null : row, line.Findings);
    }
}
