namespace Lanshao.Platform.Plans;

/// <summary>What a unit has to do with a measure, in the order of weight.</summary>
public enum UnitRole
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>主责; 责任 where the table also has 协办, or neither 牵头 nor 主责.</summary>
    Main,

    /// <summary>协办, 配合; 责任 beside 牵头 or 主责.</summary>
    Assist,
}
