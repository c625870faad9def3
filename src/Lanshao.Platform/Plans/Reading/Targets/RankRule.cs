using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Ranks to stay out of (排名退出全市后30名) and ranks to reach (进入全市前10名, 位列前三).</summary>
internal static class RankRule
{
    private const int LongestAmong = 8;
    private static readonly string[] Leaving = ["退出", "不进入", "不得进入", "不再进入", "不在", "摆脱", "避免进入", "退出了", "跳出", "脱离"];
    private static readonly string[] Reaching = ["进入", "跻身", "位居", "位列", "位于", "处于", "稳定在", "保持在", "控制在", "保持", "达到", "列", "居", "在"];
    private static readonly string[] Last = ["倒数后", "倒数", "后"];
    private static readonly string[] First = ["前"];

    public static void Read(Clause clause, RowTargets row)
    {
        foreach (var place in PlacesIn(clause))
        {
            var verbs = place.FromWorst ? Leaving : Reaching;
            var (start, behind) = VerbBefore(clause.Text, place.Start, verbs);
            if (!place.FromWorst && start < 0)
            {
                (start, behind) = RankedBefore(clause.Text, place.Start);
            }

            if (start < 0 || (!place.FromWorst && VerbBefore(clause.Text, place.Start, Leaving).Start >= 0))
            {
                continue;
            }

            if (place.Quantity is not null)
            {
                row.Use(place.Quantity);
            }

            Add(clause, row, clause.Text[..start], clause.Text[behind..place.Start], place);
        }
    }

    private static void Add(Clause clause, RowTargets row, string before, string among, Place place)
    {
        var subject = SubjectReader.Read(before, row);
        var named = subject.Indicators.Where(indicator => indicator is not ("排名" or "名次" or "综合排名")).ToList();
        var scope = named.Count == 0 && subject.Scope.Count == 0 ? Context.ScopeBefore(clause, row) : subject.Scope;
        var comparator = place.FromWorst ? TargetComparator.NotInBottom : TargetComparator.AtMost;
        foreach (var indicator in named.Count > 0 ? named : Context.MeasuredBefore(clause, row))
        {
            row.Add(clause, new FoundTarget(NameOf(indicator, among), comparator, place.Rank, "名") { Scope = scope, Strength = Strengths.Of(clause.Text) });
        }
    }

    // 后30名, 倒数后30名, 前10名, 前十 at the end of what is said.
    private static IEnumerable<Place> PlacesIn(Clause clause)
    {
        var text = clause.Text;
        for (var i = 1; i < text.Length; i++)
        {
            var word = WordBefore(text, i, Last) ?? WordBefore(text, i, First);
            if (word is null || !ChineseNumber.TryReadAt(text, i, out var number))
            {
                continue;
            }

            var quantity = clause.Quantities.FirstOrDefault(quantity => quantity.Start == i && quantity.Unit.Name is "名" or "位");
            if (quantity is not null || EndsStatement(text, i + number.Length))
            {
                yield return new Place(number.Value, i - word.Length, word != "前", quantity);
            }
        }
    }

    private static string? WordBefore(string text, int at, string[] words) => Array.Find(words, word => text.AsSpan(0, at).EndsWith(word));

    private static bool EndsStatement(string text, int at) => at >= text.Length || text[at] is '、' or '，' or '；' or '。' or '”' || text.AsSpan(at).StartsWith("以内");

    private static (int Start, int Behind) VerbBefore(string text, int end, string[] verbs)
    {
        foreach (var word in verbs)
        {
            var at = text.LastIndexOf(word, end, StringComparison.Ordinal);
            if (at >= 0 && end - at - word.Length is >= 0 and <= LongestAmong)
            {
                return (at, at + word.Length);
            }
        }

        return (-1, -1);
    }

    // PM2.5年均浓度排名全市前5位.
    private static (int Start, int Behind) RankedBefore(string text, int end)
    {
        var at = text.LastIndexOf("排名", end, StringComparison.Ordinal);
        return at >= 0 && end - at - 2 is >= 0 and <= LongestAmong ? (at + 2, at + 2) : (-1, -1);
    }

    // PM2.5累计浓度排名 among 全市 is PM2.5累计浓度全市排名, as is PM2.5累计浓度在全市排名.
    private static string NameOf(string indicator, string among)
    {
        var measured = indicator.EndsWith("排名", StringComparison.Ordinal) ? indicator[..^2] : indicator;
        var at = measured.LastIndexOf('在');
        var isPlaced = at > 0 && measured.Length - at is > 1 and <= LongestAmong;
        return (isPlaced ? measured.Remove(at, 1) : measured) + among + "排名";
    }

    /// <summary>A number of places at one end of a ranking.</summary>
    private sealed record Place(decimal Rank, int Start, bool FromWorst, Quantity? Quantity);
}
