namespace Lanshao.Documents.Language;

/// <summary>Reads the words of a time limit: 年底前, 6月底前, 4月1日起, 6—9月, 长期实施, 按时间节点完成, 每季度, 雨季前, 春节前, 即日起, dates with years.</summary>
public static class DeadlineReader
{
    private static readonly string[] Endless = ["长期", "常年", "持续", "常态化", "日常", "经常性", "贯穿全年", "全年持续", "不间断"];
    private static readonly string[] Recurring = ["每季度", "每季", "每半年", "每月", "每周", "每日", "每天", "每年", "按季度", "按月", "逐月", "逐季", "定期"];
    private static readonly string[] AtOnce = ["即日起", "即日", "立即", "立刻", "即刻", "马上", "自印发之日起", "印发之日起", "自发布之日起", "发布之日起", "立行立改"];
    private static readonly string[] ByWords = ["按", "依", "根据", "随", "视", "以", "与市级"];
    private static readonly string[] Elsewhere = ["节点", "时限", "进度", "序时", "计划", "要求", "部署", "安排"];

    /// <summary>Reads a time limit.</summary>
    /// <param name="raw">The words, as the cell prints them.</param>
    /// <param name="year">The plan's year, 1990 to 2100.</param>
    /// <param name="seasons">The days of seasons; <see langword="null"/> for <see cref="Seasons.Common"/>.</param>
    /// <returns>The limit; what is not understood is <see cref="DeadlineKind.Unknown"/> and keeps its words.</returns>
    public static Deadline Read(string raw, int year, Seasons? seasons = null)
    {
        var words = ChineseText.Compact(raw);
        var dates = DateMentions.FindAll(words, year, seasons);
        var recurrence = Array.Find(Recurring, words.Contains);
        var isAtOnce = Array.Exists(AtOnce, words.StartsWith);
        if (dates.Count > 0 && !IsYearOfEndlessWork(words, dates))
        {
            var limit = FromDates(words, dates) with { Recurrence = recurrence };
            return isAtOnce && limit.Kind == DeadlineKind.By ? limit with { Kind = DeadlineKind.Within } : limit;
        }

        if (isAtOnce)
        {
            // From the day of issue, which the words do not tell.
            return new Deadline(words, DeadlineKind.From, null, null) { Recurrence = recurrence };
        }

        if (recurrence is not null || Array.Exists(Endless, words.Contains))
        {
            return new Deadline(words, DeadlineKind.Ongoing, null, null) { Recurrence = recurrence };
        }

        var kind = Array.Exists(ByWords, words.StartsWith) && Array.Exists(Elsewhere, words.Contains) ? DeadlineKind.Milestones : DeadlineKind.Unknown;
        return new Deadline(words, kind, null, null);
    }

    // 全年持续, 2022年长期推进: the year says nothing more.
    private static bool IsYearOfEndlessWork(string words, IReadOnlyList<DateMention> dates) =>
        dates.Count == 1 && dates[0].Kind == DeadlineKind.Within && Array.Exists(Endless, words.Contains);

    private static Deadline FromDates(string words, IReadOnlyList<DateMention> dates)
    {
        var last = dates[0];
        foreach (var date in dates)
        {
            last = date.Due > last.Due || last.Due is null ? date : last;
        }

        var from = dates.All(date => date.Kind == DeadlineKind.Within) ? dates.Min(date => date.From) : last.From;
        var deadline = new Deadline(words, last.Kind, from, last.Due) { Season = last.Season };
        return dates.Count == 1 ? deadline : deadline with { EarlierDues = [.. dates.Where(date => date.Due < last.Due).Select(date => date.Due!.Value).Distinct().Order()] };
    }
}
