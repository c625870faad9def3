namespace Lanshao.Standards.Water;

/// <summary>城市水质指数 (CWQI): the sum of the items' parts; smaller is better.</summary>
/// <param name="Sum">The sum, shown with four decimals.</param>
/// <param name="Parts">Each item's part, in the order of table 1.</param>
/// <remarks>城市地表水环境质量排名技术规定（试行）, 2017: concentration over the Ⅲ limit; dissolved oxygen 5 ÷ DO; pH 7 − pH up to 7, (pH − 7) ÷ 2 above; lakes with their limit of phosphorus.</remarks>
public sealed record CityWaterIndex(Reported Sum, IReadOnlyList<(WaterItem Item, decimal Part)> Parts)
{
    private const int Third = 3;
    private const decimal NeutralPh = 7m;

    /// <summary>Computes the index of a city's rivers or lakes.</summary>
    /// <param name="means">Mean concentrations over the city's sections, each in the item's unit; undetected values as half of the detection limit (R).</param>
    /// <param name="body">River or lake.</param>
    /// <returns>The index over the items given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Dissolved oxygen is not above 0.</exception>
    public static CityWaterIndex Compute(IReadOnlyDictionary<WaterItem, decimal> means, WaterBody body)
    {
        ArgumentNullException.ThrowIfNull(means);
        var parts = SurfaceWater.Items.Where(item => item.IsInClass && means.ContainsKey(item)).Select(item => (item, Part(item, means[item], body))).ToList();
        return new(Reported.Of(Rounding.WithoutNoise(parts.Sum(part => part.Item2)), 4), parts);
    }

    /// <summary>Joins the indices of rivers and lakes by their numbers of sections.</summary>
    /// <param name="rivers">Index of the rivers, unrounded.</param>
    /// <param name="riverSections">Number of their sections.</param>
    /// <param name="lakes">Index of the lakes, unrounded.</param>
    /// <param name="lakeSections">Number of their sections; one of the numbers above 0.</param>
    /// <returns>The joined index.</returns>
    /// <remarks>Recalled (R).</remarks>
    public static Reported Join(decimal rivers, int riverSections, decimal lakes, int lakeSections)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(riverSections + lakeSections);
        return Reported.Of(Rounding.WithoutNoise(((rivers * riverSections) + (lakes * lakeSections)) / (riverSections + lakeSections)), 4);
    }

    /// <summary>Computes the change of an index against a base period.</summary>
    /// <param name="now">The index now, unrounded.</param>
    /// <param name="before">The index of the base period, unrounded, above 0.</param>
    /// <returns>%, two decimals; negative is better.</returns>
    public static Reported Change(decimal now, decimal before)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(before);
        return Reported.Of(Rounding.WithoutNoise((now - before) * 100m / before), 2);
    }

    private static decimal Part(WaterItem item, decimal mean, WaterBody body)
    {
        if (item.Key == "ph")
        {
            return mean <= NeutralPh ? NeutralPh - mean : (mean - NeutralPh) / 2m;
        }

        if (item.Key == "do")
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
            return item.Limit(Third, body) / mean;
        }

        return mean / item.Limit(Third, body);
    }
}
