namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads with what something is compared: 同比, 较上周, 与一季度相比. Words for the same time of last year are one term, words for the time just before another.</summary>
internal static class ComparisonTerms
{
    /// <summary>The same time of last year.</summary>
    public const string LastYear = "去年同期";

    /// <summary>The time just before.</summary>
    public const string Previous = "上一时段";

    private const int LongestTerm = 10;
    private static readonly string[] YearWords = ["同比", "去年", "上年", "同期", "前一年"];
    private static readonly string[] PreviousWords = ["环比", "上周", "上月", "上个月", "上期", "上季", "上旬", "上轮", "上一"];
    private static readonly string[] NoComparison = ["占", "对", "同", "环", "比", "相", "等", "得", "百", "分", "配"];

    /// <summary>The last term that words name; null where they name none.</summary>
    public static string? In(string words)
    {
        for (var at = words.Length - 1; at >= 0; at--)
        {
            if (words.AsSpan(at).StartsWith("同比") || words.AsSpan(at).StartsWith("环比"))
            {
                return words[at] == '同' ? LastYear : Previous;
            }

            if (words[at] is '较' or '比' or '与' && TermAt(words, at) is { Length: > 0 } term)
            {
                return GroupOf(term);
            }
        }

        return null;
    }

    /// <summary>The term of a heading or a phrase: words for one time are one.</summary>
    public static string GroupOf(string words) =>
        Array.Exists(PreviousWords, words.Contains) ? Previous : Array.Exists(YearWords, words.Contains) ? LastYear : words;

    /// <summary>Whether a heading speaks of a term.</summary>
    public static bool Speaks(string heading, string term) => GroupOf(heading) == term || (term is not (LastYear or Previous) && heading.Contains(term, StringComparison.Ordinal));

    // 较上周, 比去年同期, 与一季度相比: the words up to a bracket, a direction or 相比.
    private static string? TermAt(string words, int at)
    {
        if (at > 0 && words[at] != '与' && Array.Exists(NoComparison, no => words[at - 1] == no[0]))
        {
            return null;
        }

        var rest = words.AsSpan(at + 1, Math.Min(LongestTerm, words.Length - at - 1));
        var end = words[at] == '与' ? rest.IndexOf("相比") : Stop(rest);
        return end is > 0 and <= LongestTerm ? rest[..end].TrimEnd('的').ToString() : null;
    }

    private static int Stop(ReadOnlySpan<char> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] is '（' or '(' or '，' or '的' or '上' or '下' or '增' or '减' or '提' or '降' or '有' or '持' or '末' or '升' or '回' || rest[i..].StartsWith("相比"))
            {
                return i;
            }
        }

        return rest.Length;
    }
}
