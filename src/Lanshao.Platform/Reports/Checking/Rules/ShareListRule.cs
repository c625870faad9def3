using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>大气类98起、水类84起、其他102起，分别占34.5%、29.6%、35.9%: as many shares as parts, each of the one whole that makes most of them true.</summary>
internal static class ShareListRule
{
    private const int LongestName = 6;
    private static readonly string[] Words = ["，分别占", "，占比分别", "，占比依次", "，比例分别", "，依次占", "，各占"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Text.IndexOf("率分别", StringComparison.Ordinal) is > 0 and var rate && sentence.Text.LastIndexOf('，', rate) is > 0 and var pause && rate - pause <= LongestName)
            {
                CheckShares(sentence, pause, rate + 3 - pause, log);
            }

            foreach (var word in Words)
            {
                if (sentence.Text.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
                {
                    CheckShares(sentence, at, word.Length, log);
                }
            }
        }
    }

    private static void CheckShares(Sentence sentence, int at, int length, CheckLog log)
    {
        var shares = RespectiveValues.Read(sentence, at + length - 2).Select(value => value.Figure).OfType<Figure>().ToList();
        var parts = PartsBefore(sentence, at, shares);
        if (parts.Count < 2 || shares.Count < 2 || !shares.TrueForAll(share => share.IsPercent()))
        {
            return;
        }

        if (parts.Count != shares.Count)
        {
            log.Add("DOC-031", CheckKind.Count, Severity.Error, sentence.Spot, [], string.Join("、", shares.Select(share => sentence.Quote(share).Text)), Numbers.Count(parts.Count),
                ("names", string.Join("、", parts.Select(part => part.Label))), ("count", Numbers.Count(parts.Count)), ("values", Numbers.Count(shares.Count)));
            return;
        }

        var before = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures).Where(figure => figure.Unit?.Name == parts[0].Figure.Unit!.Name && figure.IsPlain && !parts.Exists(part => part.Figure == figure));
        var wholes = before.Select(figure => figure.Value).Append(parts.Sum(part => part.Figure.Value)).Where(whole => whole > 0m).ToList();
        var best = wholes.MaxBy(whole => Misfits(parts, shares, whole).Count * -1);
        var odd = Misfits(parts, shares, best);
        log.Agree(parts.Count - odd.Count);
        // Where more than one does not fit, they are shares of something else, unless they make 100 %.
        var isWhole = odd.Count > 1 && Math.Abs(shares.Sum(share => share.Value) - 100m) <= 0.1m * shares.Count;
        foreach (var i in odd.Count == 1 || isWhole ? odd.Take(1) : [])
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(parts[i].Figure)], sentence.Quote(shares[i]).Text, Numbers.Like(shares[i], parts[i].Figure.Value * 100m / best) + "%",
                ("working", $"{Numbers.Plain(parts[i].Figure.Value)}÷{Numbers.Plain(best)}"));
        }
    }

    private static List<int> Misfits(List<ListedPart> parts, List<Figure> shares, decimal whole) =>
        [.. Enumerable.Range(0, parts.Count).Where(i => parts[i].Figure.Interval.PercentOf(NumberInterval.Of(whole)) is not { } share || !share.Overlaps(shares[i].Interval))];

    // The list that ends where the shares begin: behind the last comma, or behind the number of all: 16个点位昼间达标15个、夜间达标13个.
    private static List<ListedPart> PartsBefore(Sentence sentence, int at, List<Figure> shares)
    {
        var from = sentence.Text.AsSpan(0, at).LastIndexOf('，') + 1;
        var lists = sentence.Figures.Where(figure => figure.Start >= from && figure.End < at).Select(figure => figure.End).Prepend(from).Select(start => PartList.Read(sentence, start).TakeWhile(part => part.Figure.End <= at).ToList()).ToList();
        var found = lists.Find(list => list.Count == shares.Count) ?? lists[0];
        // Of a list that names all the last are only meant where their shares fit.
        return lists[0].Count > shares.Count && PartList.IsExhaustive(lists[0]) && found.Count > 1 && Misfits(found, shares, lists[0].Sum(part => part.Figure.Value)).Count > 0 ? lists[0] : found;
    }
}
