using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>分别减排437吨、318吨，为年度任务（420吨、310吨）的104.0%和102.6%: three lists of one length, each share of its own pair.</summary>
internal static class PairedListRule
{
    private const int LongestLead = 14;
    private static readonly string[] Joints = ["、", "和", "及", "，"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 5))
        {
            for (var open = sentence.Text.IndexOf('（', StringComparison.Ordinal); open > 0; open = sentence.Text.IndexOf('（', open + 1))
            {
                CheckAt(sentence, open, log);
            }
        }
    }

    private static void CheckAt(Sentence sentence, int open, CheckLog log)
    {
        var bases = ListFrom(sentence, open + 1);
        var close = bases.Count < 2 ? -1 : bases[^1].End;
        var lead = sentence.ListBefore(open);
        if (close < 0 || sentence.Behind(close, 2) != "）的" || lead.Length > LongestLead || !Headings.Has(lead, "为", "占", "完成", "达到"))
        {
            return;
        }

        var shares = ListFrom(sentence, close + 2);
        var before = sentence.Figures.Where(figure => figure.End <= open - lead.Length).TakeLast(bases.Count).ToList();
        if (shares.Count != bases.Count || before.Count != bases.Count || !shares.TrueForAll(share => share.IsPercent()) || !Enumerable.Range(0, bases.Count).All(i => before[i].Unit is { } unit && unit.Name == bases[i].Unit?.Name && before[i].IsPlain && bases[i].IsPlain) || Enumerable.Range(1, before.Count - 1).Any(i => !Joints.Contains(sentence.Text[before[i - 1].End..before[i].Start])))
        {
            return;
        }

        for (var i = 0; i < bases.Count; i++)
        {
            if (before[i].Rounded.PercentOf(NumberInterval.Of(bases[i].Value)) is not { } share || share.Overlaps(shares[i].Interval))
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(before[i]), sentence.Quote(bases[i])], sentence.Quote(shares[i]).Text, Numbers.Like(shares[i], before[i].Value * 100m / bases[i].Value) + "%", ("working", $"{Numbers.Plain(before[i].Value)}÷{Numbers.Plain(bases[i].Value)}"));
        }
    }

    private static List<Figure> ListFrom(Sentence sentence, int at)
    {
        var list = new List<Figure>();
        foreach (var figure in sentence.Figures.Where(figure => figure.Start >= at))
        {
            if (list.Count == 0 ? figure.Start - at > 1 : !Joints.Contains(sentence.Text[list[^1].End..figure.Start]))
            {
                break;
            }

            list.Add(figure);
        }

        return list;
    }
}
