using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>The order of the rows against the order that the table states: 浓度由高到低排序.</summary>
internal static class OrderRule
{
    private const int FewestRows = 4;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            if (table.Order is { } order)
            {
                CheckTable(table, order, log);
            }
        }
    }

    private static void CheckTable(TableView table, OrderStatement order, CheckLog log)
    {
        var candidates = table.Columns.Where(column => column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change)
            .Select(column => (Column: column, Rows: table.With(column)))
            .Where(found => found.Rows.Count >= FewestRows)
            .Select(found => (found.Column, found.Rows, Outliers: Monotone.Outliers([.. found.Rows.Select(line => line.Value(found.Column)!.Value)], order.Descending)))
            .OrderBy(found => found.Outliers.Count).ThenByDescending(found => order.Subject.Length > 0 && found.Column.Heading.Contains(order.Subject, StringComparison.Ordinal));
        var best = candidates.FirstOrDefault();
        if (best.Column is null || best.Outliers.Count * 10 > best.Rows.Count * 3)
        {
            log.Unknown();
            return;
        }

        log.Agree(best.Rows.Count - best.Outliers.Count);
        foreach (var at in best.Outliers)
        {
            Add(table, order, best.Column, best.Rows, at, log);
        }
    }

    private static void Add(TableView table, OrderStatement order, TableColumn column, IReadOnlyList<TableLine> rows, int at, CheckLog log)
    {
        var cell = rows[at].Cell(column);
        if (rows[at].Cells.Any(other => other.Figure is not null && log.IsSuspect(other.Spot)))
        {
            return;
        }

        var neighbours = new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < rows.Count).Select(i => rows[i].Cell(column).Spot);
        log.Add("DOC-005", CheckKind.Order, Severity.Error, cell.Spot, [order.Spot, .. neighbours],
            cell.Text, string.Join("、", rows.Skip(Math.Max(0, at - 1)).Take(3).Select(line => line.Cell(column).Text)),
            ("name", rows[at].Name), ("heading", column.Heading), ("order", order.Spot.Text), ("table", table.Label));
    }
}
