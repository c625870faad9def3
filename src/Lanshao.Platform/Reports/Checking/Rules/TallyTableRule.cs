using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A table that counts the rows of another: 7月 with Ⅱ类 3 beside a table of sections whose column 7月 has three Ⅱ, or 区水务局 with 牵头任务 4 beside a list of tasks.</summary>
internal static class TallyTableRule
{
    private const int FewestCells = 6;
    private const int FewestRows = 4;
    private const int MostTables = 40;
    private const int MostRows = 500;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count is >= FewestRows - 1 and <= MostRows).Take(MostTables).ToList();
        var kinds = tables.ToDictionary(list => list, KindsOf);
        foreach (var counts in tables)
        {
            foreach (var list in tables.Where(list => list != counts && list.Data.Count >= FewestCells))
            {
                Report(counts, OfHeadings(counts, list), log);
                foreach (var (kind, rows) in kinds[list].Where(known => counts.Data.Count(line => known.Rows.ContainsKey(line.Name)) > 2))
                {
                    foreach (var column in counts.Of(ColumnRole.Number))
                    {
                        Report(counts, OfKinds(counts, column, list, kind, rows), log);
                    }
                }
            }
        }
    }

    // The rows are columns of the other table, the columns classes that stand there.
    private static List<Tally> OfHeadings(TableView counts, TableView list)
    {
        var target = list.Of(ColumnRole.TargetClass).FirstOrDefault();
        return
        [
            .. from line in counts.Data
               let classes = list.Of(ColumnRole.Class).Where(column => column.Core == line.Name).ToList()
               where classes.Count == 1
               from column in counts.Of(ColumnRole.Number)
               where line.Value(column) is not null
               let isOne = IsOf(column, target)
               where isOne is not null
               select new Tally(line, column, list, classes[0], [.. list.Data.Where(other => isOne(other, other.Cell(classes[0])))]),
        ];
    }

    private static Func<TableLine, CellView, bool>? IsOf(TableColumn column, TableColumn? target)
    {
        if (WaterClass.TryParse(column.Core, out var wanted))
        {
            return (_, cell) => WaterClass.TryParse(cell.Text, out var own) && own.National == wanted.National;
        }

        // 优良 is Ⅲ or better.
        return column.Core.Length > 4 || column.IsIntensive ? null
            : column.Core.StartsWith("优良", StringComparison.Ordinal) && WaterClass.TryParse("Ⅲ", out var third) ? (_, cell) => WaterClass.TryParse(cell.Text, out var own) && own.National.Level <= third.National.Level
            : target is not null && column.Core.StartsWith("达标", StringComparison.Ordinal) ? (line, cell) => WaterClass.TryParse(cell.Text, out var own) && WaterClass.TryParse(line.Cell(target).Text, out var aim) && own.National.Level <= aim.National.Level : null;
    }

    // The rows of a list by what stands in a column, alone or among others.
    private static List<(TableColumn Kind, Dictionary<string, List<TableLine>> Rows)> KindsOf(TableView list) =>
        list.Columns.Where(kind => kind.Role is ColumnRole.Text or ColumnRole.Agency or ColumnRole.Name).Select(kind => (kind, list.Data.SelectMany(line => line.Cell(kind).Text.Split('、', '，', '/').Distinct().Select(name => (name, line))).GroupBy(known => known.name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(known => known.line).ToList(), StringComparer.Ordinal))).ToList();

    private static List<Tally> OfKinds(TableView counts, TableColumn column, TableView list, TableColumn kind, Dictionary<string, List<TableLine>> rows)
    {
        var tallies = counts.Data.Where(line => line.Value(column) is not null && line.Name.Length > 1).Select(line => new Tally(line, column, list, kind, rows.GetValueOrDefault(line.Name) ?? [])).ToList();
        return tallies.Count < FewestRows || tallies.Count(tally => tally.Fits) < tallies.Count - 1 || tallies.Where(tally => tally.Fits && tally.Rows.Count > 0).Select(tally => tally.Rows.Count).Distinct().Count() < 3 ? [] : tallies;
    }

    private static void Report(TableView counts, List<Tally> tallies, CheckLog log)
    {
        var fits = tallies.Count(tally => tally.Fits);
        if (fits < FewestCells - 2 || fits * 10 < tallies.Count * 8)
        {
            return;
        }

        log.Agree(fits);
        foreach (var tally in tallies.Where(tally => !tally.Fits && !log.IsSuspect(tally.Cell.Spot)))
        {
            log.Add("DOC-006", CheckKind.Count, Severity.Error, tally.Cell.Spot, tally.Rows.Select(line => line.Cell(tally.Of).Spot), tally.Cell.Text, Numbers.Count(tally.Rows.Count),
                ("name", tally.Line.Name), ("heading", tally.Column.Heading), ("working", $"{tally.List.Label}“{tally.Of.Heading}”"), ("table", counts.Label));
        }
    }

    private sealed record Tally(TableLine Line, TableColumn Column, TableView List, TableColumn Of, IReadOnlyList<TableLine> Rows)
    {
        public CellView Cell => Line.Cell(Column);

        public bool Fits => Line.Value(Column) == Rows.Count;
    }
}
