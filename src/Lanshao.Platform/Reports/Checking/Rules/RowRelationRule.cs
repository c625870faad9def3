using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Columns that follow from others in every row but one, whatever their headings say: 与时序相差 from two rates, 未完成, 全年任务 from its quarters, a rate of one and the same whole.</summary>
internal static class RowRelationRule
{
    private const int FewestRows = 4;
    private const int MostColumns = 14;
    private const int MostRows = 400;
    private const int RowsForTwo = 12;
    private const int LargestWhole = 2000;
    private const int Near = 90;
    private const decimal Small = 10m;
    private static readonly string[] Complements = ["未", "剩", "尚", "余", "欠", "缺"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => table.Lines.Count is >= FewestRows and <= MostRows))
        {
            var rows = table.Lines.Where(line => line.Kind != LineKind.Section).ToList();
            foreach (var result in table.Columns.Where(column => column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change or ColumnRole.Rank))
            {
                // What another relation gives in every row is no slip: 达标率 of its own 断面数, though all but one have four.
                var all = Relations(table, rows, result).ToList();
                var best = all.Exists(relation => relation.IsWhole) ? null : all.Where(relation => relation.Holds && relation.Kind == CheckKind.Sum | relation.Inputs.Length != 2).OrderByDescending(relation => relation.Fits).ThenBy(relation => relation.Inputs.Length).FirstOrDefault();
                foreach (var row in best?.Rows.Where(row => !row.Fits && best.IsWrong(row)) ?? [])
                {
                    Add(table, best!, row, log);
                }
            }
        }
    }

    private static IEnumerable<Relation> Relations(TableView table, List<TableLine> rows, TableColumn result)
    {
        var isPlace = result.Role == ColumnRole.Rank;
        if (isPlace && !Headings.IsChange(result.Heading))
        {
            return [];
        }

        var inputs = table.Columns.Where(column => column != result && (isPlace ? column.Role == ColumnRole.Rank : column.IsValue || column.Role == ColumnRole.Percent || (column.Role == ColumnRole.Rank && result.Role == ColumnRole.Change))).Take(MostColumns).ToList();
        return Differences(table, rows, result, inputs).Concat(isPlace ? [] : Sums(table, rows, result, inputs)).Concat(result.Role == ColumnRole.Percent ? Ratios(table, rows, result, inputs).Concat(OfOneWhole(table, rows, result, inputs).Concat(MeanRates(table, rows, result, inputs))) : []);
    }

    private static IEnumerable<Relation> Differences(TableView table, List<TableLine> rows, TableColumn result, List<TableColumn> inputs) =>
        from one in rows.Exists(line => line.Cell(result).Figure is { } figure && figure.IsPercent()) ? [] : inputs
        from other in inputs
        where one != other && KindOf(one) == KindOf(other) && (result.Unit?.Kind is not (UnitKind.Ratio or UnitKind.Points) || KindOf(one) == ColumnRole.Percent) && (!result.IsValue || result.Unit is not null || KindOf(one) != ColumnRole.Percent)
        select new Relation(table, result, [one, other], "{0}－{1}", CheckKind.Sum, isSum: false, rows, line => Printed(table, one, line).Minus(Printed(table, other, line)));

    private static ColumnRole KindOf(TableColumn column) => column.IsValue && column.Unit?.Kind != UnitKind.Ratio ? ColumnRole.Number : column.IsValue ? ColumnRole.Percent : column.Role;

    // Neighbours that together are the whole.
    private static IEnumerable<Relation> Sums(TableView table, List<TableLine> rows, TableColumn result, List<TableColumn> inputs)
    {
        var parts = result.Role == ColumnRole.Number && !result.IsIntensive ? inputs.FindAll(column => column.Role == ColumnRole.Number && !column.IsIntensive) : [];
        for (var from = 0; from < parts.Count; from++)
        {
            for (var to = from + 1; to < parts.Count && parts[to].Index == parts[to - 1].Index + 1; to++)
            {
                TableColumn[] run = [.. parts[from..(to + 1)]];
                yield return new Relation(table, result, run, string.Join('＋', run.Select((_, i) => $"{{{Numbers.Count(i)}}}")), CheckKind.Sum, isSum: true, rows,
                    line => run.Aggregate(NumberInterval.Of(0m), (sum, column) => sum.Plus(Printed(table, column, line))));
            }
        }
    }

    private static IEnumerable<Relation> Ratios(TableView table, List<TableLine> rows, TableColumn result, List<TableColumn> inputs) =>
        from one in inputs.Where(column => column.IsValue)
        from other in inputs.Where(column => column.IsValue && column != one)
        select new Relation(table, result, [one, other], "{0}÷{1}", CheckKind.Ratio, isSum: false, rows, line => Printed(table, one, line).PercentOf(Printed(table, other, line)));

    // 优良比例 of 优良断面, where all rows have 14 断面.
    private static IEnumerable<Relation> OfOneWhole(TableView table, List<TableLine> rows, TableColumn result, List<TableColumn> inputs)
    {
        foreach (var part in inputs.Where(column => column.Role == ColumnRole.Number && !column.IsIntensive && !table.IsMeasured(column)))
        {
            var both = rows.FindAll(line => line.Kind == LineKind.Data && line.Value(part) is > 0m and < LargestWhole && line.Value(result) is > 0m and < 100m);
            var wholes = both.Count < FewestRows || both.Select(line => line.Value(part)).Distinct().Skip(2).Any() is false ? [] : both
                .SelectMany(line => WholesOf(line.Value(part)!.Value, line.Cell(result).Figure!)).GroupBy(whole => whole).Where(group => group.Count() >= both.Count - 1).Select(group => group.Key).Take(2).ToList();
            if (wholes is [var only])
            {
                yield return new Relation(table, result, [part], $"{{0}}÷{Numbers.Count(only)}", CheckKind.Ratio, isSum: false, both, line => Printed(table, part, line) is var printed && IsOfFewer(printed.Low, only, line.Cell(result).Figure!) ? null : printed.PercentOf(NumberInterval.Of(only)));
            }
        }
    }

    // 257 of 303 valid days beside 304: a whole that lies near is possible.
    private static bool IsOfFewer(decimal part, int whole, Figure share) => WholesOf(part, share).ToList() is var own && !own.Contains(whole) && own.Exists(known => known * 100 >= whole * Near && known <= whole + 1);

    private static IEnumerable<int> WholesOf(decimal part, Figure share)
    {
        var (least, most) = ((int)Math.Ceiling(part * 100m / (share.Value + (share.Step / 2m))), (int)Math.Floor(part * 100m / Math.Max(share.Value - (share.Step / 2m), 0.01m)));
        return Enumerable.Range(least, Math.Clamp(most - least + 1, 0, LargestWhole));
    }

    // 周平均在线率 of the days' numbers and 联网数.
    private static IEnumerable<Relation> MeanRates(TableView table, List<TableLine> rows, TableColumn result, List<TableColumn> inputs)
    {
        foreach (var run in inputs.Where(column => column.Role == ColumnRole.Number).GroupBy(column => Shape(column.Heading)).Select(group => group.ToArray()).Where(run => run.Length > 2))
        {
            foreach (var whole in inputs.Where(column => column.Role == ColumnRole.Number && !run.Contains(column)))
            {
                yield return new Relation(table, result, [.. run, whole], $"（{string.Join('＋', run.Select((_, i) => $"{{{Numbers.Count(i)}}}"))}）÷{Numbers.Count(run.Length)}÷{{{Numbers.Count(run.Length)}}}", CheckKind.Ratio, isSum: false, rows,
                    line => run.Aggregate(NumberInterval.Of(0m), (sum, column) => sum.Plus(Printed(table, column, line))).PercentOf(Printed(table, whole, line).Times(run.Length)));
            }
        }
    }

    // 6月9日 and 6月15日 are of one shape, 一季度 and 四季度 too.
    private static string Shape(string heading) => string.Concat(heading.Select(c => char.IsAsciiDigit(c) || "一二三四五六七八九十".Contains(c, StringComparison.Ordinal) ? '#' : c)).Replace("##", "#", StringComparison.Ordinal);

    // Whole numbers without a unit are counted; in a column with decimals or a unit of measure they are rounded.
    private static NumberInterval Printed(TableView table, TableColumn column, TableLine line)
    {
        var figure = line.Cell(column).Figure!;
        return figure.Step < 1m || (column.Role != ColumnRole.Rank && table.IsMeasured(column)) ? NumberInterval.Around(figure.Value, figure.Step) : NumberInterval.Of(figure.Value);
    }

    private static void Add(TableView table, Relation relation, Row row, CheckLog log)
    {
        var cell = row.Line.Cell(relation.Result);
        var inputs = relation.Inputs.Select(column => row.Line.Cell(column)).ToList();
        if (inputs.Append(cell).Any(input => log.IsSuspect(input.Spot)))
        {
            return;
        }

        foreach (var input in inputs)
        {
            log.Suspect(input.Spot);
        }

        var decimals = inputs.Append(cell).Max(input => Numbers.DecimalsOf(input.Figure!));
        var working = relation.Words;
        for (var i = inputs.Count - 1; i >= 0; i--)
        {
            working = working.Replace($"{{{Numbers.Count(i)}}}", inputs[i].Text, StringComparison.Ordinal);
        }

        log.Add("DOC-006", relation.Kind, Severity.Error, cell.Spot, inputs.Select(input => input.Spot), cell.Text, Numbers.Middle(row.Computed, Math.Min(decimals, 2)) + (relation.Kind == CheckKind.Ratio ? "%" : ""),
            ("name", row.Line.Name), ("heading", relation.Result.Heading), ("working", working), ("table", table.Label));
    }

    private sealed record Row(TableLine Line, NumberInterval Computed, bool Fits, decimal Stated);

    private sealed class Relation
    {
        private readonly TableView _table;
        private readonly bool _isSum;

        public Relation(TableView table, TableColumn result, TableColumn[] inputs, string words, CheckKind kind, bool isSum, List<TableLine> rows, Func<TableLine, NumberInterval?> compute)
        {
            (_table, _isSum) = (table, isSum);
            (Result, Inputs, Words, Kind) = (result, inputs, words, kind);
            // Most relations do not hold: two rows that do not fit, and it is left.
            var most = rows.Count >= RowsForTwo ? 2 : 1;
            Rows = [];
            foreach (var line in rows.Where(line => line.Value(result) is not null && Array.TrueForAll(inputs, column => line.Value(column) is not null)))
            {
                if (compute(line) is { } computed)
                {
                    var fits = computed.Overlaps(Printed(table, result, line));
                    Rows.Add(new Row(line, computed, fits, line.Value(result)!.Value));
                    Wrong += fits ? 0 : 1;
                    if (Wrong > most)
                    {
                        break;
                    }
                }
            }

            Fits = Rows.Count - Wrong;
        }

        public TableColumn Result { get; }

        public TableColumn[] Inputs { get; }

        public string Words { get; }

        public CheckKind Kind { get; }

        public List<Row> Rows { get; }

        public int Fits { get; }

        private int Wrong { get; }

        /// <summary>Whether it is so in every row.</summary>
        public bool IsWhole => Wrong == 0 && Rows.Count >= FewestRows - 1;

        /// <summary>Whether it can be no chance: every row but one, with figures that say something.</summary>
        public bool Holds
        {
            get
            {
                if (Rows.Count < FewestRows || Wrong == 0 || Wrong > (Rows.Count >= RowsForTwo ? 2 : 1))
                {
                    return false;
                }

                var telling = Rows.Where(row => row.Fits && row.Stated != 0m && Array.TrueForAll(Inputs, column => Inputs.Length > 2 || row.Line.Value(column) != 0m)).ToList();
                var distinct = telling.Select(row => row.Stated).Distinct().Count();
                var isSmall = telling.TrueForAll(row => Math.Abs(row.Stated) < Small && row.Line.Cell(Result).Figure!.Step >= 1m);
                return telling.Count >= (isSmall ? FewestRows + 1 : FewestRows - 1) && distinct >= (isSmall ? FewestRows - 1 : FewestRows - 2) && Fits >= (Inputs.Length > 2 ? FewestRows - 1 : FewestRows);
            }
        }

        /// <summary>Whether a row that does not fit is wrong: of things counted, some may be left between 已完成 and 在建, unless the total has none.</summary>
        public bool IsWrong(Row row)
        {
            var isCounted = Result.Role == ColumnRole.Number && !Result.IsIntensive && Kind == CheckKind.Sum && !Rows.Exists(known => known.Fits && known.Line.Cell(Result).Figure!.Step < 1m);
            var isOfTimes = Inputs.Length > 2 && Inputs.Select(column => Shape(column.Heading)).Distinct().Count() == 1;
            return !isCounted || isOfTimes || Array.Exists(Complements, Result.Core.StartsWith) || (_isSum && row.Stated < row.Computed.Low)
                || (row.Line.Kind == LineKind.Data && _table.Lines.Any(line => line.Kind is LineKind.Total && Rows.Exists(known => known.Line == line && known.Fits)));
        }
    }
}
