using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>成交配额42.5万吨，成交额3.87亿元，成交均价91.06元/吨: money by amount, where the sentence has both.</summary>
internal static class UnitPriceRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2))
        {
            foreach (var price in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && Headings.Has(sentence.LabelOf(figure), "均价", "平均单价", "平均价")))
            {
                CheckPrice(sentence, price, log);
            }
        }
    }

    private static void CheckPrice(Sentence sentence, Figure price, CheckLog log)
    {
        var slash = sentence.Text.AsSpan(price.Start).IndexOf('/');
        var unit = slash is < 0 or > 12 ? null : MeasurementUnits.ReadAt(sentence.Text, price.Start + slash + 1, out _);
        var before = sentence.Figures.Where(figure => figure.End <= price.Start && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m, Unit: not null }).ToList();
        var money = before.FindAll(figure => figure.Unit!.Name == "元");
        var amounts = before.FindAll(figure => figure.Unit!.Name == unit?.Name);
        if (money.Count == 0 || amounts.Count == 0)
        {
            return;
        }

        if (money.Exists(paid => amounts.Exists(amount => paid.Rounded.PercentOf(amount.Rounded) is { } ratio && ratio.Times(0.01m).Overlaps(price.Rounded))))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(money[^1]), sentence.Quote(amounts[^1])], sentence.Quote(price).Text, Numbers.Like(price, money[^1].Value / amounts[^1].Value) + price.UnitText, ("working", $"{Numbers.Plain(money[^1].Value)}÷{Numbers.Plain(amounts[^1].Value)}"));
    }
}
