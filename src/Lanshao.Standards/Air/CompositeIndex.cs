namespace Lanshao.Standards.Air;

/// <summary>环境空气质量综合指数: the sum over the six items of concentration over limit; smaller is better.</summary>
/// <param name="Sum">The sum, shown with two decimals.</param>
/// <param name="Parts">Each item's part, shown with three decimals, in the order of the items.</param>
/// <param name="Largest">The item with the largest part (主要污染物); of equal parts the first.</param>
/// <remarks>环办〔2014〕64号: SO2, NO2, PM10 and PM2.5 by the mean and the yearly limit, CO by its 95th percentile and the daily limit, O3 by its 90th percentile and the 8-hour limit; level 2. All weights are 1.</remarks>
public sealed record CompositeIndex(Reported Sum, IReadOnlyList<Reported> Parts, AirItem Largest)
{
    /// <summary>Computes the index.</summary>
    /// <param name="figures">For each of the six items in order: the mean (CO and O3: the percentile) of the period, unrounded, µg/m³ (CO mg/m³).</param>
    /// <param name="limits">The limits.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">There are not six figures.</exception>
    public static CompositeIndex Compute(ReadOnlySpan<decimal> figures, AirLimitSet limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (figures.Length != AirItems.Basic.Count)
        {
            throw new ArgumentException("Six figures, in the order of the items.", nameof(figures));
        }

        var parts = new Reported[figures.Length];
        var (sum, largest) = (0m, 0);
        for (var item = 0; item < figures.Length; item++)
        {
            var part = figures[item] / LimitOf((AirItem)item, limits);
            parts[item] = Reported.Of(Rounding.WithoutNoise(part), AirPrecision.SingleIndex);
            sum += part;
            largest = parts[item].Exact > parts[largest].Exact ? item : largest;
        }

        return new(Reported.Of(Rounding.WithoutNoise(sum), AirPrecision.CompositeIndex), parts, (AirItem)largest);
    }

    /// <summary>Returns the level-2 limit that an item's part is divided by.</summary>
    /// <param name="item">One of the six items.</param>
    /// <param name="limits">The limits.</param>
    /// <returns>µg/m³ (CO mg/m³).</returns>
    public static decimal LimitOf(AirItem item, AirLimitSet limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return limits.Limit(item, AveragingOf(item)) ?? throw new ArgumentOutOfRangeException(nameof(item));
    }

    /// <summary>Computes the change of an index against a base period.</summary>
    /// <param name="now">The sum of now, unrounded.</param>
    /// <param name="before">The sum of the base period, unrounded, above 0.</param>
    /// <returns>%, one decimal; negative is better.</returns>
    public static Reported Change(decimal now, decimal before)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(before);
        return Reported.Of(Rounding.WithoutNoise((now - before) * 100m / before), AirPrecision.Rate);
    }

    private static AirAveraging AveragingOf(AirItem item) => item switch
    {
        AirItem.Co => AirAveraging.Day,
        AirItem.O3 => AirAveraging.EightHours,
        _ => AirAveraging.Year,
    };
}
