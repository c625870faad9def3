namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Words that ask for something again and again: 每月, 按季度, 每个项目.</summary>
/// <param name="Start">Where the word begins.</param>
/// <param name="End">The place behind it.</param>
/// <param name="Per">What a time counts for: 月, 季度, 项目.</param>
/// <param name="IsTime">Whether it is a stretch of time and not a thing.</param>
internal readonly record struct PeriodWord(int Start, int End, string Per, bool IsTime);

/// <summary>Finds words of recurrence.</summary>
internal static class Periods
{
    private static readonly (string Word, string Per)[] Times =
        [("每半年", "半年"), ("每季度", "季度"), ("按季度", "季度"), ("每季", "季度"), ("按季", "季度"), ("每个月", "月"), ("每月", "月"), ("按月", "月"), ("逐月", "月"), ("每周", "周"), ("每星期", "周"), ("每年", "年"), ("每日", "日"), ("每天", "日")];

    private static readonly string[] Things = ["项目", "工地", "企业", "街道", "社区", "点位", "站点", "断面", "单位", "路段", "项工程", "地块"];

    /// <summary>Finds the last such word of a text.</summary>
    public static PeriodWord? Find(string text)
    {
        PeriodWord? last = null;
        foreach (var (word, per) in Times)
        {
            if (text.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at >= (last?.End ?? 0))
            {
                last = new PeriodWord(at, at + word.Length, per, IsTime: true);
            }
        }

        return last ?? FindThing(text);
    }

    // 每个项目, 每家企业, 每处工地.
    private static PeriodWord? FindThing(string text)
    {
        var at = text.IndexOf('每');
        if (at < 0)
        {
            return null;
        }

        var start = at + 1 < text.Length && text[at + 1] is '个' or '家' or '处' or '座' ? at + 2 : at + 1;
        return Array.Find(Things, word => text.AsSpan(start).StartsWith(word)) is { } thing ? new PeriodWord(at, start + thing.Length, thing, IsTime: false) : null;
    }
}
