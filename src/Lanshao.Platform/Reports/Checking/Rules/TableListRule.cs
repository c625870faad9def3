using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>分别为404家、38家、13处、5家; 优111天、良116天、轻度污染36天: figures that stand so beside each other in a row, below each other in a column, or in the rows that are named before. Where all but one stand so and no other reading has all, the one is wrong.</summary>
internal static class TableListRule
{
    private const int LongestGap = 12;
    private const int MostCells = 60;
    private const int MostColumns = 12;
    private const decimal LeastTelling = 10m;
    private static readonly List<int> None = [];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 1).Select(table => (Table: table, Lines: Lines(table).Concat(Shares(document, table)).ToList())).ToList();
        foreach (var sentence in tables.Count == 0 ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 1))
        {
            foreach (var list in Lists(sentence))
            {
                if (!log.IsSuspect(sentence.Spot))
                {
                    CheckList(document, sentence, list, tables, log);
                }
            }
        }
    }

    private static IEnumerable<List<Figure>> Lists(Sentence sentence)
    {
        var list = new List<Figure>();
        foreach (var figure in sentence.Figures)
        {
            var gap = list.Count == 0 ? "" : sentence.Text[list[^1].End..Math.Max(list[^1].End, figure.Start)];
            if (list.Count > 0 && !(gap.Length is > 0 and <= LongestGap && gap[0] is '、' or '和' or '及' or '与' && !gap.Contains('，', StringComparison.Ordinal) && figure.IsShare() == list[0].IsShare() | figure.Unit is null | list[0].Unit is null))
            {
                yield return list;
                list = [];
            }

            list.Add(figure);
        }

        yield return list;
    }

    private static void CheckList(CheckedDocument document, Sentence sentence, List<Figure> list, List<(TableView Table, List<Aligned> Lines)> tables, CheckLog log)
    {
        if (list.Count < 2 || list.Exists(figure => figure.IsOrdinal || !figure.IsPlain))
        {
            return;
        }

        // 26.4%、35.1%, 404、38家: the unit stands behind the last.
        var isShare = list[^1].IsShare();
        var figures = list.ConvertAll(figure => figure with { Value = Math.Abs(figure.Value) });
        (Aligned Line, int From)? nearest = null;
        foreach (var line in tables.SelectMany(known => known.Lines.Concat(OfNames(document, known.Table, sentence, list))).Where(line => line.IsShare == isShare))
        {
            for (var from = 0; from + figures.Count <= line.Values.Count; from++)
            {
                var right = RightIn(line, from, figures);
                if (right.Count == figures.Count)
                {
                    log.Agree();
                    return;
                }

                if (nearest is null && right.Count == figures.Count - 1 && ((IsTelling(line, figures, right) && (right.Count > 2 || line.IsNamed || IsSpokenOf(document, sentence, line, from, figures.Count))) || (right.Count > 1 && IsOfTimes(sentence, line, from, figures.Count)) || (right.Count > 2 && IsWholeColumn(sentence, line, figures.Count))))
                {
                    nearest = (line, from);
                }
            }
        }

        if (nearest is { } found)
        {
            Add(sentence, list, figures, found.Line, found.From, log);
        }
    }

    // The places that agree; what has two that do not is left at once.
    private static List<int> RightIn(Aligned line, int from, List<Figure> figures)
    {
        List<int>? right = null;
        for (int i = 0, wrong = 0; i < figures.Count && wrong < 2; i++)
        {
            if (line.Agrees(from + i, figures[i]))
            {
                (right ??= []).Add(i);
            }
            else
            {
                wrong++;
            }
        }

        return right ?? None;
    }

    // Three of four stand so by no chance; two of three where they are no small counts, or the names say so too.
    private static bool IsTelling(Aligned line, List<Figure> figures, List<int> right)
    {
        var telling = right.Count(i => figures[i].Value >= LeastTelling || figures[i].Step < 1m);
        return line.IsNamed ? right.Count > 1 : right.Count > 2 ? telling > 0 : right.Count > 1 && telling > 1;
    }

    // Two of three alone may be chance: the paragraph reads more from the table, and names the row or the rows, or they are times or all of them.
    private static bool IsSpokenOf(CheckedDocument document, Sentence sentence, Aligned line, int from, int count)
    {
        var rows = line.Cells.GetRange(from, count).Select(cell => cell.Line).Distinct().ToList();
        if (IsOfTimes(sentence, line, from, count))
        {
            return true;
        }

        var named = document.Mentions(line.Table, rows.Count > 1 ? sentence.Text : sentence.Passage.Text).Select(mention => mention.Line).ToHashSet();
        return document.Links.IsRead(sentence, line.Table) && rows.TrueForAll(row => row.Kind != LineKind.Data || named.Contains(row));
    }

    // 责令停工14个工地，依次为6个、4个、3个、1个: all rows of the column that the words name.
    private static bool IsWholeColumn(Sentence sentence, Aligned line, int count) =>
        line.Cells.Count == count && line.Cells.TrueForAll(cell => cell.Column == line.Cells[0].Column) && line.Cells[0].Column.Noun is { Length: > 1 } noun && Headings.Has(sentence.Text, noun);

    // 7月、8月、9月优良断面分别为6个、8个、9个。达标断面分别为6个、10个、11个: the times may stand in the sentence before.
    private static bool IsOfTimes(Sentence sentence, Aligned line, int from, int count)
    {
        var rows = line.Cells.GetRange(from, count).Select(cell => cell.Line).Distinct().ToList();
        return rows.Count == count && rows.TrueForAll(row => TimeRows.MonthsOf(row.Name) != 0) && sentence.Context(sentence.Text.Length).Contains(rows[0].Name[^1], StringComparison.Ordinal)
            && line.Cells[from].Column.Noun.Length > 1 && Headings.Has(sentence.Text, line.Cells[from].Column.Noun);
    }

    private static IEnumerable<Aligned> Lines(TableView table)
    {
        var columns = table.Columns.Where(column => column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change).Take(MostCells).ToList();
        foreach (var group in columns.GroupBy(column => IsShare(table, column)))
        {
            var own = group.ToList();
            foreach (var line in own.Count < 2 ? [] : table.Lines.Where(line => line.Kind != LineKind.Section))
            {
                yield return Of(table, group.Key, own.Select(column => (line, column)));
            }
        }

        foreach (var column in columns)
        {
            foreach (var rows in table.HasTimesWithin ? new[] { table.Data.Where(line => line.Name.EndsWith('月')), table.Data.Where(line => !line.Name.EndsWith('月')) } : [table.Data])
            {
                yield return Of(table, IsShare(table, column), rows.Select(line => (line, column)));
            }
        }
    }

    // 占比分别为54.5%、31.1%、14.4%: the cells of the totals as parts of one of them, the rows as parts of the whole.
    private static IEnumerable<Aligned> Shares(CheckedDocument document, TableView table)
    {
        var columns = table.Columns.Where(column => column.IsValue && !column.IsIntensive).Take(MostColumns).ToList();
        foreach (var line in columns.Count < 3 ? [] : table.Lines.Where(line => line.Kind is LineKind.Total or LineKind.Summary))
        {
            foreach (var whole in columns.Where(column => line.Value(column) > 0m && columns.Count(other => line.Value(other) <= line.Value(column)) > 2))
            {
                yield return Of(table, true, columns.Where(column => column != whole && line.Value(column) is not null).Select(column => (line, column))) with { Whole = NumberInterval.Of(line.Value(whole)!.Value) };
            }
        }

        // Without a column of totals the parts of the row together are the whole.
        foreach (var line in columns.Count < 3 || columns.Exists(column => column.Role == ColumnRole.Total) || columns.Select(column => (column.Unit ?? table.Unit)?.Name).Distinct().Count() > 1 ? [] : table.Lines.Where(line => line.Kind is LineKind.Total or LineKind.Summary && columns.TrueForAll(column => line.Value(column) is not null) && columns.Sum(column => line.Value(column)) > 0m))
        {
            yield return Of(table, true, columns.Select(column => (line, column))) with { Whole = NumberInterval.Of(columns.Sum(column => line.Value(column)!.Value)) };
        }

        foreach (var column in columns)
        {
            yield return Of(table, true, table.With(column).Select(line => (line, column))) with { Whole = document.ValuesOf(table).Whole(column) };
        }
    }

    // 甲、乙、丙分别为…: the rows in the order in which they are named, whatever the column.
    private static IEnumerable<Aligned> OfNames(CheckedDocument document, TableView table, Sentence sentence, List<Figure> list)
    {
        var at = sentence.Text.LastIndexOf("分别", list[0].Start, StringComparison.Ordinal);
        var (from, to) = at < 0 || list[0].Start - at > LongestGap ? (0, 0) : sentence.NamesBefore(at);
        var rows = to == 0 ? [] : document.Mentions(table, sentence.Text).Where(mention => mention.Start >= from && mention.End <= to).Select(mention => mention.Line).Distinct().ToList();
        return rows.Count != list.Count ? [] : table.Columns.Where(column => column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change).Select(column => Of(table, IsShare(table, column), rows.Select(line => (line, column))) with { IsNamed = true });
    }

    private static bool IsShare(TableView table, TableColumn column) =>
        (column.Unit ?? (column.IsValue ? table.Unit : null))?.Kind is { } kind ? kind is UnitKind.Ratio or UnitKind.Points : column.Role == ColumnRole.Percent || (column.Role == ColumnRole.Change && !Headings.Has(column.Heading, "增减", "差", "变化量"));

    private static Aligned Of(TableView table, bool isShare, IEnumerable<(TableLine Line, TableColumn Column)> cells) => new(table, isShare, [.. cells]);

    private static void Add(Sentence sentence, List<Figure> list, List<Figure> figures, Aligned line, int from, CheckLog log)
    {
        var wrong = Enumerable.Range(0, figures.Count).First(i => !line.Agrees(from + i, figures[i]));
        var (row, column) = line.Cells[from + wrong];
        var cell = row.Cell(column);
        if (cell.Figure is null)
        {
            return;
        }

        if (line.Whole is { } whole)
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [cell.Spot], sentence.Quote(list[wrong]).Text, Numbers.Like(list[wrong], cell.Figure.Value * 200m / (whole.Low + whole.High)) + "%", ("working", $"{cell.Text}÷{Numbers.Middle(whole, 0)}"), ("table", line.Table.Label));
            return;
        }

        log.Add("DOC-032", CheckKind.FigureConflict, Severity.Error, sentence.Spot, [cell.Spot], sentence.Quote(list[wrong]).Text, cell.Text, ("name", row.Name), ("table", line.Table.Label), ("heading", column.Heading));
    }

    private sealed record Aligned(TableView Table, bool IsShare, List<(TableLine Line, TableColumn Column)> Cells)
    {
        public bool IsNamed { get; init; }

        public List<Figure?> Values { get; } = Cells.ConvertAll(cell => Table.Scaled(cell.Line, cell.Column) is { } printed ? printed with { Value = Math.Abs(printed.Value) } : null);

        /// <summary>Of what the cells are printed as parts; null where they are printed as they are.</summary>
        public NumberInterval? Whole { get; init; }

        public bool Agrees(int at, Figure figure) => Whole is { } whole ? Cells[at].Line.Cell(Cells[at].Column).Figure is { } part && NumberInterval.Of(part.Value).PercentOf(whole) is { } share && share.Overlaps(figure.Rounded) : Values[at] is { } printed && printed.Step <= figure.Step && figure.Agrees(printed);
    }
}
