using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲、乙、丙3个街道合计107个，占全区的50.0%: the sum of named rows, and its share of all.</summary>
internal static class NamedSumRule
{
    private const int LongestLead = 6;
    private static readonly string[] Sums = ["合计", "共计", "共"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsPercent() && Array.Exists(Sums, sentence.Before(figure.Start, LongestLead).Contains)))
            {
                if ((document.Links.Find(sentence, figure.Start) ?? document.Links.FindByNames(document, sentence, _ => true)) is { } table)
                {
                    CheckSum(document, sentence, table, figure, log);
                }
            }
        }
    }

    private static void CheckSum(CheckedDocument document, Sentence sentence, TableView table, Figure figure, CheckLog log)
    {
        var clause = sentence.ClauseBefore(figure.Start);
        var names = document.Mentions(table, clause).Select(mention => mention.Line).Distinct().ToList();
        // 前两位的是甲站、乙站，两站合计检查2205辆次: as many as the clause counts, of those named just before.
        var counted = names.Count == 0 && clause.Length > 0 && ChineseNumber.TryReadAt(clause, 0, out var number) && number.Value is >= 2m and <= 20m ? (int)number.Value : 0;
        var from = figure.Start - clause.Length - 1;
        var list = counted == 0 || from < 1 ? "" : sentence.ClauseBefore(from);
        names = list.Length == 0 ? names : [.. document.Mentions(table, list).Select(mention => mention.Line).Distinct()];
        names = counted > 0 && names.Count != counted ? [] : names;
        if (names.Count == 0 && FirstOf(clause) is { } first && TableLinks.ValueColumn(table, clause) is { } ranked)
        {
            CheckFirst(sentence, table, ranked, first, figure, log);
            return;
        }

        if (names.Count < 2 || (counted == 0 && !Headings.Has(clause, "、", "和", "与")) || TableLinks.ValueColumn(table, clause) is not { } column || names.Exists(line => line.Value(column) is null))
        {
            return;
        }

        var sum = names.Sum(line => table.Scaled(line, column)!.Value);
        if ((column.Unit ?? table.Unit)?.Kind != figure.Unit!.Kind && !figure.IsCounted)
        {
            return;
        }

        if (!figure.Rounded.Contains(sum))
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Error, sentence.Spot, names.Select(line => line.Cell(column).Spot), sentence.Text[figure.Start..figure.End], (figure.Step >= 10_000m ? Numbers.Plain(sum / 10_000m) + "万" : Numbers.Plain(sum)) + figure.UnitText,
                ("working", string.Join("＋", names.Select(line => line.Cell(column).Text))));
            return;
        }

        log.Agree();
        CheckShare(sentence, table, column, figure, log);
    }

    // 前三家机构合计, 前3位共: how many of the greatest.
    private static int? FirstOf(string clause) =>
        clause.IndexOf('前', StringComparison.Ordinal) is >= 0 and var at && at + 2 < clause.Length && ChineseNumber.TryReadAt(clause, at + 1, out var number) && number.Value is >= 2m and <= 20m && clause[at + 1 + number.Length] is '位' or '名' or '家' or '个' or '大' or '类' or '地' ? (int)number.Value : null;

    // The greatest values, or the least where the words count from there.
    private static void CheckFirst(Sentence sentence, TableView table, TableColumn column, int count, Figure figure, CheckLog log)
    {
        var rows = table.With(column).OrderByDescending(line => line.Value(column)).ToList();
        if (rows.Count <= count || column.IsIntensive || ((column.Unit ?? table.Unit)?.Kind is { } kind && kind != figure.Unit!.Kind))
        {
            return;
        }

        decimal Sum(IEnumerable<TableLine> lines) => lines.Sum(line => table.Scaled(line, column)!.Value);
        var sum = Sum(rows.Take(count));
        if (figure.Rounded.Contains(sum) || figure.Rounded.Contains(Sum(rows.TakeLast(count))))
        {
            log.Agree();
            CheckShare(sentence, table, column, figure, log);
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, rows.Take(count).Select(line => line.Cell(column).Spot), sentence.Text[figure.Start..figure.End], Numbers.Plain(sum) + figure.UnitText,
            ("working", string.Join("＋", rows.Take(count).Select(line => line.Cell(column).Text))));
    }

    private static void CheckShare(Sentence sentence, TableView table, TableColumn column, Figure sum, CheckLog log)
    {
        var percent = sentence.Figures.FirstOrDefault(figure => figure.Start >= sum.End && figure.IsPercent());
        var all = table.With(column).Sum(line => line.Value(column)!.Value);
        if (percent is null || sentence.Text[sum.End..percent.Start].Trim('，') is not ("占全区的" or "占全市的" or "占全县的" or "占总数的" or "占比") || all <= 0m)
        {
            return;
        }

        if (sum.Interval.PercentOf(NumberInterval.Of(all)) is { } share && share.Overlaps(percent.Interval))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(sum)], sentence.Text[percent.Start..percent.End], Numbers.Like(percent, sum.Value * 100m / all) + "%",
            ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Plain(all)}"));
    }
}
