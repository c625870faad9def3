using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>5个乡镇平均得分90.2分，最高95.5分，最低84.0分: the mean, the greatest and the least value of all rows; 甲镇处理量最大，占全县的32.6%: the share of a named row.</summary>
internal static class RowStatisticsRule
{
    private const int LongestGap = 8;
    private static readonly string[] Greatest = ["最高", "最大", "最多"];
    private static readonly string[] Least = ["最低", "最小", "最少"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsOrdinal: false, Hedge: Hedge.None }))
            {
                CheckFigure(document, sentence, figure, log);
            }
        }
    }

    private static void CheckFigure(CheckedDocument document, Sentence sentence, Figure figure, CheckLog log)
    {
        var lead = sentence.Text[..figure.Start].TrimEnd('为', '达', '仅');
        if (figure.IsPercent() && IsShareOfAll(sentence, figure))
        {
            CheckShare(document, sentence, figure, log);
        }
        else if (Array.Exists(Greatest, lead.EndsWith) || Array.Exists(Least, lead.EndsWith))
        {
            CheckEnd(document, sentence, figure, Array.Exists(Greatest, lead.EndsWith), log);
        }
        else if (figure.IsPlain && MeanStart(sentence, figure) is >= 0 and var at)
        {
            CheckMean(document, sentence, figure, at, log);
        }
    }

    // 得分最高95.5分: the value at one end, in the one column that the words name.
    private static void CheckEnd(CheckedDocument document, Sentence sentence, Figure figure, bool greatest, CheckLog log)
    {
        if (Column(document, sentence, figure) is not { } found)
        {
            return;
        }

        var rows = found.Table.With(found.Column);
        var end = greatest ? rows.MaxBy(line => line.Value(found.Column))! : rows.MinBy(line => line.Value(found.Column))!;
        var plain = figure with { Bound = Bound.None };
        if (plain.Agrees(found.Table.Scaled(end, found.Column)!) || Alike(found.Table, figure).Any(column => found.Table.Data.Any(line => found.Table.Scaled(line, column) is { } printed && plain.Agrees(printed) && column != found.Column)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-032", CheckKind.FigureConflict, Severity.Error, sentence.Spot, [end.Cell(found.Column).Spot], sentence.Quote(figure).Text, end.Cell(found.Column).Text,
            ("name", end.Name), ("table", found.Table.Label), ("heading", found.Column.Heading));
    }

    // 5个乡镇平均得分, 在23天至29天之间，平均: the mean of the rows; 全市平均 may be of other stations.
    private static int MeanStart(Sentence sentence, Figure figure)
    {
        var at = sentence.Text.LastIndexOf("平均", figure.Start, StringComparison.Ordinal);
        if (at < 0 || figure.Start - at > LongestGap || sentence.Text[at..figure.Start].AsSpan().IndexOfAny('每', '，') >= 0)
        {
            return -1;
        }

        var clause = sentence.ClauseBefore(at);
        return clause.Length == 0 && at > 3 && (sentence.Text[..(at - 1)].EndsWith("之间", StringComparison.Ordinal) || EndsInRange(sentence, at - 1)) ? at
            : sentence.Figures.Any(count => count.End <= at && count.Start >= at - clause.Length && count.IsCounted && at - count.End <= LongestGap && count.UnitText is "个" or "家" or "条") ? at : -1;
    }

    // 得分为79.6分至95.1分，平均88.7分.
    private static bool EndsInRange(Sentence sentence, int end) =>
        sentence.Figures.Where(figure => figure.End <= end).TakeLast(2).ToList() is [var low, var high] && high.End == end && low.Unit == high.Unit && sentence.Text[low.End..high.Start] is "至" or "—" or "-" or "～" or "~" or "到";

    private static void CheckMean(CheckedDocument document, Sentence sentence, Figure figure, int at, CheckLog log)
    {
        var clause = sentence.ClauseBefore(at);
        if (Column(document, sentence, figure) is not { } found || (clause.Length > 0 && !sentence.Figures.Any(count => count.End <= at && count.Start >= at - clause.Length && count.Value == found.Table.Data.Count)))
        {
            return;
        }

        var rows = found.Table.With(found.Column);
        var sum = rows.Aggregate(NumberInterval.Of(0m), (total, line) => total.Plus(found.Table.Scaled(line, found.Column)!.Rounded));
        var mean = sum.Times(1m / rows.Count);
        if (Alike(found.Table, figure).Skip(1).Any())
        {
            // 一季度 and 二季度 side by side: which mean is meant the words need not say.
            log.Unknown();
            return;
        }

        var others = found.Table.Lines.Where(line => line.Kind == LineKind.Summary && line.Value(found.Column) is not null).ToList();
        if (rows.Count < found.Table.Data.Count || mean.Overlaps(figure.Rounded) || others.Exists(line => figure.Agrees(found.Table.Scaled(line, found.Column)!)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, rows.Select(line => line.Cell(found.Column).Spot), sentence.Quote(figure).Text, Numbers.Like(figure, (mean.Low + mean.High) / 2m) + figure.UnitText,
            ("working", $"{found.Table.Label}“{found.Column.Heading}”各行平均，"));
    }

    // The columns of which the figure can be one.
    private static IEnumerable<TableColumn> Alike(TableView table, Figure figure) => table.Columns.Where(column => column.IsValue && ((column.Unit ?? table.Unit) is not { } unit || unit.Kind == figure.Unit?.Kind));

    private static (TableView Table, TableColumn Column)? Column(CheckedDocument document, Sentence sentence, Figure figure)
    {
        var table = document.Links.Find(sentence, figure.Start) ?? document.Links.FindByNames(document, sentence, other => TableLinks.ValueColumn(other, sentence.Text) is not null) ?? document.Links.FindByHeading(sentence);
        var column = table is null ? null : TableLinks.ValueColumn(table, sentence.Text);
        return column is null || Likeness.LongestCommon(column.Core, sentence.Text).Length < 2 || table!.With(column).Count < 3 || figure.Unit is null || ((column.Unit ?? table.Unit) is { } unit && unit.Kind != figure.Unit.Kind) ? null : (table!, column);
    }

    private static bool IsShareOfAll(Sentence sentence, Figure percent)
    {
        var clause = sentence.ClauseBefore(percent.Start);
        return clause.StartsWith('占') && clause.Length <= LongestGap && clause.Length < percent.Start && percent.IsPlain;
    }

    // 甲镇处理量最大，占全县的32.6%: of whichever column of a table that has that row.
    private static void CheckShare(CheckedDocument document, Sentence sentence, Figure percent, CheckLog log)
    {
        var end = percent.Start - sentence.ClauseBefore(percent.Start).Length - 1;
        var clause = sentence.ClauseBefore(end);
        if (!Headings.Has(clause, "最大", "最多", "最高", "居首", "第一") || FigureReader.FindAll(clause, written: true).Count > 0)
        {
            return;
        }

        var shares = document.Tables.Where(table => table.NameColumn is not null && !table.HasTimesWithin).SelectMany(table => document.Mentions(table, clause).Where(mention => mention.Line.Kind == LineKind.Data)
            .SelectMany(mention => table.Columns.Where(column => column.IsValue && !column.IsIntensive && mention.Line.Value(column) > 0m).Select(column => (Cell: mention.Line.Cell(column), Whole: table.With(column).Sum(line => line.Value(column)!.Value))))).ToList();
        if (shares.Count == 0)
        {
            return;
        }

        if (shares.Exists(share => share.Cell.Figure!.Rounded.PercentOf(NumberInterval.Of(share.Whole)) is { } part && part.Overlaps(percent.Rounded)))
        {
            log.Agree();
            return;
        }

        var shown = shares.MinBy(share => Math.Abs((share.Cell.Figure!.Value * 100m / share.Whole) - percent.Value));
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [shown.Cell.Spot], sentence.Quote(percent).Text, Numbers.Like(percent, shown.Cell.Figure!.Value * 100m / shown.Whole) + "%",
            ("working", $"{shown.Cell.Text}÷{Numbers.Plain(shown.Whole)}"));
    }
}
