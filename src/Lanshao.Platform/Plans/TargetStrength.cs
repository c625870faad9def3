namespace Lanshao.Platform.Plans;

/// <summary>How firmly a target is set.</summary>
public enum TargetStrength
{
    Firm,

    /// <summary>力争.</summary>
    Aim,

    /// <summary>左右.</summary>
    Approx,

    /// <summary>基本.</summary>
    Mostly,

    /// <summary>配合, 推动.</summary>
    Support,
}
