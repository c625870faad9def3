using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A year-on-year column without last year's values: whether any value of last year, printed as this year's are, gives the percentage.</summary>
/// <remarks>The basis is known only from the other rows: where they all fit whole numbers, the odd one out is asked about, not condemned.</remarks>
internal static class YearOnYearRule
{
    private const int FewestRows = 6;
    private const decimal MostChance = 0.5m;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => !table.Columns.Any(column => Headings.IsBefore(column.Heading))))
        {
            foreach (var change in table.Of(ColumnRole.Change).Where(column => column.Heading.Contains("同比", StringComparison.Ordinal)))
            {
                CheckColumn(table, change, log);
            }
        }
    }

    private static void CheckColumn(TableView table, TableColumn change, CheckLog log)
    {
        var bases = table.Columns.Where(column => column.IsValue).Select(column => Basis.Of(table, change, column)).Where(basis => basis.Rows.Count >= FewestRows);
        var best = bases.Where(basis => basis.Misfits.Count <= Math.Max(1, basis.Rows.Count / 10) && basis.Chance <= MostChance).OrderBy(basis => basis.Misfits.Count).ThenBy(basis => basis.Chance).FirstOrDefault();
        if (best is null)
        {
            log.Unknown(table.With(change).Count);
            return;
        }

        log.Agree(best.Rows.Count - best.Misfits.Count);
        foreach (var line in best.Misfits.Where(line => !line.Cells.Any(cell => cell.Figure is not null && log.IsSuspect(cell.Spot))))
        {
            var nearest = Basis.Nearest(line, change, best.Value);
            log.Add("DOC-007", CheckKind.YearOnYear, Severity.Warning, line.Cell(change).Spot, [line.Cell(best.Value).Spot], line.Cell(change).Text, nearest,
                ("name", line.Name), ("value", line.Cell(best.Value).Text), ("heading", best.Value.Heading), ("table", table.Label));
        }
    }

    private sealed record Basis(TableColumn Value, IReadOnlyList<TableLine> Rows, IReadOnlyList<TableLine> Misfits, decimal Chance)
    {
        public static Basis Of(TableView table, TableColumn change, TableColumn value)
        {
            var rows = table.Data.Where(line => line.Value(value) > 0m && line.Value(change) is > -100m and < 10_000m).ToList();
            var step = rows.Count == 0 ? 1m : rows.Min(line => line.Cell(value).Figure!.Step);
            var misfits = rows.FindAll(line => !IsPossible(line, change, value, step, out _));
            var chance = rows.Count == 0 ? 1m : rows.Average(line =>
            {
                IsPossible(line, change, value, step, out var width);
                return Math.Min(1m, width);
            });
            return new Basis(value, rows, misfits, chance);
        }

        /// <summary>The percentages that the values next to the wanted one give.</summary>
        public static string Nearest(TableLine line, TableColumn change, TableColumn value)
        {
            var (now, stated) = (line.Value(value)!.Value, line.Value(change)!.Value);
            var step = line.Cell(value).Figure!.Step;
            var below = decimal.Floor(now / (1m + (stated / 100m)) / step) * step;
            var shown = new[] { below + step, below }.Where(before => before > 0m).Select(before => Numbers.Shown((now - before) * 100m / before, 1) + "%").Distinct();
            return string.Join("或", shown);
        }

        private static bool IsPossible(TableLine line, TableColumn change, TableColumn value, decimal step, out decimal width)
        {
            var now = line.Value(value)!.Value;
            var stated = line.Cell(change).Figure!.Rounded;
            var (low, high) = (now / (1m + (stated.High / 100m)), now / (1m + (Math.Max(stated.Low, -99m) / 100m)));
            width = (high - low) / step;
            return decimal.Ceiling(low / step) <= decimal.Floor(high / step);
        }
    }
}
