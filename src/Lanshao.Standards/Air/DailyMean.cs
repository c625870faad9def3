namespace Lanshao.Standards.Air;

/// <summary>The mean of a natural day (24 小时平均).</summary>
/// <param name="Exact">The unrounded mean, µg/m³ (CO mg/m³); <see langword="null"/> where too few hours are valid.</param>
/// <param name="ValidHours">Valid hourly means of the day, 0 to 24.</param>
/// <remarks>GB 3095, table 4: at least 20 hourly means a day.</remarks>
public readonly record struct DailyMean(decimal? Exact, int ValidHours)
{
    /// <summary>Computes the mean of a day from its hours.</summary>
    /// <param name="hours">Hourly means, µg/m³ (CO mg/m³); <see langword="null"/> where missing.</param>
    /// <param name="rules">The rules of validity.</param>
    /// <returns>The mean with its number of hours.</returns>
    public static DailyMean Compute(ReadOnlySpan<decimal?> hours, AirRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (sum, count) = (0m, 0);
        foreach (var hour in hours)
        {
            if (hour is { } valid)
            {
                sum += valid;
                count++;
            }
        }

        return new(count >= rules.HoursADay ? Rounding.WithoutNoise(sum / count) : null, count);
    }
}
