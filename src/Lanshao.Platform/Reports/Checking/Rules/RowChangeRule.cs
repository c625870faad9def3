using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>发现问题2610个，比2024年减少330个; 三年累计解决8542个: changes between the rows of a table of years or months, and the sum of all of them.</summary>
internal static class RowChangeRule
{
    private const int FewestRows = 2;
    private const int LongestGap = 10;
    private static readonly char[] Leads = ['比', '较', '与'];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var table in document.Tables.Where(table => table.NameColumn is not null && table.Data.Count >= FewestRows && table.Data.All(line => char.IsAsciiDigit(line.Name[0]) && line.Name[^1] is '年' or '月')))
        {
            foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 0))
            {
                CheckChanges(document, sentence, table, log);
                CheckSum(sentence, table, log);
            }
        }
    }

    private static void CheckChanges(CheckedDocument document, Sentence sentence, TableView table, CheckLog log)
    {
        var mentions = document.Mentions(table, sentence.Text);
        foreach (var change in mentions.Count == 0 ? [] : sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) != 0))
        {
            var before = mentions.LastOrDefault(mention => mention.End <= change.Start && mention.Start > 0 && Leads.Contains(sentence.Text[mention.Start - 1]));
            if (before is not null && change.Start - before.End <= LongestGap && !sentence.Text[before.End..change.Start].Contains('，', StringComparison.Ordinal) && BasePhrase.Read(sentence, change) is null && NowOf(document, table, mentions, before) is { } now && now != before.Line)
            {
                CheckChange(sentence, table, change, before, now, log);
            }
        }
    }

    // 6月较4月: the row just before; else that of the document's year, or the last.
    private static TableLine? NowOf(CheckedDocument document, TableView table, IReadOnlyList<NameMention> mentions, NameMention before) =>
        mentions.LastOrDefault(mention => mention.End == before.Start - 1)?.Line
            ?? (document.Year is { } year && table.Data[0].Name[^1] == '年' ? table.Data.FirstOrDefault(line => PeriodWords.YearIn(line.Name) == year) : null);

    // The column whose value stands before in the sentence.
    private static void CheckChange(Sentence sentence, TableView table, Figure change, NameMention before, TableLine now, CheckLog log)
    {
        var printed = sentence.Figures.Where(figure => figure.End < before.Start && figure is { IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        var columns = table.Columns.Where(column => column.Role is ColumnRole.Number or ColumnRole.Total or ColumnRole.Percent && now.Value(column) is not null && before.Line.Value(column) is not null && printed.Exists(figure => figure.IsPercent() == (column.Role == ColumnRole.Percent) && figure.Agrees(table.Scaled(now, column)!))).ToList();
        if (columns.Count == 0)
        {
            return;
        }

        var direction = Directions.Before(sentence.Text, change.Start);
        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        var computed = columns.ConvertAll(column => Between(table, column, now, before.Line, change));
        if (computed.Contains(null) || computed.Exists(interval => interval!.Value.Overlaps(stated)))
        {
            log.Agree();
            return;
        }

        var (one, other) = (now.Cell(columns[^1]), before.Line.Cell(columns[^1]));
        var middle = (computed[^1]!.Value.Low + computed[^1]!.Value.High) / 2m;
        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [one.Spot, other.Spot], sentence.Quote(change).Text, (middle < 0m ? "下降" : "上升") + Numbers.Like(change, Math.Abs(middle)) + change.UnitText, ("working", change.IsPercent() && columns[^1].Role != ColumnRole.Percent ? $"（{one.Text}－{other.Text}）÷{other.Text}" : $"{one.Text}－{other.Text}"));
    }

    private static NumberInterval? Between(TableView table, TableColumn column, TableLine now, TableLine before, Figure change)
    {
        var (one, other) = (table.Scaled(now, column)!.Rounded, table.Scaled(before, column)!.Rounded);
        return !change.IsPercent() ? one.Minus(other) : column.Role == ColumnRole.Percent ? null : NumberInterval.Change(one, other);
    }

    // 三年累计解决问题8542个: of as many rows as the table has.
    private static void CheckSum(Sentence sentence, TableView table, CheckLog log)
    {
        var at = sentence.Text.IndexOf("累计", StringComparison.Ordinal);
        var figure = at < 2 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at);
        if (figure is not { IsPlain: true, IsOrdinal: false, Unit: not null } || figure.Start - at > LongestGap || sentence.Text[at - 1] != table.Data[0].Name[^1] || !ChineseNumber.TryReadAt(sentence.Text, at - 2, out var years) || years.Value != table.Data.Count
            || TableLinks.ValueColumn(table, sentence.Text[at..figure.Start]) is not { IsIntensive: false } column || table.With(column).Count < table.Data.Count || Likeness.LongestCommon(column.Core, sentence.Text[at..figure.Start]).Length < 2)
        {
            return;
        }

        var sum = table.With(column).Aggregate(NumberInterval.Of(0m), (total, line) => total.Plus(table.Scaled(line, column)!.Interval));
        if (sum.Overlaps(figure.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Error, sentence.Spot, table.With(column).Select(line => line.Cell(column).Spot), sentence.Quote(figure).Text, Numbers.Like(figure, (sum.Low + sum.High) / 2m) + figure.UnitText, ("working", string.Join("＋", table.With(column).Select(line => line.Cell(column).Text))));
    }
}
