using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Tables as lists: serial numbers without gaps, no row twice, verdicts in one form, one number of decimals in a column.</summary>
internal static class ListRules
{
    private const int FewestRows = 5;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            CheckSerial(table, log);
            CheckDuplicates(document, table, log);
            CheckVerdicts(table, log);
            CheckDecimals(table, log);
        }
    }

    // 1, 2, 3, …; a number may stand again on the next page, and each section may begin with 1.
    private static void CheckSerial(TableView table, CheckLog log)
    {
        foreach (var column in table.Of(ColumnRole.Serial).Take(1))
        {
            CellView? before = null;
            TableLine? above = null;
            foreach (var line in table.Data.Where(line => line.Cell(column) is { IsCovered: false, Figure: not null }))
            {
                var cell = line.Cell(column);
                var (number, expected) = (cell.Figure!.Value, before is null ? 1m : before.Figure!.Value + 1m);
                var isContinued = number == expected - 1m && above is not null && IsContinued(table, above, line);
                above = line;
                if (number == expected || number == 1m || isContinued || before is null)
                {
                    log.Agree();
                }
                else
                {
                    log.Add("DOC-021", CheckKind.Count, Severity.Warning, cell.Spot, [before.Spot], cell.Text, Numbers.Plain(expected), ("table", table.Label), ("before", before.Text));
                }

                before = cell;
            }
        }
    }

    // The same number on the next row: the row goes on, or says more about the same thing.
    private static bool IsContinued(TableView table, TableLine above, TableLine line)
    {
        var words = table.Columns.Where(column => column.Role is ColumnRole.Name or ColumnRole.Text).Take(1).ToList();
        return words is not [var column] || line.Cell(column).IsCovered || line.Cell(column).IsEmpty || line.Cell(column).Text == above.Cell(column).Text;
    }

    private static void CheckDuplicates(CheckedDocument document, TableView table, CheckLog log)
    {
        if (table.NameColumn is not { } column || table.Data.Count < FewestRows || !(table.Of(ColumnRole.Rank).Any() || table.Lines.Any(line => line.Kind == LineKind.Total)))
        {
            return;
        }

        var groups = table.Data.Where(line => line.Cell(column) is { IsCovered: false, Text.Length: > 1 })
            .GroupBy(line => document.Names.Resolve(line.Cell(column).Text)?.Code ?? line.Cell(column).Text, StringComparer.Ordinal).ToList();
        if (groups.Count * 10 < table.Data.Count * 8)
        {
            return;
        }

        foreach (var group in groups)
        {
            var lines = group.ToList();
            if (lines.Count == 1)
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-020", CheckKind.Count, Severity.Error, lines[1].Cell(column).Spot, [lines[0].Cell(column).Spot], lines[1].Cell(column).Text, "1", ("name", lines[1].Name), ("count", Numbers.Count(lines.Count)), ("table", table.Label));
        }
    }

    private static void CheckVerdicts(TableView table, CheckLog log)
    {
        foreach (var column in table.Of(ColumnRole.Verdict))
        {
            var cells = table.Data.Select(line => line.Cell(column)).Where(cell => !cell.IsEmpty && !cell.IsCovered).ToList();
            var usual = cells.Where(cell => cell.Text.Length <= 4).Select(cell => cell.Text).Distinct().ToList();
            if (cells.Count < 3 || cells.Count(cell => cell.Text.Length <= 4) * 10 < cells.Count * 6)
            {
                continue;
            }

            foreach (var cell in cells.Where(cell => cell.Text.Length > 4))
            {
                log.Note("DOC-018", CheckKind.Form, cell.Spot, [], Spot.Cut(cell.Text), string.Join("或", usual), ("heading", column.Heading), ("table", table.Label));
            }
        }
    }

    private static void CheckDecimals(TableView table, CheckLog log)
    {
        foreach (var column in table.Columns.Where(column => column.Role == ColumnRole.Number))
        {
            var rows = table.With(column);
            var usual = rows.GroupBy(line => Numbers.DecimalsOf(line.Cell(column).Figure!)).OrderByDescending(group => group.Count()).FirstOrDefault();
            if (rows.Count < FewestRows || usual is null || usual.Key == 0 || usual.Count() * 10 < rows.Count * 8)
            {
                continue;
            }

            foreach (var line in rows.Where(line => Numbers.DecimalsOf(line.Cell(column).Figure!) != usual.Key && line.Value(column) != 0m))
            {
                var cell = line.Cell(column);
                log.Note("DOC-023", CheckKind.Form, cell.Spot, [], cell.Text, Numbers.Shown(cell.Figure!.Value, usual.Key), ("decimals", Numbers.Count(usual.Key)), ("heading", column.Heading), ("table", table.Label));
            }
        }
    }
}
