using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>3个街道合计139件，占全区总量的39.4%: the share of all, of which the paragraph or a table gives the number. Wrong is what no number of the document makes true.</summary>
internal static class AreaShareRule
{
    private const int LongestGap = 14;
    private static readonly string[] Areas = ["全区", "全市", "全县", "全省", "全州", "全镇", "全乡", "全街道", "全街", "全流域", "总量", "总数", "总额"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure.Value > 0m))
            {
                if (sentence.Figures.LastOrDefault(figure => figure.End <= percent.Start) is { Unit: not null, IsOrdinal: false, Value: > 0m } part && !part.IsPercent() && sentence.Text[part.End..percent.Start] is var gap && (IsOfAll(gap) || gap is "，占" or "，占比" or "（占" || NounOf(gap).Length > 2))
                {
                    CheckShare(document, sentence, part, percent, IsOfAll(gap), log);
                }
            }
        }
    }

    private static bool IsOfAll(string gap) => gap.Length <= LongestGap && gap.Trim('，', '（', '(', '约') is var words && words.StartsWith('占') && Headings.Has(words, Areas) && !words.Contains('，', StringComparison.Ordinal);

    // ，占工业废水排放量的: of the column that is so called.
    private static string NounOf(string gap) => gap.Length <= LongestGap && gap.StartsWith("，占", StringComparison.Ordinal) && gap.EndsWith('的') && gap.LastIndexOf('，') == 0 ? gap[2..^1] : "";

    private static void CheckShare(CheckedDocument document, Sentence sentence, Figure part, Figure percent, bool isOfAll, CheckLog log)
    {
        var near = sentence.Passage.Sentences.TakeWhile(other => other.Start <= sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= part.Start) && MayBeWhole(other, figure, part)).Select(figure => (figure.Value, Spot: other.Quote(figure)))).ToList();
        var totals = document.Tables.SelectMany(table => Totals(document, sentence, table, part, isOfAll ? "" : NounOf(sentence.Text[part.End..percent.Start]))).ToList();
        // 大荆镇任务107项，完成66项，尚欠41项，占全市未完成总数的35.3%: what the town has and has done is no whole of the city's.
        near.RemoveAll(one => near.Exists(other => one.Value + part.Value == other.Value || other.Value + part.Value == one.Value));
        var natural = isOfAll ? [.. near, .. totals] : totals;
        if (natural.Count == 0)
        {
            log.Unknown();
            return;
        }

        var anywhere = document.Sentences.Where(other => other.Passage.Table is null).SelectMany(other => other.Figures.Where(figure => MayBeWhole(other, figure, part)).Select(figure => figure.Value));
        if (natural.Select(whole => whole.Value).Concat(anywhere).Any(whole => part.Interval.PercentOf(NumberInterval.Of(whole)) is { } share && share.Overlaps(percent.Interval)))
        {
            log.Agree();
            return;
        }

        var shown = natural[^1];
        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(part), shown.Spot], sentence.Text[percent.Start..percent.End], Numbers.Like(percent, part.Value * 100m / shown.Value) + "%",
            ("working", $"{Numbers.Plain(part.Value)}÷{Numbers.Plain(shown.Value)}"));
    }

    private static bool MayBeWhole(Sentence sentence, Figure figure, Figure part) =>
        figure is { IsOrdinal: false, IsPlain: true } && figure.Unit?.Name == part.Unit!.Name && figure.Value > part.Value && !Headings.IsBefore(sentence.Before(figure.Start, 6)) && Directions.Before(sentence.Text, figure.Start) == 0;

    // The total of a column in which a row that the sentence names has the part, or rows that it names make it together.
    private static IEnumerable<(decimal Value, Spot Spot)> Totals(CheckedDocument document, Sentence sentence, TableView table, Figure part, string noun)
    {
        var lines = document.Mentions(table, sentence.Text).Select(mention => mention.Line).Distinct().ToList();
        foreach (var column in lines.Count == 0 ? [] : table.Columns.Where(column => column.IsValue && !column.IsIntensive && (noun.Length == 0 || Likeness.LongestCommon(column.Heading, noun).Length > 2)))
        {
            var values = lines.Select(line => table.Scaled(line, column)?.Value ?? 0m).ToList();
            if (!values.Contains(part.Value) && values.Sum() != part.Value)
            {
                continue;
            }

            var total = table.Lines.FirstOrDefault(line => line.Kind == LineKind.Total && line.Value(column) is not null);
            yield return total is not null ? (table.Scaled(total, column)!.Value, total.Cell(column).Spot) : (table.With(column).Sum(line => table.Scaled(line, column)!.Value), table.Title);
        }
    }
}
