using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A list that runs over paragraphs: 共交办问题342个，按类型划分： and below 工业类137个，占40.1%；扬尘类144个…. The parts make a whole that stands before them, and the shares are of it.</summary>
internal static class ParagraphListRule
{
    private const int LongestItem = 120;
    private const int LongestShareGap = 8;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        for (var i = 0; i + 2 < document.Passages.Count; i++)
        {
            var lead = document.Passages[i];
            if (lead.Table is null && lead.Text.TrimEnd().EndsWith('：') && ItemsFrom(document, i + 1) is { Count: > 1 } items)
            {
                CheckList(lead, items, log);
            }
        }
    }

    // A semicolon goes on; what ends otherwise is the last.
    private static List<Passage> ItemsFrom(CheckedDocument document, int from)
    {
        var items = new List<Passage>();
        foreach (var passage in document.Passages.Skip(from).TakeWhile(passage => passage.Table is null && passage.Text.Length <= LongestItem && AmountsOf(passage).Count > 0))
        {
            items.Add(passage);
            if (!passage.Text.TrimEnd().EndsWith('；'))
            {
                return items;
            }
        }

        return [];
    }

    private static List<Amount> AmountsOf(Passage passage) =>
        [.. from sentence in passage.Sentences
            from figure in sentence.Figures
            where figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: not (UnitKind.Ratio or UnitKind.Points) } && Directions.Before(sentence.Text, figure.Start) == 0
            select new Amount(sentence, figure)];

    private static void CheckList(Passage lead, List<Passage> items, CheckLog log)
    {
        var wholes = AmountsOf(lead);
        var series = SeriesOf(items).Select(parts => (Parts: parts, Whole: WholeOf(wholes, parts))).Where(found => found.Whole is not null).ToList();
        var namesAll = SaysDivision(lead.Text) || series.Exists(found => Fits(found.Whole!, found.Parts.Amounts));
        foreach (var (parts, whole) in series)
        {
            if (Fits(whole!, parts.Amounts))
            {
                log.Agree();
                parts.Amounts.ForEach(part => CheckShare(part, whole!, log));
            }
            else if (namesAll)
            {
                Add(whole!, parts.Amounts, log);
            }
        }
    }

    // The first 个 of every item, the second 个 of every item, ….
    private static IEnumerable<Series> SeriesOf(List<Passage> items)
    {
        var all = items.ConvertAll(item => AmountsOf(item).GroupBy(amount => amount.Figure.Unit!.Name).ToDictionary(group => group.Key, group => group.ToList()));
        foreach (var (unit, first) in all[0])
        {
            for (var place = 0; place < first.Count && all.TrueForAll(item => item.TryGetValue(unit, out var own) && own.Count > place); place++)
            {
                yield return new Series(place, first.Count, all.ConvertAll(item => item[unit][place]));
            }
        }
    }

    private static Amount? WholeOf(List<Amount> wholes, Series parts)
    {
        var same = wholes.FindAll(whole => whole.Figure.Unit!.Name == parts.Amounts[0].Figure.Unit!.Name);
        var sum = parts.Amounts.Sum(part => part.Figure.Value);
        return same.Find(whole => Fits(whole, parts.Amounts)) ?? (same.Count == parts.Of ? same[parts.Place] : same.MinBy(whole => Math.Abs(whole.Figure.Value - sum)));
    }

    private static bool Fits(Amount whole, List<Amount> parts) => SumOf(parts).Overlaps(whole.Figure.Interval);

    private static NumberInterval SumOf(List<Amount> parts) => parts.Aggregate(NumberInterval.Of(0m), (sum, part) => sum.Plus(part.Figure.Interval));

    // 按类型划分：, 从河流看：, 分乡镇：.
    private static bool SaysDivision(string lead) => lead[(lead.AsSpan().LastIndexOfAny("，。；".AsSpan()) + 1)..] is var last && last.Length < 16 && (Headings.Has(last, "划分", "分为") || last.StartsWith('按') || last.StartsWith('分') || last.TrimEnd().EndsWith("看：", StringComparison.Ordinal));

    private static void CheckShare(Amount part, Amount whole, CheckLog log)
    {
        var percent = part.Sentence.Figures.FirstOrDefault(figure => figure.Start >= part.Figure.End);
        var gap = percent is { IsPlain: true } && percent.IsPercent() ? part.Sentence.Text[part.Figure.End..percent.Start] : "";
        if (!gap.Contains('占', StringComparison.Ordinal) || gap.Length > LongestShareGap || part.Figure.Interval.PercentOf(whole.Figure.Interval) is not { } share)
        {
            return;
        }

        if (share.Overlaps(percent!.Interval))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, part.Sentence.Spot, [part.Spot, whole.Spot], part.Sentence.Quote(percent).Text, Numbers.Like(percent, part.Figure.Value * 100m / whole.Figure.Value) + "%",
            ("working", $"{Numbers.Plain(part.Figure.Value)}÷{Numbers.Plain(whole.Figure.Value)}"));
    }

    private static void Add(Amount whole, List<Amount> parts, CheckLog log) =>
        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, whole.Sentence.Spot, parts.Select(part => part.Sentence.Spot), whole.Spot.Text, Numbers.Plain(parts.Sum(part => part.Figure.Value)) + (whole.Figure.Unit?.Name ?? ""),
            ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value)))));

    private sealed record Amount(Sentence Sentence, Figure Figure)
    {
        public Spot Spot => Sentence.Quote(Figure);
    }

    private sealed record Series(int Place, int Of, List<Amount> Amounts);
}
