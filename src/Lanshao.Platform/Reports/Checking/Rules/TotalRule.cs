using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Totals of the text against the totals of the tables: 处置扬尘问题3.2万余件, with 余, 近, 以上 understood.</summary>
internal static class TotalRule
{
    private const decimal Near = 0.05m;
    private const decimal NearIfHedged = 0.1m;
    private const decimal Smallest = 50m;

    // 办结1231件 is a part of the 1264件 that the table adds.
    private static readonly string[] Done = ["办结", "整改", "修复", "已", "销号", "答复"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var totals = document.Tables.SelectMany(Totals).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && totals.Count > 0))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsOrdinal: false, Value: >= Smallest } && !sentence.ClauseBefore(figure.Start).Contains("平均", StringComparison.Ordinal) && !figure.IsPercent() && figure.Bound is Bound.None or Bound.AtLeast or Bound.ByNature))
            {
                CheckFigure(document, sentence, figure, totals, log);
            }
        }
    }

    private static IEnumerable<Total> Totals(TableView table) =>
        from line in table.Lines
        where line.Kind == LineKind.Total
        from column in table.Columns
        where column.IsValue && !column.IsIntensive && line.Value(column) is not null
        select new Total(table, column, line.Cell(column), table.Scaled(line, column)!);

    private static void CheckFigure(CheckedDocument document, Sentence sentence, Figure figure, List<Total> totals, CheckLog log)
    {
        var (words, whole) = (Indicator.Normal(sentence.Clause(figure)), sentence.Normal);
        var near = totals.Where(total => Math.Abs(total.Printed.Value - figure.Value) <= figure.Value * (figure.Hedge == Hedge.None ? Near : NearIfHedged) && total.MayHave(figure.Unit) && total.IsNamedIn(document, words, whole) && !Array.Exists(Done, word => words.Contains(word, StringComparison.Ordinal) && !total.Table.Title.Text.Contains(word, StringComparison.Ordinal) && !total.Column.Heading.Contains(word, StringComparison.Ordinal))).ToList();
        if (near.Count == 0 || sentence.IsAimed(figure.Start) || IsListed(sentence, figure))
        {
            return;
        }

        if (near.Exists(total => figure.Interval.Overlaps(NumberInterval.Of(total.Printed.Value)) || (figure.Unit?.Kind != UnitKind.Count && figure.Rounded.Overlaps(total.Printed.Rounded))))
        {
            log.Agree();
            return;
        }

        if (document.Year is { } year && sentence.SpanIn(year) is { } span && TableLinks.SpanOf(document, near[0].Table) is { } other && span != other)
        {
            log.Unknown();
            return;
        }

        log.Add("DOC-035", CheckKind.Sum, Severity.Error, sentence.Spot, [near[0].Cell.Spot], sentence.Text[figure.Start..figure.End], near[0].Cell.Text, ("table", near[0].Table.Label), ("heading", near[0].Column.Heading));
    }

    // 自行利用27460吨、委托利用43251吨、跨省利用9874吨: each is a part.
    private static bool IsListed(Sentence sentence, Figure figure) =>
        sentence.Figures.Count(other => other != figure && other.Unit?.Name == figure.Unit?.Name && (other.End <= figure.Start ? sentence.Text[other.End] == '、' && !sentence.Text[(other.End + 1)..figure.Start].AsSpan().ContainsAny('，', '、') : figure.End < other.Start && sentence.Text[figure.End] == '、' && !sentence.Text[(figure.End + 1)..other.Start].AsSpan().ContainsAny('，', '、'))) > 1;

    private sealed record Total(TableView Table, TableColumn Column, CellView Cell, Figure Printed)
    {
        public bool MayHave(MeasurementUnit? unit) => (Column.Unit ?? Table.Unit) is not { } own || unit is null || own.Kind == unit.Kind;

        /// <summary>Whether the words name the column, or the table for its whole total.</summary>
        public bool IsNamedIn(CheckedDocument document, string words, string whole) =>
            Column.Role == ColumnRole.Total || Table.Columns.Count(column => column.IsValue) == 1 || Column.Noun.Length == 0
                ? document.Links.IsNamed(Table, words) || (Column.Noun.Length == 0 && document.Links.IsNamed(Table, whole))
                : Column.Noun.Length > 1 && words.Contains(Column.Noun, StringComparison.Ordinal) && (Column.Noun.Length > 2 || (document.Links.IsNamed(Table, whole)));
    }
}
