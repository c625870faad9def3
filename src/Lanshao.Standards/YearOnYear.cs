namespace Lanshao.Standards;

/// <summary>Computes the change against the same period of the year before (同比变化).</summary>
public static class YearOnYear
{
    /// <summary>The decimals of a printed year-on-year percentage.</summary>
    public const int ShownDecimals = 1;

    /// <summary>Computes the change in percent on values rounded to the precision of their table.</summary>
    /// <param name="now">The value of this year, exact, in any unit.</param>
    /// <param name="before">The value of the same period of the year before, exact, same unit and basis.</param>
    /// <param name="tableDecimals">Decimals of the table on which the change is computed, 0 to 28: both values are rounded to it first.</param>
    /// <returns>The change in %, shown with one decimal; <see langword="null"/> where the value before, as rounded, is not above 0 and a percentage means nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tableDecimals"/> is out of range.</exception>
    /// <remarks>
    /// As the published half-year tables do it: on whole numbers for PM2.5 and TSP, on one decimal for dustfall. A change that rounds to zero
    /// is 0.0, never −0.0. Rounding by GB/T 8170-2008.
    /// </remarks>
    public static Reported? Compute(decimal now, decimal before, int tableDecimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tableDecimals);
        var current = Rounding.HalfEven(now, tableDecimals);
        var previous = Rounding.HalfEven(before, tableDecimals);

        return previous <= 0m ? null : Reported.Of((current - previous) * 100m / previous, ShownDecimals);   // multiply first
    }
}
