using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>日均64.2万吨，设计处理能力75万吨/日，负荷率85.6%: a rate that nothing but two amounts of one unit makes; any two of the paragraph may be meant, and wrong is what none makes true.</summary>
internal static class PairRateRule
{
    private static readonly string[] Rates = ["负荷率", "履约率", "清缴率", "执行率", "到位率", "支出率"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure is { IsPlain: true } && sentence.LabelOf(figure).TrimEnd('为', '达', '到') is var label && Array.Exists(Rates, label.EndsWith)))
            {
                CheckRate(sentence, percent, log);
            }
        }
    }

    private static void CheckRate(Sentence sentence, Figure percent, CheckLog log)
    {
        var near = Amounts(sentence, percent, sentence).ToList();
        var all = sentence.Passage.Sentences.SelectMany(other => Amounts(sentence, percent, other)).ToList();
        var pairs = near.SelectMany(part => all.Where(whole => whole.Figure != part.Figure && whole.Unit == part.Unit).Select(whole => (Part: part.Figure, Whole: whole.Figure))).ToList();
        var own = pairs.FindAll(pair => near.Exists(amount => amount.Figure == pair.Whole) && pair.Part.Value <= pair.Whole.Value * 1.5m && pair.Part.Value * 4m >= pair.Whole.Value);
        if (own.Count == 0)
        {
            return;
        }

        if (pairs.Exists(pair => Fits(pair.Part, pair.Whole, percent) || Fits(pair.Whole, pair.Part, percent)))
        {
            log.Agree();
            return;
        }

        var (part, whole) = own.MinBy(pair => Math.Abs((pair.Part.Value * 100m / pair.Whole.Value) - percent.Value));
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(part), sentence.Quote(whole)], sentence.Quote(percent).Text, Numbers.Like(percent, part.Value * 100m / whole.Value) + "%", ("working", $"{Numbers.Plain(part.Value)}÷{Numbers.Plain(whole.Value)}"));
    }

    // 吨/日 beside 日均…吨: the time of the unit does not part them.
    private static IEnumerable<(Figure Figure, string Unit)> Amounts(Sentence sentence, Figure percent, Sentence other) =>
        other.Figures.Where(figure => (other != sentence || figure.End <= percent.Start) && figure is { IsOrdinal: false, Value: > 0m, Unit: not null } && !figure.IsShare()).Select(figure => (figure, figure.Unit!.Name.Split('/')[0]));

    private static bool Fits(Figure part, Figure whole, Figure percent) => part.Interval.PercentOf(whole.Interval) is { } share && share.Overlaps(percent.Interval);
}
