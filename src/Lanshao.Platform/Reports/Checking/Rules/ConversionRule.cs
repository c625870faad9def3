using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>新增造林1.2万亩，折合800公顷: one amount in two units.</summary>
internal static class ConversionRule
{
    private static readonly string[] Leads = ["，折合", "，折合约", "，合", "，约合", "（折合", "（约合", "（合", "（折合约", "，相当于"];
    private static readonly Dictionary<string, (string Kind, decimal Factor)> Factors = new(StringComparer.Ordinal)
    {
        ["平方公里"] = ("area", 1_000_000m),
        ["公顷"] = ("area", 10_000m),
        ["亩"] = ("area", 10_000m / 15m),
        ["平方米"] = ("area", 1m),
        ["吨"] = ("mass", 1000m),
        ["千克"] = ("mass", 1m),
        ["公里"] = ("length", 1000m),
        ["米"] = ("length", 1m),
    };

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 1))
        {
            for (var i = 0; i + 1 < sentence.Figures.Count; i++)
            {
                var (one, other) = (sentence.Figures[i], sentence.Figures[i + 1]);
                if (one is { IsOrdinal: false, Bound: Bound.None or Bound.ByNature, Unit: not null } && other is { IsOrdinal: false, Bound: Bound.None or Bound.ByNature, Unit: not null } && one.Unit.Name != other.Unit.Name && Leads.Contains(sentence.Text[one.End..other.Start])
                    && Factors.TryGetValue(one.Unit.Name, out var from) && Factors.TryGetValue(other.Unit.Name, out var to) && from.Kind == to.Kind)
                {
                    Compare(sentence, one, other, from.Factor / to.Factor, log);
                }
            }
        }
    }

    private static void Compare(Sentence sentence, Figure one, Figure other, decimal factor, CheckLog log)
    {
        // 约 on either side, also before the first number, leaves 5 %.
        var isAbout = one.Hedge != Hedge.None || other.Hedge != Hedge.None || sentence.Text[other.Start - 1] == '约' || sentence.Text[other.Start - 1] == '于';
        var second = isAbout ? other.Spread(0.05m) : NumberInterval.Around(other.Value, other.Step);
        if (NumberInterval.Around(one.Value, one.Step).Times(factor).Overlaps(second))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Unit, Severity.Error, sentence.Spot, [sentence.Quote(one)], sentence.Quote(other).Text, Numbers.Shown(one.Value * factor, 2) + other.UnitText, ("working", $"{Numbers.Plain(one.Value)}{one.UnitText}×{Numbers.Shown(factor, 4)}"));
    }
}
