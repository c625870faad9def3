using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>318处工地中，停工306处，停工比例96.2%: a rate whose name the part carries. The whole is any number of the paragraph or of the tables; wrong is what none of them makes true.</summary>
internal static class StemRateRule
{
    private const int LongestLabel = 14;
    private const int SentencesBack = 4;
    private static readonly string[] Names = ["率", "比例", "占比"];
    private static readonly string[] Without = ["负荷", "浓度", "同比", "环比", "增长", "下降", "满意", "综合", "平均", "利用系数", "漏损", "覆盖", "绿化", "森林", "目标", "计划", "高于", "低于", "去年", "上年", "达到"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var known = new Known(document);
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var percent in sentence.Figures.Where(figure => figure is { IsPlain: true, Value: > 0m } && figure.IsPercent() && Directions.Before(sentence.Text, figure.Start) == 0))
            {
                CheckRate(known, sentence, percent, log);
            }
        }
    }

    private static void CheckRate(Known known, Sentence sentence, Figure percent, CheckLog log)
    {
        var label = sentence.LabelOf(percent).TrimEnd('为', '达', '到');
        var name = Array.Find(Names, label.EndsWith);
        if (name is null || label.Length - name.Length is < 2 or > LongestLabel || Headings.Has(label, Without) || label.Contains('（', StringComparison.Ordinal))
        {
            return;
        }

        var stem = label[..^name.Length][^2..];
        var own = sentence.Figures.Where(figure => figure.End <= percent.Start).Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: { Kind: not (UnitKind.Ratio or UnitKind.Points) } }).ToList();
        var stemmed = own.FindAll(figure => sentence.LabelOf(figure).Contains(stem, StringComparison.Ordinal) && !Headings.Has(sentence.LabelOf(figure), "未" + stem, "不" + stem, "应" + stem, "计划", "任务", "目标"));
        var part = stemmed.LastOrDefault();
        // Nothing but figures of the same things may stand between.
        if (part is null || ShareRule.IsOfSeveral(sentence, label, own) || sentence.Text[part.End..percent.Start].Contains("其中", StringComparison.Ordinal))
        {
            return;
        }

        var near = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).TakeLast(SentencesBack).SelectMany(other => other.Figures).Where(figure => figure != part && figure.Unit?.Name == part.Unit!.Name && figure is { IsPlain: true, IsOrdinal: false } && figure.Value >= part.Value).ToList();
        if (near.Count == 0)
        {
            return;
        }

        var all = known.Said[(sentence.Passage.Subject, part.Unit!.Name)].Where(figure => figure != part).Select(figure => figure.Rounded);
        var parts = own.FindAll(figure => figure.Unit!.Name == part.Unit!.Name);
        if (all.Concat(known.Wholes).Append(parts.Aggregate(NumberInterval.Of(0m), (sum, figure) => sum.Plus(figure.Rounded))).Any(whole => stemmed.Exists(one => one.Rounded.PercentOf(whole) is { } share && share.Overlaps(percent.Rounded)))
            || parts.Exists(one => near.Exists(whole => one.Rounded.Plus(part.Rounded).PercentOf(whole.Rounded) is { } share && share.Overlaps(percent.Rounded)))
            || known.Printed.Contains((percent.Value, percent.Step)))
        {
            log.Agree();
            return;
        }

        var shown = near[^1];
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(part), sentence.Quote(shown)], sentence.Quote(percent).Text, Numbers.Like(percent, part.Value * 100m / shown.Value) + "%", ("working", $"{Numbers.Plain(part.Value)}÷{Numbers.Plain(shown.Value)}"));
    }

    // What the document says, gathered once.
    private sealed class Known(CheckedDocument document)
    {
        public ILookup<(string Subject, string Unit), Figure> Said { get; } = (from passage in document.Passages
                                                                               where passage.Table is null
                                                                               from sentence in passage.Sentences
                                                                               from figure in sentence.Figures
                                                                               where figure.Unit is not null
                                                                               select (passage.Subject, Figure: figure)).ToLookup(said => (said.Subject, said.Figure.Unit!.Name), said => said.Figure);

        public IReadOnlyList<NumberInterval> Wholes { get; } = [.. document.Tables.SelectMany(WholesOf).Distinct()];

        public HashSet<(decimal Value, decimal Step)> Printed { get; } = [.. document.Tables.SelectMany(table => table.Lines).SelectMany(line => line.Cells).Select(cell => cell.Figure).OfType<Figure>().Select(figure => (figure.Value, figure.Step))];

        private static IEnumerable<NumberInterval> WholesOf(TableView table)
        {
            var values = new RowValues(table);
            return table.Columns.Where(column => column.IsValue).Select(values.Whole);
        }
    }
}
