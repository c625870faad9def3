namespace Lanshao.Platform.Plans;

/// <summary>How a figure is compared with its target.</summary>
public enum TargetComparator
{
    /// <summary>不高于, 控制在…以内.</summary>
    AtMost,

    /// <summary>不低于, 达到, 以上.</summary>
    AtLeast,

    /// <summary>清零, 全部.</summary>
    Equal,

    /// <summary>左右.</summary>
    About,

    /// <summary>控制在…左右.</summary>
    AboutAtMost,

    /// <summary>达到Ⅲ类: this class or a better one.</summary>
    ClassAtMost,

    /// <summary>保持稳定, 稳定向好: no worse than the baseline.</summary>
    NoWorse,

    /// <summary>退出后30名: not among so many of the last.</summary>
    NotInBottom,

    /// <summary>Every one.</summary>
    All,

    /// <summary>A deliverable: done or not.</summary>
    Done,
}
