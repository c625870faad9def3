using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Columns that follow from others: 完成率 from 完成 and 任务, 同比 from this year and last, 增减 from both, 占比 from the total.</summary>
internal static class ComputedColumnRule
{
    private const int FewestRows = 3;
    private const int MostColumns = 14;
    private const int MostAdded = 6;

    private delegate NumberInterval? Formula(NumberInterval one, NumberInterval other);

    private static readonly (string Words, CheckKind Kind, Formula Compute)[] Formulas =
    [
        ("{0}÷{1}", CheckKind.Ratio, static (one, other) => one.PercentOf(other)),
        ("（{0}－{1}）÷{1}", CheckKind.YearOnYear, static (one, other) => NumberInterval.Change(one, other)),
        ("（{1}－{0}）÷{1}", CheckKind.YearOnYear, static (one, other) => NumberInterval.Change(one, other)?.Negated()),
    ];

    private static readonly Formula Difference = static (one, other) => one.Minus(other);

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables)
        {
            foreach (var column in table.Columns.Where(column => column.Role is ColumnRole.Percent or ColumnRole.Change || IsPerOne(column)))
            {
                CheckColumn(document, table, column, log);
            }
        }
    }

    private static Derivation? Best(IEnumerable<Derivation> derivations) => derivations.OrderByDescending(found => found.Fits).ThenByDescending(found => found.ExactFits).FirstOrDefault();

    // 件均罚款, 每处投资.
    private static bool IsPerOne(TableColumn column) => column.Role == ColumnRole.Number && column.Heading.Length > 2 && (column.Heading[0] == '每' || column.Heading[1] == '均');

    private static IEnumerable<Derivation> PerOne(TableView table, TableColumn result)
    {
        var inputs = table.Columns.Where(column => column.IsValue && column != result && !column.IsIntensive).Take(MostColumns).ToList();
        return from sum in inputs
               from count in inputs
               where sum != count && !table.IsMeasured(count)
               select Derive(table, result, sum, count, "{0}÷{1}", CheckKind.Sum, static (one, other) => one.PercentOf(other)?.Times(0.01m));
    }

    private static void CheckColumn(CheckedDocument document, TableView table, TableColumn result, CheckLog log)
    {
        var best = IsPerOne(result) ? Best(PerOne(table, result)) : Best(Derivations(table, result).Concat(OfTwo(table, result)).Concat(Shares(table, result)).Concat(OfDays(document, table, result)).Concat(OfWay(table, result)));
        if (best is null || best.Fits < (best.IsNamed ? Math.Min(FewestRows, best.Rows.Count - 1) : FewestRows) || best.Fits < 2 || best.Fits * 10 < best.Rows.Count * 6)
        {
            return;
        }

        log.Agree(best.Fits);
        var isExact = best.Rows.Count >= 5 && best.ExactFits * 10 >= best.Rows.Count * 8;
        foreach (var row in best.Rows.Where(row => !row.Fits || (isExact && !row.FitsExactly)))
        {
            Add(table, best, row, log);
        }
    }

    private static IEnumerable<Derivation> Derivations(TableView table, TableColumn result)
    {
        var inputs = table.Columns.Where(column => column.IsValue && column != result).Take(MostColumns).ToList();
        foreach (var one in inputs)
        {
            foreach (var other in inputs.Where(other => other != one))
            {
                foreach (var (words, kind, compute) in Formulas)
                {
                    yield return Derive(table, result, one, other, words, kind, compute);
                }

                if (result.Role == ColumnRole.Change)
                {
                    yield return Derive(table, result, one, other, "{0}－{1}", CheckKind.Sum, Difference);
                }
            }
        }
    }

    // 超标率: of 路检 and 入户 together.
    private static IEnumerable<Derivation> OfTwo(TableView table, TableColumn result)
    {
        var inputs = table.Columns.Where(column => result.Role == ColumnRole.Percent && column.Role == ColumnRole.Number && !column.IsIntensive).Take(MostAdded).ToList();
        return from part in inputs
               from one in inputs
               from other in inputs
               where part != one && part != other && one.Index < other.Index
               select new Derivation(result, [part, one, other], "{0}÷（{1}＋{2}）", CheckKind.Ratio, Rows(table, result, part, one).FindAll(line => line.Value(other) is not null)
                   .ConvertAll(line => Row.Of(line, [part, one, other], result, PrintedIn(table, part, line).PercentOf(PrintedIn(table, one, line).Plus(PrintedIn(table, other, line))))));
    }

    // 进度: the way from the beginning to the target that is done.
    private static IEnumerable<Derivation> OfWay(TableView table, TableColumn result)
    {
        var inputs = table.Columns.Where(column => result.Role == ColumnRole.Percent && column.Role == ColumnRole.Number && column != result).Take(MostAdded).ToList();
        return from target in inputs.Where(column => Headings.IsTarget(column.Heading))
               from begin in inputs
               from now in inputs
               where begin != target && now != target && begin != now
               select new Derivation(result, [now, begin, target], "（{0}－{1}）÷（{2}－{1}）", CheckKind.Ratio, Rows(table, result, begin, now).FindAll(line => line.Value(target) is { } to && to != line.Value(begin))
                   .ConvertAll(line => Row.Of(line, [now, begin, target], result, Way(NumberInterval.Of(line.Value(now)!.Value), NumberInterval.Of(line.Value(begin)!.Value), NumberInterval.Of(line.Value(target)!.Value)))));
    }

    private static NumberInterval? Way(NumberInterval now, NumberInterval begin, NumberInterval target) =>
        target.Low < begin.Low ? begin.Minus(now).PercentOf(begin.Minus(target)) : now.Minus(begin).PercentOf(target.Minus(begin));

    // 占比: the part of each row in the total of its column.
    private static IEnumerable<Derivation> Shares(TableView table, TableColumn result)
    {
        if (result.Role != ColumnRole.Percent)
        {
            yield break;
        }

        foreach (var part in table.Columns.Where(column => column.IsValue && !column.IsIntensive))
        {
            var total = table.Lines.FirstOrDefault(line => line.Kind == LineKind.Total && line.Value(part) > 0m);
            var whole = total?.Value(part) ?? table.Data.Sum(line => line.Value(part) ?? 0m);
            if (whole > 0m)
            {
                var rows = Rows(table, result, part, null).ConvertAll(line => Row.Of(line, [part], result, PrintedIn(table, part, line).PercentOf(NumberInterval.Of(whole))));
                yield return new Derivation(result, [part], "{0}÷合计" + Numbers.Plain(whole), CheckKind.Ratio, rows);
            }
        }
    }

    // 优良率: of the days of the table's period.
    private static IEnumerable<Derivation> OfDays(CheckedDocument document, TableView table, TableColumn result)
    {
        if (result.Role != ColumnRole.Percent || (TableLinks.SpanOf(document, table) ?? document.Period) is not { } period)
        {
            yield break;
        }

        foreach (var days in table.Columns.Where(column => column.IsValue && (column.Heading.Contains("天数", StringComparison.Ordinal) || column.Unit?.Name == "天")))
        {
            var rows = Rows(table, result, days, null).ConvertAll(line => Row.Of(line, [days], result, NumberInterval.Of(line.Value(days)!.Value).PercentOf(NumberInterval.Of(period.Days))));
            yield return new Derivation(result, [days], $"{{0}}÷{Numbers.Count(period.Days)}天", CheckKind.Ratio, rows);
        }
    }

    private static Derivation Derive(TableView table, TableColumn result, TableColumn one, TableColumn other, string words, CheckKind kind, Formula compute)
    {
        var rows = Rows(table, result, one, other).ConvertAll(line => Row.Of(line, [one, other], result, compute(PrintedIn(table, one, line), PrintedIn(table, other, line)), compute(NumberInterval.Of(line.Value(one)!.Value), NumberInterval.Of(line.Value(other)!.Value))));
        return new Derivation(result, [one, other], words, kind, rows);
    }

    private static List<TableLine> Rows(TableView table, TableColumn result, TableColumn one, TableColumn? other) =>
        [.. table.Lines.Where(line => line.Kind != LineKind.Section && line.Value(result) is not null && line.Value(one) is not null && (other is null || line.Value(other) is not null))];

    // Whole numbers without a unit are counted; in a column with decimals or a unit of measure they are rounded.
    private static NumberInterval PrintedIn(TableView table, TableColumn column, TableLine line)
    {
        var figure = line.Cell(column).Figure!;
        return figure.Step < 1m || table.IsMeasured(column) ? figure.Rounded : NumberInterval.Of(figure.Value);
    }

    private static void Add(TableView table, Derivation derivation, Row row, CheckLog log)
    {
        var cell = row.Line.Cell(derivation.Result);
        var inputs = derivation.Inputs.Select(column => row.Line.Cell(column)).ToList();
        if (inputs.Append(cell).Any(input => log.IsSuspect(input.Spot)))
        {
            return;
        }

        var computed = row.Computed is { } interval ? Numbers.Middle(interval, Numbers.DecimalsOf(cell.Figure!)) : "";
        var unit = derivation.Kind == CheckKind.Sum ? "" : "%";
        var working = inputs.Select((input, i) => (Mark: $"{{{Numbers.Count(i)}}}", input.Text)).Aggregate(derivation.Words, (words, input) => words.Replace(input.Mark, input.Text, StringComparison.Ordinal));
        foreach (var input in inputs)
        {
            log.Suspect(input.Spot);
        }

        log.Add("DOC-006", derivation.Kind, row.Fits ? Severity.Warning : Severity.Error, cell.Spot, inputs.Select(input => input.Spot), cell.Text, computed + unit,
            ("name", row.Line.Name), ("heading", derivation.Result.Heading), ("working", working), ("table", table.Label));
    }

    private sealed record Row(TableLine Line, NumberInterval? Computed, bool Fits, bool FitsExactly)
    {
        public static Row Of(TableLine line, TableColumn[] inputs, TableColumn result, NumberInterval? computed, NumberInterval? exact = null)
        {
            var stated = line.Cell(result).Figure!.Rounded;
            var fits = inputs.Length > 0 && computed is { } known && known.Overlaps(stated);
            return new Row(line, exact ?? computed, fits, fits && (exact is not { } given || given.Overlaps(stated)));
        }
    }

    private sealed record Derivation(TableColumn Result, TableColumn[] Inputs, string Words, CheckKind Kind, IReadOnlyList<Row> Rows)
    {
        public int Fits { get; } = Rows.Count(row => row.Fits);

        /// <summary>Whether the headings say so: 解决率 from 解决问题 and 发现问题, with decimals; then two of three rows are enough.</summary>
        public bool IsNamed => Result.Role == ColumnRole.Percent && Result.Heading.IndexOf('率', StringComparison.Ordinal) is > 1 and var at && Inputs.Length == 2 && Inputs[0].Heading.Contains(Result.Heading[(at - 2)..at], StringComparison.Ordinal) && Rows.All(row => row.Line.Cell(Result).Figure!.Step < 1m);

        /// <summary>Rows that fit when the printed values are taken as they stand, without their rounding.</summary>
        public int ExactFits { get; } = Rows.Count(row => row.FitsExactly);
    }
}
