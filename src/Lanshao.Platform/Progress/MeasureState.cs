namespace Lanshao.Platform.Progress;

/// <summary>How a task, measure or milestone stands on a day; computed from its deadline and its progress, never stored.</summary>
public enum MeasureState
{
    /// <summary>未启动.</summary>
    NotStarted,

    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>需关注.</summary>
    NeedsAttention,

    /// <summary>已逾期.</summary>
    Overdue,

    /// <summary>已完成.</summary>
    Completed,

    /// <summary>长期实施.</summary>
    Ongoing,
}
