namespace Lanshao.Standards.Air;

/// <summary>三年滑动平均: the mean of three consecutive yearly figures.</summary>
/// <remarks>HJ 663-2026 is known to bring an evaluation by three years; its text was not available, so which figures enter, and what is judged by the mean, is the caller's to say (?).</remarks>
public static class ThreeYearMean
{
    /// <summary>Computes the mean of a year and the two before it.</summary>
    /// <param name="item">The item, for the decimals shown.</param>
    /// <param name="twoYearsAgo">Unrounded yearly figure, µg/m³ (CO mg/m³); <see langword="null"/> where not valid.</param>
    /// <param name="lastYear">The same of the next year.</param>
    /// <param name="thisYear">The same of the year after.</param>
    /// <returns>The mean; <see langword="null"/> where one of the years is missing.</returns>
    public static Reported? Compute(AirItem item, decimal? twoYearsAgo, decimal? lastYear, decimal? thisYear) =>
        (twoYearsAgo + lastYear + thisYear) / 3m is { } mean ? Reported.Of(Rounding.WithoutNoise(mean), AirPrecision.Statistic(item)) : null;
}
