using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>合计 against its parts, along rows and columns; one wrong cell breaks both and is one finding.</summary>
internal static class SumRule
{
    private const decimal LeastSum = 10m;
    private const decimal NearSum = 0.15m;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            var columns = ColumnSums(table);
            var rows = RowSums(table);
            Report(rows, columns, log);
        }
    }

    private static List<SumCheck> ColumnSums(TableView table)
    {
        var checks = new List<SumCheck>();
        // Micrograms per cubic metre add up to nothing.
        foreach (var column in table.Columns.Where(column => column.IsValue && !column.IsIntensive && (column.Unit ?? table.Unit)?.Name.Contains('/', StringComparison.Ordinal) != true))
        {
            checks.AddRange(table.HasTimesWithin ? TimeSums(table, column) : ColumnSums(table, column));
        }

        checks.AddRange(SummarySums(table));

        // A row called 合计 whose figures mostly are no sums is something else.
        return checks.Count(check => check.Fits) * 2 >= checks.Count || checks.Count <= 2 ? checks : [];
    }

    private static IEnumerable<SumCheck> ColumnSums(TableView table, TableColumn column)
    {
        var groups = new List<CellView>();
        var section = new List<CellView>();
        var hasSubtotals = table.Lines.Any(line => line.Kind == LineKind.Subtotal);
        foreach (var line in table.Lines)
        {
            var cell = line.Cell(column);
            if (line.Kind == LineKind.Data && !line.Name.StartsWith("其中", StringComparison.Ordinal) && cell is { Figure: not null, IsCovered: false })
            {
                (hasSubtotals ? section : groups).Add(cell);
            }
            else if (line.Kind == LineKind.Subtotal && cell.Figure is not null)
            {
                yield return new SumCheck(line, column, cell, [.. section], IsRow: false);
                groups.Add(cell);
                section.Clear();
            }
            else if (line.Kind == LineKind.Total && cell.Figure is not null)
            {
                var parts = groups.Concat(section).ToList();
                yield return new SumCheck(line, column, cell, parts.Count > 0 ? parts : Below(table, line, column), IsRow: false);
            }
        }
    }

    // Quarters of their months, 前三季度 of its quarters.
    private static IEnumerable<SumCheck> TimeSums(TableView table, TableColumn column) =>
        from line in table.Lines
        where line.Value(column) is not null
        let parts = TimeRows.PartsOf(table, line)
        where parts.Count > 0 && parts.All(part => part.Value(column) is not null)
        select new SumCheck(line, column, line.Cell(column), [.. parts.Select(part => part.Cell(column))], IsRow: false);

    // 全市 below the rows: their sum where it is so in another column to the last digit, and comes near to it in this one; where it is so in most columns, in all.
    private static List<SumCheck> SummarySums(TableView table)
    {
        var line = table.Lines.Any(other => other.Kind is LineKind.Total or LineKind.Subtotal) ? null : table.Lines.LastOrDefault(other => other.Kind == LineKind.Summary && other.Name.StartsWith('全'));
        var checks = line is null ? [] : table.Columns.Where(column => column.IsValue && !column.IsIntensive && line.Value(column) is not null)
            .Select(column => new SumCheck(line, column, line.Cell(column), [.. table.With(column).Select(other => other.Cell(column))], IsRow: false)).Where(check => check.Parts.Count > 2 && check.Sum > 0m).ToList();
        var fitting = checks.Count(check => check.Fits && check.Sum > 0m);
        return fitting > 2 && fitting * 3 >= checks.Count * 2 ? checks.FindAll(check => Slip.IsLikely(check.Total.Text, Numbers.Plain(check.Sum), null)) : checks.Exists(check => check.Fits && check.Total.Figure!.Value >= LeastSum) ? checks.FindAll(check => Math.Abs(check.Difference) <= check.Sum * NearSum) : [];
    }

    // 合计 above the rows that it adds.
    private static List<CellView> Below(TableView table, TableLine total, TableColumn column) =>
        [.. table.Data.Where(line => line.Number > total.Number && line.Value(column) is not null).Select(line => line.Cell(column))];

    private static List<SumCheck> RowSums(TableView table)
    {
        var checks = new List<SumCheck>();
        foreach (var total in table.Of(ColumnRole.Total).Where(column => !column.IsIntensive))
        {
            var best = Parts(table, total).Select(parts => RowSums(table, total, parts)).OrderByDescending(found => found.Count(check => check.Fits)).FirstOrDefault() ?? [];
            if (best.Count > 0 && best.Count(check => check.Fits) * 10 >= best.Count * 6)
            {
                checks.AddRange(best);
            }
        }

        return checks;
    }

    // The columns to the left up to another total, all to the left, all to the right.
    private static IEnumerable<List<TableColumn>> Parts(TableView table, TableColumn total)
    {
        var addable = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Total && column != total && !column.IsIntensive && !Headings.IsBefore(column.Heading)).ToList();
        var left = addable.FindAll(column => column.Index < total.Index);
        var lastTotal = left.FindLastIndex(column => column.Role == ColumnRole.Total);
        var right = addable.FindAll(column => column.Index > total.Index);
        var nextTotal = right.FindIndex(column => column.Role == ColumnRole.Total);
        List<TableColumn>[] all =
        [
            left.FindAll(column => column.Role == ColumnRole.Number),
            left[(lastTotal + 1)..],
            left.FindAll(column => column.Role == ColumnRole.Total),
            right.FindAll(column => column.Role == ColumnRole.Number),
            nextTotal < 0 ? right : right[..nextTotal],
        ];
        return all.Where(parts => parts.Count > 1);
    }

    private static List<SumCheck> RowSums(TableView table, TableColumn total, List<TableColumn> parts) =>
    [
        .. table.Lines.Where(line => line.Kind != LineKind.Section && line.Value(total) is not null)
            .Select(line => new SumCheck(line, total, line.Cell(total), [.. parts.Select(line.Cell).Where(cell => cell is { Figure: not null, IsCovered: false })], IsRow: true))
            .Where(check => check.Parts.Count > 0),
    ];

    private static void Report(List<SumCheck> rows, List<SumCheck> columns, CheckLog log)
    {
        log.Agree(rows.Count(check => check.Fits) + columns.Count(check => check.Fits));
        var broken = columns.FindAll(check => !check.Fits);
        foreach (var row in rows.Where(check => !check.Fits))
        {
            var crossing = broken.Find(column => Math.Abs(column.Difference) == Math.Abs(row.Difference) && Crossing(row, column) is not null);
            Add(row, crossing, log);
            broken.Remove(crossing!);
        }

        // A wrong quarter breaks the sum of its months and that of the quarters.
        foreach (var inner in broken.Where(check => broken.Exists(outer => outer.Parts.Contains(check.Total) && outer.Difference == -check.Difference)).ToList())
        {
            Add(inner, null, log);
            broken.RemoveAll(check => check == inner || check.Parts.Contains(inner.Total));
        }

        foreach (var column in broken)
        {
            Add(column, null, log);
        }
    }

    private static CellView? Crossing(SumCheck row, SumCheck column) => row.Parts.Append(row.Total).FirstOrDefault(cell => column.Parts.Append(column.Total).Contains(cell));

    private static void Add(SumCheck check, SumCheck? crossing, CheckLog log)
    {
        var suspect = crossing is null ? check.Total : Crossing(check, crossing)!;
        if (check.Parts.Append(check.Total).Any(cell => log.IsSuspect(cell.Spot)))
        {
            return;
        }

        var evidence = check.Parts.Append(check.Total).Where(cell => cell != suspect).Select(cell => cell.Spot);
        var expected = suspect == check.Total ? check.Sum : suspect.Figure!.Value + check.Difference;
        log.Add("DOC-002", CheckKind.Sum, Severity.Error, suspect.Spot, evidence, suspect.Text, Numbers.Plain(expected),
            ("name", check.Line.Name), ("heading", check.Column.Heading), ("total", check.Total.Text), ("sum", Numbers.Plain(check.Sum)),
            ("difference", Numbers.Plain(check.Difference)), ("parts", string.Join("＋", check.Parts.Take(12).Select(cell => cell.Text)) + (check.Parts.Count > 12 ? "＋…" : "")));
    }

    private sealed record SumCheck(TableLine Line, TableColumn Column, CellView Total, IReadOnlyList<CellView> Parts, bool IsRow)
    {
        public decimal Sum { get; } = Parts.Sum(cell => cell.Figure!.Value);

        public decimal Difference => Total.Figure!.Value - Sum;

        public bool Fits => Parts.Count == 0 || Parts.Aggregate(NumberInterval.Of(0m), (sum, cell) => sum.Plus(Rounded(cell))).Overlaps(Rounded(Total));

        // Whole numbers of things are counted; figures with decimals are rounded.
        private static NumberInterval Rounded(CellView cell) => cell.Figure!.Step >= 1m ? NumberInterval.Of(cell.Figure.Value) : cell.Figure.Rounded;
    }
}
