namespace Lanshao.Standards.Air;

/// <summary>The decimals to which air figures are reported and judged.</summary>
/// <remarks>HJ 663-2013, table of decimals (R: read in a public implementation); HJ 633-2026, 4.2.2 and 4.2.3 for the input of the index (V).</remarks>
public static class AirPrecision
{
    /// <summary>Decimals of an exceedance multiple.</summary>
    public const int Multiple = 2;

    /// <summary>Decimals of a rate in percent.</summary>
    public const int Rate = 1;

    /// <summary>Decimals of the composite index.</summary>
    public const int CompositeIndex = 2;

    /// <summary>Decimals of one item's part of the composite index.</summary>
    public const int SingleIndex = 3;

    /// <summary>Returns the decimals of hourly and daily concentrations, and of every figure that is compared with a limit.</summary>
    /// <param name="item">The item.</param>
    /// <returns>1 for CO (mg/m³), 2 for Pb, 4 for BaP, else 0 (µg/m³).</returns>
    public static int Daily(AirItem item) => item switch
    {
        AirItem.Co => 1,
        AirItem.Pb => 2,
        AirItem.Bap => 4,
        _ => 0,
    };

    /// <summary>Returns the decimals of means and percentiles of a month, quarter or year: one more than a day's.</summary>
    /// <param name="item">The item.</param>
    /// <returns>2 for CO (mg/m³), else one more than <see cref="Daily"/>.</returns>
    public static int Statistic(AirItem item) => Daily(item) + 1;

    /// <summary>Rounds a concentration as it is compared with limits and breakpoints.</summary>
    /// <param name="item">The item.</param>
    /// <param name="concentration">µg/m³ (CO mg/m³).</param>
    /// <returns>The rounded concentration, same unit.</returns>
    /// <remarks>GB/T 8170-2008, 3.2.</remarks>
    public static decimal Rounded(AirItem item, decimal concentration) => Rounding.HalfEven(concentration, Daily(item));

    /// <summary>Units of the last reported digit in one unit of concentration: 10 for CO, else 1.</summary>
    internal static int UnitsOf(AirItem item)
    {
        var units = 1;
        for (var place = 0; place < Daily(item); place++)
        {
            units *= 10;
        }

        return units;
    }
}
