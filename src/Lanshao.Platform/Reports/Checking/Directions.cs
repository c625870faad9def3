namespace Lanshao.Platform.Reports.Checking;

/// <summary>Words that say whether something went up or down.</summary>
internal static class Directions
{
    private static readonly string[] Down = ["下降了", "下降", "降低了", "降低", "减少了", "减少", "降幅为", "降幅达", "降幅", "压减", "回落", "改善", "少"];
    private static readonly string[] Up = ["上升了", "上升", "增长了", "增长", "增加了", "增加", "提高了", "提高", "提升了", "提升", "增幅为", "增幅达", "增幅", "升幅为", "升幅", "涨幅", "升高", "反弹", "多"];

    // 至少6天, 最多29天: no change.
    private static readonly string[] Bounds = ["至少", "最少", "至多", "最多", "不少", "不多"];

    /// <summary>−1, 1 or 0 for the word that ends where a number begins.</summary>
    public static int Before(string text, int at)
    {
        var words = text.AsSpan(0, at).TrimEnd("约近超".AsSpan());
        words = words.EndsWith("了") ? words[..^1] : words;
        return EndsWithAny(words, Bounds) ? 0 : EndsWithAny(words, Down) || words.EndsWith("降") ? -1 : EndsWithAny(words, Up) ? 1 : 0;
    }

    /// <summary>−1, 1 or 0 for the first such word of a text.</summary>
    public static int In(ReadOnlySpan<char> text)
    {
        foreach (var word in Down)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return -1;
            }
        }

        foreach (var word in Up)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return 1;
            }
        }

        return 0;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
