using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How many rows lie on one side of the mean, and which: 低于全区平均水平的有7个, 高于全市平均的有甲区、乙区2个. Which mean is meant the words seldom say: any that the document gives may be.</summary>
internal static class AverageCountRule
{
    private const int LongestLead = 8;
    private const int LongestGap = 14;
    private static readonly (string Word, int Side)[] Sides = [("高于", 1), ("超过", 1), ("大于", 1), ("低于", -1), ("小于", -1), ("不足", -1)];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Text.Contains("平均", StringComparison.Ordinal)))
        {
            foreach (var (word, side) in Sides)
            {
                var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
                var mean = at < 0 ? -1 : sentence.Text.IndexOf("平均", at, StringComparison.Ordinal);
                if (mean > at && mean - at - word.Length <= LongestLead && !sentence.Text[at..mean].Contains('，', StringComparison.Ordinal))
                {
                    CheckSide(document, sentence, at, mean, side, log);
                }
            }
        }
    }

    private static void CheckSide(CheckedDocument document, Sentence sentence, int at, int mean, int side, CheckLog log)
    {
        // 低于全区平均15.0个百分点: by how much, not how many.
        if (sentence.Figures.FirstOrDefault(figure => figure.Start >= mean) is { } apart && apart.Start - mean <= 4 && !sentence.Text[mean..apart.Start].Contains('的', StringComparison.Ordinal) && (apart.IsShare() || !apart.IsCounted))
        {
            return;
        }

        var words = sentence.Text[..at];
        words = words.Length > 0 ? words : sentence.Text[mean..sentence.ClauseEnd(mean)];
        if (document.Links.FindWith(sentence, at, table => ColumnOf(table, words) is not null) is not { } table || ColumnOf(table, words) is not { } column)
        {
            return;
        }

        var count = sentence.Figures.FirstOrDefault(figure => figure.Start > mean && figure.Start <= mean + LongestGap + 24 && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.UnitText is "个" or "家" or "处");
        var named = document.Mentions(table, sentence.Text[mean..sentence.ClauseEnd(mean)]).Select(mention => mention.Line).Distinct().ToList();
        named = named.Count == 0 && count is not null ? [.. NamedList.Read(document, table, sentence, count.End).Lines] : named;
        var sides = Means(document, sentence, table, column).Distinct().Select(limit => table.With(column).Where(line => Math.Sign(line.Value(column)!.Value - limit) == side).ToList()).ToList();
        if (sides.Count == 0 || (count is null && named.Count == 0))
        {
            log.Unknown();
            return;
        }

        Decide(sentence, table, column, mean, count, named, sides, log);
    }

    private static void Decide(Sentence sentence, TableView table, TableColumn column, int mean, Figure? count, List<TableLine> named, List<List<TableLine>> sides, CheckLog log)
    {
        if (sides.Exists(lines => (count is null || count.Value == lines.Count) && named.TrueForAll(lines.Contains) && (named.Count == 0 || named.Count == lines.Count || sentence.Text.Contains('等', StringComparison.Ordinal))))
        {
            log.Agree();
            return;
        }

        var expected = sides[0];
        var end = Math.Max(count?.End ?? 0, sentence.ClauseEnd(mean));
        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, expected.Concat(named).DistinctBy(line => line.Number).Select(line => line.Cell(column).Spot), sentence.Text[mean..end].Trim(), $"{Numbers.Count(expected.Count)}个",
            ("table", table.Label), ("heading", column.Heading), ("names", expected.Count == 0 ? "无" : string.Join("、", expected.Take(20).Select(line => line.Name))));
    }

    // The row of all, the mean of the rows, and what the text before gives for the whole.
    private static IEnumerable<decimal> Means(CheckedDocument document, Sentence sentence, TableView table, TableColumn column)
    {
        foreach (var line in table.Lines.Where(line => line.Kind is LineKind.Summary or LineKind.Total && line.Value(column) is not null))
        {
            yield return line.Value(column)!.Value;
        }

        yield return table.With(column).Average(line => line.Value(column)!.Value);
        var core = column.Core;
        foreach (var other in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Sentences).TakeWhile(other => other != sentence))
        {
            foreach (var figure in other.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && figure.IsPercent() == (column.Role == ColumnRole.Percent) && !Headings.Has(other.Before(figure.Start, 10), "比", "较", "上", "去年", "同期", "增", "降", "目标") && Headings.Has(other.Text[..figure.Start], "全区", "全市", "全县", "平均", "全省", "全州")
                && Likeness.LongestCommon(core, other.Text[..figure.Start]).Length >= 2))
            {
                yield return figure.Value;
            }
        }
    }

    private static TableColumn? ColumnOf(TableView table, string words)
    {
        var columns = table.Columns.Where(column => (column.IsValue || column.Role == ColumnRole.Percent) && !Headings.IsBefore(column.Heading) && TableLinks.MayMean(column, words)).ToList();
        columns = Headings.Has(words, "率", "比例") && columns.FindAll(column => column.Role == ColumnRole.Percent) is { Count: > 0 } rates ? rates : columns;
        var likeness = columns.Select(column => Likeness.LongestCommon(column.Core, words).Length).DefaultIfEmpty(0).Max();
        return likeness >= 2 && columns.FindAll(column => Likeness.LongestCommon(column.Core, words).Length == likeness) is [var only] ? only : null;
    }
}
