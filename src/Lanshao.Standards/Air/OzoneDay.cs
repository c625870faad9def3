namespace Lanshao.Standards.Air;

/// <summary>The ozone figures of a natural day: its largest running 8-hour mean (日最大8小时平均) and its largest hour.</summary>
/// <param name="Exact">The largest 8-hour mean, unrounded, µg/m³; <see langword="null"/> where the day does not count.</param>
/// <param name="MaxHour">The largest hourly mean, µg/m³; <see langword="null"/> where the day does not count.</param>
/// <param name="ValidHours">Valid hourly means of the day, 0 to 24.</param>
/// <param name="ValidMeans">Valid 8-hour means of the day, 0 to 17.</param>
/// <remarks>HJ 663, 6.1.2: running means ending at 8:00 to 24:00, at least 6 hours each; at least 14 of the 17, or fewer where the largest exceeds the limit.</remarks>
public readonly record struct OzoneDay(decimal? Exact, decimal? MaxHour, int ValidHours, int ValidMeans)
{
    /// <summary>Hours of a running mean.</summary>
    public const int Window = 8;

    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    /// <summary>Computes the ozone figures of a day from its hours.</summary>
    /// <param name="hours">The 24 hourly means of the day, µg/m³, each at the start of its hour; <see langword="null"/> where missing.</param>
    /// <param name="rules">The rules of validity.</param>
    /// <param name="limitUgPerM3">The limit of the 8-hour mean, µg/m³, above which a day of few hours still counts; compared as reported, rounded to whole µg/m³.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">There are not 24 hours.</exception>
    public static OzoneDay Compute(ReadOnlySpan<decimal?> hours, AirRules rules, decimal limitUgPerM3)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (hours.Length != Hours)
        {
            throw new ArgumentException("A day has 24 hours.", nameof(hours));
        }

        decimal? largest = null;
        var means = 0;
        for (var end = Window; end <= Hours; end++)
        {
            if (MeanOf(hours[(end - Window)..end], rules) is { } mean)
            {
                largest = largest is { } known && known >= mean ? known : mean;
                means++;
            }
        }

        var counts = largest is { } top && (means >= rules.EightHourMeansADay || AirPrecision.Rounded(AirItem.O3, top) > limitUgPerM3);
        var (maxHour, validHours) = Largest(hours);
        return new(counts ? largest : null, counts ? maxHour : null, validHours, means);
    }

    private static decimal? MeanOf(ReadOnlySpan<decimal?> window, AirRules rules)
    {
        var (sum, count) = (0m, 0);
        foreach (var hour in window)
        {
            sum += hour ?? 0m;
            count += hour is null ? 0 : 1;
        }

        return count >= rules.HoursAnEightHourMean ? Rounding.WithoutNoise(sum / count) : null;
    }

    private static (decimal? Largest, int Count) Largest(ReadOnlySpan<decimal?> hours)
    {
        decimal? largest = null;
        var count = 0;
        foreach (var hour in hours)
        {
            largest = hour is { } valid && (largest is null || valid > largest) ? valid : largest;
            count += hour is null ? 0 : 1;
        }

        return (largest, count);
    }
}
