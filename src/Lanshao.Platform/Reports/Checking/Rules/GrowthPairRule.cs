using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>建成480个，比上年增加160个，增长50.0%: an amount, what it grew by and the rate follow from each other without the earlier amount, which is the difference.</summary>
internal static class GrowthPairRule
{
    private static readonly string[] Rates = ["，增长", "，增幅", "，增幅为", "，增幅达", "，下降", "，降幅", "，降幅为", "，降幅达", "，上升", "，提高", "，减少", "（增长", "（下降"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 2))
        {
            for (var i = 1; i + 1 < sentence.Figures.Count; i++)
            {
                var (amount, rate) = (sentence.Figures[i], sentence.Figures[i + 1]);
                if (rate is { IsPlain: true } && rate.IsPercent() && amount is { IsPlain: true, IsOrdinal: false, Unit: not null } && !amount.IsPercent() && Array.IndexOf(Rates, sentence.Text[amount.End..rate.Start]) >= 0
                    && Directions.Before(sentence.Text, amount.Start) is not 0 and var direction && BasePhrase.Read(sentence, amount) is null)
                {
                    CheckPair(sentence, amount, rate, direction, log);
                }
            }
        }
    }

    // Any amount before may be meant, and an earlier one that is printed as well; wrong is what none makes true.
    private static void CheckPair(Sentence sentence, Figure amount, Figure rate, int direction, CheckLog log)
    {
        var others = sentence.Figures.Where(figure => figure.End <= amount.Start && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == amount.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        var nows = others.FindAll(figure => figure.Value - (direction * amount.Value) > 0m);
        if (nows.Count == 0 || sentence.Figures.Any(figure => figure.Start > rate.End && figure.Unit?.Name == amount.Unit!.Name && !Headings.Has(sentence.LabelOf(figure), "月均", "日均", "平均")) || Headings.Has(sentence.ClauseBefore(amount.Start), "分别"))
        {
            log.Unknown();
            return;
        }

        if (nows.Exists(now => Rate(amount, now, direction) is { } computed && computed.Overlaps(rate.Rounded)) || others.Exists(before => amount.Rounded.PercentOf(before.Rounded) is { } share && share.Overlaps(rate.Rounded)))
        {
            log.Agree();
            return;
        }

        var shown = nows[^1];
        var before = shown.Value - (direction * amount.Value);
        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [sentence.Quote(shown), sentence.Quote(amount)], sentence.Quote(rate).Text, Numbers.Like(rate, amount.Value * 100m / before) + "%",
            ("working", $"{Numbers.Plain(amount.Value)}÷（{Numbers.Plain(shown.Value)}{(direction > 0 ? "－" : "＋")}{Numbers.Plain(amount.Value)}）"));
    }

    private static NumberInterval? Rate(Figure amount, Figure now, int direction) =>
        amount.Rounded.PercentOf(direction > 0 ? now.Rounded.Minus(amount.Rounded) : now.Rounded.Plus(amount.Rounded));
}
