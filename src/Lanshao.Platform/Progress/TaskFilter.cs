using Lanshao.Platform.Plans;

namespace Lanshao.Platform.Progress;

/// <summary>Which measures of a year's lists are wanted; what is null does not matter.</summary>
/// <param name="Year">The year of the lists.</param>
public sealed record TaskFilter(int Year)
{
    /// <summary>Gets the code of the one list that is wanted.</summary>
    public string? List { get; init; }

    public PlanDomain? Domain { get; init; }

    /// <summary>Gets the key of a unit: measures that name it, or a group that it belongs to.</summary>
    public string? Unit { get; init; }

    public UnitRole? Role { get; init; }

    public DeadlineBand? Deadline { get; init; }

    public MeasureState? State { get; init; }

    /// <summary>Gets whether measures with a target, or those without, are wanted.</summary>
    public bool? HasTarget { get; init; }

    /// <summary>Gets a number as spoken, a unit by any of its names, or half a sentence.</summary>
    public string? Search { get; init; }
}

/// <summary>When a measure is due, as people ask for it.</summary>
public enum DeadlineBand
{
    /// <summary>30日内到期.</summary>
    Soon,

    /// <summary>6月底前: the first half of the year.</summary>
    MidYear,

    /// <summary>年底前: the second half.</summary>
    YearEnd,

    /// <summary>长期实施.</summary>
    Ongoing,

    /// <summary>按时间节点完成, and deadlines without a day.</summary>
    NoDay,

    /// <summary>The day is past.</summary>
    Past,
}
