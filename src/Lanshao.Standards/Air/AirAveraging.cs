namespace Lanshao.Standards.Air;

/// <summary>The time over which a concentration is averaged (平均时间).</summary>
/// <remarks>GB 3095, tables 1 and 2.</remarks>
public enum AirAveraging
{
    /// <summary>1 小时平均.</summary>
    Hour,

    /// <summary>8 小时平均; of a day its largest running mean (日最大8小时平均).</summary>
    EightHours,

    /// <summary>24 小时平均, a natural day.</summary>
    Day,

    /// <summary>季平均.</summary>
    Quarter,

    /// <summary>年平均.</summary>
    Year,
}
