using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲村、乙村2个村全部完成改造, 全部整治到位的仅有丙街道: the rows of which the rate is 100 %.</summary>
internal static class AllDoneRule
{
    private const string All = "全部";
    private const int LongestVerb = 8;
    private const decimal Whole = 100m;
    private static readonly string[] Verbs = ["完成", "办结", "整改", "整治", "达标", "销号", "治理", "改造", "合格", "处置", "利用", "安装", "验收"];
    private static readonly string[] Behind = ["的仅有", "的只有", "的有", "的是", "的为"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            for (var at = sentence.Text.IndexOf(All, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(All, at + 1, StringComparison.Ordinal))
            {
                var said = sentence.Behind(at + All.Length, LongestVerb).Split('，', '、')[0];
                if (Array.Find(Verbs, said.Contains) is { } verb)
                {
                    CheckAll(document, sentence, at, verb, log);
                }
            }
        }
    }

    private static void CheckAll(CheckedDocument document, Sentence sentence, int at, string verb, CheckLog log)
    {
        var clause = sentence.ClauseBefore(at) + sentence.Text[at..sentence.ClauseEnd(at)];
        if (document.Links.FindWith(sentence, at, table => RateOf(table, clause, verb) is not null) is not { } table || RateOf(table, clause, verb) is not { } rate)
        {
            return;
        }

        var done = table.With(rate).Where(line => line.Value(rate) == Whole).ToList();
        var behind = sentence.Text[at..sentence.ClauseEnd(at)];
        var lead = Array.Find(Behind, behind.Contains);
        var list = lead is null ? sentence.Text[(at - sentence.ClauseBefore(at).Length)..at] : behind[(behind.IndexOf(lead, StringComparison.Ordinal) + lead.Length)..];
        var count = FigureReader.FindAll(list, written: true).LastOrDefault(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false });
        var names = count is null ? list : list[..count.Start];
        var named = document.Mentions(table, names).Select(mention => mention.Line).Where(line => line.Kind == LineKind.Data).Distinct().ToList();
        if (named.Count == 0 || (lead is not null || count is not null) && named.Count != ProseText.CountOfList(names) || (count is not null && count.Value != named.Count))
        {
            return;
        }

        if (named.TrueForAll(done.Contains) && ((lead is null && count is null) || named.Count == done.Count || sentence.Text.Contains('等', StringComparison.Ordinal)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, named.Concat(done).DistinctBy(line => line.Number).Select(line => line.Cell(rate).Spot), string.Join("、", named.Select(line => line.Name)), $"{Numbers.Count(done.Count)}个",
            ("table", table.Label), ("heading", rate.Heading), ("names", done.Count == 0 ? "无" : string.Join("、", done.Take(20).Select(line => line.Name))));
    }

    // The rate of what the words say is done: 整改率 for 全部整改; of several the one that they name.
    private static TableColumn? RateOf(TableView table, string clause, string verb)
    {
        var rates = table.Of(ColumnRole.Percent).Where(column => column.Heading.Contains('率', StringComparison.Ordinal) && !Headings.IsBefore(column.Heading) && Headings.Has(column.Heading, verb, verb == "完成" ? StemIn(column.Heading, clause) : verb) && table.With(column).Any(line => line.Value(column) == Whole)).ToList();
        var likeness = rates.Select(column => Likeness.LongestCommon(column.Heading, clause).Length).DefaultIfEmpty(0).Max();
        return rates is [var only] ? only : rates.FindAll(column => Likeness.LongestCommon(column.Heading, clause).Length == likeness) is [var named] ? named : null;
    }

    // 全部完成改造: 改造率.
    private static string StemIn(string heading, string clause) =>
        heading.IndexOf('率', StringComparison.Ordinal) is > 1 and var at && clause.Contains(heading[(at - 2)..at], StringComparison.Ordinal) ? heading[(at - 2)..at] : "完成";
}
