namespace Lanshao.Documents.Language;

/// <summary>Reads the words that compare with a figure: 不低于, 控制在…以内, 达到…以上, …左右. 以上, 以下 and 以内 include the figure, 超过 and 低于 do not.</summary>
public static class BoundWords
{
    private static readonly (string[] Words, Bound Bound, bool IsStrict)[] Before =
    [
        (["不得低于", "不得少于", "不低于", "不少于", "不小于", "不短于", "不弱于", "至少", "最少", "最低", "≥", "大于等于", "高于或等于"], Bound.AtLeast, false),
        (["大于", "高于", "多于", "超过", "突破", ">", "＞"], Bound.AtLeast, true),
        (["不得高于", "不得超过", "不得大于", "不高于", "不超过", "不大于", "不多于", "不长于", "不突破", "不超", "控制在", "控制到", "控制为", "控制于", "至多", "最多", "最高", "≤", "小于等于",
            "降至", "降到", "下降到", "下降至", "降低到", "降低至", "压减到", "压减至", "减少到", "减少至", "压缩到", "压缩至", "缩短到", "缩短至"], Bound.AtMost, false),
        (["低于", "小于", "少于", "短于", "<", "＜"], Bound.AtMost, true),
        (["提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增至", "升至", "升到", "上升到", "上升至", "增长到", "增长至", "扩大到", "扩大至"], Bound.AtLeast, false),
        (["达到或优于", "优于", "好于", "达到", "达", "为", "是", "保持在", "稳定在", "维持在", "稳定达到", "保持", "维持", "实现", "完成"], Bound.ByNature, false),
    ];

    // The words by their last character: most figures stand behind none.
    private static readonly Dictionary<char, (string Word, Bound Bound, bool IsStrict)[]> ByLast = Before
        .SelectMany(group => group.Words.Select(word => (Word: word, group.Bound, group.IsStrict))).GroupBy(found => found.Word[^1]).ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly (string[] Words, Bound Bound)[] After =
    [
        (["及以上", "（含）以上", "(含)以上", "以上"], Bound.AtLeast),
        (["及以下", "（含）以下", "(含)以下", "以下", "以内", "之内"], Bound.AtMost),
        (["左右", "上下"], Bound.About),
        (["之间", "范围内", "区间内", "区间"], Bound.ByNature),
    ];

    /// <summary>Reads the longest comparing word that ends at a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The place where the figure begins.</param>
    public static BoundReading ReadBefore(ReadOnlySpan<char> text, int end)
    {
        var best = new BoundReading(Bound.None, false, end, 0);
        if (end == 0 || !ByLast.TryGetValue(text[end - 1], out var candidates))
        {
            return best;
        }

        foreach (var (word, bound, isStrict) in candidates)
        {
            if (word.Length > best.Length && text[..end].EndsWith(word))
            {
                best = new BoundReading(bound, isStrict, end - word.Length, word.Length);
            }
        }

        return best;
    }

    /// <summary>Reads the comparing word that begins at a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place behind the figure.</param>
    public static BoundReading ReadAfter(ReadOnlySpan<char> text, int start)
    {
        foreach (var (words, bound) in After)
        {
            foreach (var word in words)
            {
                if (start <= text.Length && text[start..].StartsWith(word))
                {
                    return new BoundReading(bound, false, start, word.Length);
                }
            }
        }

        return new BoundReading(Bound.None, false, start, 0);
    }

    /// <summary>Puts the words on both sides of a figure together: 控制在…左右 is about and at most, 达到…以上 is at least.</summary>
    /// <param name="before">The word before the figure.</param>
    /// <param name="after">The word behind it.</param>
    /// <param name="hedge">The hedge of the figure; 约 counts as 左右.</param>
    public static Bound Combine(Bound before, Bound after, Hedge hedge)
    {
        var behind = after == Bound.None && hedge == Hedge.About ? Bound.About : after;
        return (before, behind) switch
        {
            (Bound.AtMost, Bound.About) => Bound.AboutAtMost,
            (Bound.AtLeast, Bound.About) => Bound.AtLeast,
            (_, Bound.None) => before,
            _ => behind,
        };
    }
}
