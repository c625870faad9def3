using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A part of a list with its label: 新建 in 新建11.2公里.</summary>
/// <param name="Label">The words before the figure.</param>
/// <param name="Figure">How much.</param>
/// <param name="Share">The percentage that follows it; null for none.</param>
internal sealed record ListedPart(string Label, Figure Figure, Figure? Share)
{
    /// <summary>How many names the part is of, its figure being that of all of them: 2 in 甲镇和乙镇各5件, which is 10.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>Parts listed one after the other: 工业5个、公共建筑4个、居民小区3个; 大气类402件，占47.5%，噪声类287件，占33.9%.</summary>
internal static class PartList
{
    private const int LongestLabel = 24;
    private const int LongestThresholdGap = 8;
    private const decimal MostNames = 30m;
    private static readonly string[] Thresholds = ["以上", "以下", "及以上", "及以下", "以内", "以外"];
    private static readonly string[] Rests = ["其他", "其余", "其它", "剩余", "余下"];

    /// <summary>Reads the parts that begin at a place, of one unit, to the first words that are none.</summary>
    public static IReadOnlyList<ListedPart> Read(Sentence sentence, int from)
    {
        var parts = new List<ListedPart>();
        var at = from;
        var figures = sentence.Figures;
        for (var i = figures.TakeWhile(figure => figure.Start < from).Count(); i < figures.Count; i++)
        {
            if (i + 1 < figures.Count && (IsThreshold(sentence, figures[i], figures[i + 1]) || IsTimes(sentence, figures[i], figures[i + 1])))
            {
                continue;
            }

            var gap = sentence.Text[Math.Min(at, figures[i].Start)..figures[i].Start];
            var times = TimesOf(sentence, gap, i == 0 || !IsTimes(sentence, figures[i - 1], figures[i]) ? null : figures[i - 1]);
            if (times == 0 || !IsPart(sentence, gap, figures[i], parts))
            {
                break;
            }

            var share = i + 1 < figures.Count && IsShare(sentence, figures[i], figures[i + 1]) ? figures[i + 1] : null;
            var all = times == 1 ? figures[i] : figures[i] with { Value = figures[i].Value * times, Step = figures[i].IsCounted ? 1m : figures[i].Step * times };
            parts.Add(new ListedPart(gap.Trim('、', '，', '（', '(', '和', '及', '）', ')'), all, share) { Times = times });
            i += share is null ? 0 : 1;
            at = figures[i].End;
        }

        return parts;
    }

    // 10吨以上的186家: the first number says which.
    private static bool IsThreshold(Sentence sentence, Figure figure, Figure next) =>
        next.Start - figure.End is > 1 and <= LongestThresholdGap && figure.Unit?.Name != next.Unit?.Name && sentence.Text[figure.End..next.Start] is var gap && Array.Exists(Thresholds, gap.StartsWith) && !gap.Contains('，', StringComparison.Ordinal) && !gap.Contains('、', StringComparison.Ordinal);

    // 其余三个大队各1件: the number before 各 says how many have one each.
    private static bool IsTimes(Sentence sentence, Figure figure, Figure next) =>
        figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: > 1m and <= MostNames } && sentence.Text[figure.End..next.Start] is { Length: > 0 and <= LongestThresholdGap } gap && gap[^1] == '各' && gap.AsSpan().IndexOfAny('，', '、') < 0;

    // 甲镇和乙镇各5件: once for each name; 0 where 各 stands behind one name.
    private static int TimesOf(Sentence sentence, string gap, Figure? counted)
    {
        if (!gap.EndsWith('各'))
        {
            return 1;
        }

        var names = gap[(gap.AsSpan().LastIndexOfAny("，：（(".AsSpan()) + 1)..^1].Trim('、', '和', '及');
        return counted is not null ? (int)counted.Value : ProseText.CountOfList(names) is > 1 and var count ? count : 0;
    }

    // 、 goes on; so does a comma where a comma has parted the parts so far, or a share stands between.
    private static bool IsPart(Sentence sentence, string gap, Figure figure, List<ListedPart> parts)
    {
        var amount = figure is { IsOrdinal: false, IsPlain: true } && figure.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) } && Directions.Before(sentence.Text, figure.Start) == 0;
        if (!amount || gap.EndsWith('由') || gap.Length > LongestLabel || gap.Trim('、', '，', '和', '）').Length == 0 || (parts.Count > 0 && figure.Unit!.Name != parts[0].Figure.Unit!.Name) || Headings.Has(gap, "同比", "环比", "较", "占", "合计", "共计", "其余均", "高于", "低于", "多于", "少于", "剔除", "扣除"))
        {
            return false;
        }

        // 其中重复信访5件，办结45件: a verb behind a comma goes back to the whole.
        var comma = (gap.StartsWith('，') || gap.StartsWith("），", StringComparison.Ordinal)) && !HandlingVerbs.IsOfWhole(gap, parts.Select(part => part.Label));
        return parts.Count == 0 || gap.StartsWith('、') || gap.StartsWith('和') || gap.StartsWith('及') || gap.StartsWith("）、", StringComparison.Ordinal)
            || (comma && (parts.TrueForAll(part => part.Share is not null) || parts.Count == 1 || sentence.Text[parts[0].Figure.End..parts[^1].Figure.Start] is var between && between.Contains('，', StringComparison.Ordinal) && !between.Contains('、', StringComparison.Ordinal)));
    }

    private static bool IsShare(Sentence sentence, Figure part, Figure next) =>
        next.IsPercent() && sentence.Text[part.End..next.Start].Trim('，', '（', '(') is "" or "占" or "占比" or "占比为" or "约占" or "占总数的";

    /// <summary>Whether one of the parts is the rest.</summary>
    public static bool NamesRest(IEnumerable<ListedPart> parts) => parts.Any(part => IsRest(part.Label));

    /// <summary>Whether the parts say that there are no others: one is the rest, their shares make 100 %, or their labels leave nothing out.</summary>
    public static bool IsExhaustive(IReadOnlyList<ListedPart> parts) =>
        parts.Count > 1 && (NamesRest(parts)
            || (parts.All(part => part.Share is not null) && Math.Abs(parts.Sum(part => part.Share!.Value) - 100m) <= 0.1m * parts.Count)
            || PartFamilies.Have([.. parts.Select(part => part.Label)]));

    private static bool IsRest(string label) => Array.Exists(Rests, word => label.EndsWith(word, StringComparison.Ordinal) || label.StartsWith(word, StringComparison.Ordinal));

    /// <summary>The sum of the parts as an interval.</summary>
    public static NumberInterval Sum(IEnumerable<ListedPart> parts) =>
        parts.Aggregate(NumberInterval.Of(0m), (sum, part) => sum.Plus(part.Figure.Step < 1m || part.Figure.Unit!.Kind != UnitKind.Count ? part.Figure.Rounded : part.Figure.Interval));
}
