namespace Lanshao.Standards.Air;

/// <summary>Why the standard does not allow judging by an item of a period.</summary>
/// <param name="Kind">What is too few.</param>
/// <param name="Where">The year or month that has too few, such as 2016 or 2016-02.</param>
/// <param name="Found">Its valid days.</param>
/// <param name="Needed">The days that it needs.</param>
public sealed record AirPeriodReason(AirPeriodReason.Shortage Kind, string Where, int Found, int Needed)
{
    /// <summary>What is too few.</summary>
    public enum Shortage
    {
        /// <summary>Valid days of the year (HJ 663; GB 3095, table 4).</summary>
        DaysOfYear,

        /// <summary>Valid days of a month (GB 3095, table 4).</summary>
        DaysOfMonth,
    }
}
