using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>与上年同期的57起、486.0万元相比，立案数增长10.5%，处罚金额增长6.7%: each change belongs to the earlier value at its place in the list.</summary>
internal static class BaseListRule
{
    private static readonly string[] Leads = ["与", "较", "同"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 3))
        {
            var at = sentence.Text.IndexOf("相比", StringComparison.Ordinal);
            var lead = at < 0 ? -1 : Leads.Max(word => sentence.Text.LastIndexOf(word, at, StringComparison.Ordinal));
            var bases = lead < 0 ? [] : sentence.Figures.Where(figure => figure.Start > lead && figure.End <= at && figure is { IsPlain: true, IsOrdinal: false, Unit: not null }).ToList();
            var changes = bases.Count < 2 ? [] : sentence.Figures.Where(figure => figure.Start > at && figure.IsPercent() && Directions.Before(sentence.Text, figure.Start) != 0).ToList();
            for (var i = 0; i < changes.Count && changes.Count == bases.Count; i++)
            {
                CheckChange(sentence, lead, bases[i], changes[i], log);
            }
        }
    }

    private static void CheckChange(Sentence sentence, int lead, Figure before, Figure change, CheckLog log)
    {
        var nows = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= lead) && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == before.Unit!.Name && Directions.Before(other.Text, figure.Start) == 0)).ToList();
        var stated = Directions.Before(sentence.Text, change.Start) < 0 ? change.Rounded.Negated() : change.Rounded;
        if (nows.Count == 0)
        {
            log.Unknown();
            return;
        }

        if (nows.Exists(now => NumberInterval.Change(now.Rounded, before.Rounded) is { } computed && computed.Overlaps(stated)))
        {
            log.Agree();
            return;
        }

        var value = nows[^1];
        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [sentence.Quote(before), sentence.Quote(value)], sentence.Text[change.Start..change.End], Numbers.Like(change, (value.Value - before.Value) * 100m / before.Value) + "%",
            ("working", $"（{Numbers.Plain(value.Value)}－{Numbers.Plain(before.Value)}）÷{Numbers.Plain(before.Value)}"));
    }
}
