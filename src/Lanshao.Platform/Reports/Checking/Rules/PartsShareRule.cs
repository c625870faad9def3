using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Parts of one whole with their shares: 甲类78个，占36.4%；乙类64个，占29.9%. The whole is the figure that makes all of them true; where all but one agree, that one is wrong.</summary>
internal static class PartsShareRule
{
    private const int PassagesBack = 3;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        for (var at = 0; at < document.Passages.Count; at++)
        {
            var parts = document.Passages[at].Sentences.SelectMany(PartsOf).ToList();
            foreach (var group in parts.GroupBy(part => part.Count.Unit!.Name).Where(group => group.Skip(1).Any()))
            {
                CheckGroup(document, at, [.. group], log);
            }
        }
    }

    private static IEnumerable<Part> PartsOf(Sentence sentence) =>
        from i in Enumerable.Range(0, Math.Max(0, sentence.Figures.Count - 1))
        let part = new Part(sentence, sentence.Figures[i], sentence.Figures[i + 1])
        where part.Count is { IsPlain: true, IsOrdinal: false, Unit: { Kind: not (UnitKind.Ratio or UnitKind.Points) } } && part.Percent.IsPercent() && part.IsShare
        select part;

    private static void CheckGroup(CheckedDocument document, int at, List<Part> parts, CheckLog log)
    {
        var wholes = Wholes(document, at, parts).Where(whole => whole.Value > 0m).ToList();
        var best = wholes.Count == 0 ? default : wholes.MaxBy(whole => parts.Count(part => part.Fits(whole.Value)));
        var fitting = parts.Count(part => part.Fits(best.Value));
        if (fitting == parts.Count)
        {
            log.Agree(parts.Count);
            return;
        }

        if ((fitting < 2 && !IsAmong(parts, best.Value)) || fitting < parts.Count - 1)
        {
            log.Unknown(parts.Count);
            return;
        }

        var odd = parts.Find(part => !part.Fits(best.Value))!;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, odd.Sentence.Spot, [odd.Sentence.Quote(odd.Count), best.Spot], odd.Sentence.Text[odd.Percent.Start..odd.Percent.End],
            Numbers.Like(odd.Percent, odd.Count.Value * 100m / best.Value) + "%", ("working", $"{Numbers.Plain(odd.Count.Value)}÷{Numbers.Plain(best.Value)}"));
    }

    // 资金8350万元，其中甲5120万元，占61.3%；乙3230万元，占38.7%: two parts, and the whole stands before 其中.
    private static bool IsAmong(List<Part> parts, decimal whole) => parts.Count == 2 && parts.Exists(part => part.Fits(whole)) && parts[0].Sentence is var sentence
        && sentence.Text.IndexOf("其中", StringComparison.Ordinal) is > 0 and var at && at < parts[0].Count.Start && sentence.Figures.LastOrDefault(figure => figure.End <= at) is { } named && named.Value == whole;

    // What is printed before them, the nearest last, and the sum of all.
    private static IEnumerable<(decimal Value, Spot Spot)> Wholes(CheckedDocument document, int at, List<Part> parts)
    {
        var first = parts[0];
        bool MayBe(Figure figure) => figure.Unit?.Name == first.Count.Unit!.Name && figure is { IsPlain: true, IsOrdinal: false } && figure.Value >= first.Count.Value && !parts.Exists(part => part.Count == figure);
        for (var before = Math.Max(0, at - PassagesBack); before <= at; before++)
        {
            foreach (var sentence in document.Passages[before].Sentences.Where(sentence => before < at || sentence.Start <= first.Sentence.Start))
            {
                foreach (var figure in sentence.Figures.Where(MayBe))
                {
                    yield return (figure.Value, sentence.Quote(figure));
                }
            }
        }

        yield return (parts.Sum(part => part.Count.Value), first.Sentence.Spot);
    }

    private sealed record Part(Sentence Sentence, Figure Count, Figure Percent)
    {
        // ，占36.4%, （36.4%）: nothing else stands between.
        public bool IsShare => Sentence.Text[Count.End..Percent.Start].Trim('，', '（', '(') is "" or "占" or "占比" or "占比为" or "约占" or "比例为" or "比例" or "占比达" or "比例达";

        public bool Fits(decimal whole) => Count.Interval.PercentOf(NumberInterval.Of(whole)) is { } share && share.Overlaps(Percent.Interval);
    }
}
