namespace Lanshao.Documents.Language;

/// <summary>The kinds of time limits in official plans.</summary>
public enum DeadlineKind
{
    /// <summary>Not understood.</summary>
    Unknown,

    /// <summary>By a day: 年底前, 6月底前, 11月15日前.</summary>
    By,

    /// <summary>Within a period: 6—9月.</summary>
    Within,

    /// <summary>From a day on: 4月1日起; 即日起 and 立即 count from the day of issue, which they do not tell.</summary>
    From,

    /// <summary>Without an end: 长期实施, 每季度.</summary>
    Ongoing,

    /// <summary>By milestones that stand elsewhere: 按时间节点完成.</summary>
    Milestones,
}
