namespace Lanshao.Standards.Water;

/// <summary>Statistics of sections, water bodies and regions.</summary>
/// <remarks>地表水环境质量评价办法（试行）, 环办〔2011〕22号.</remarks>
public static class WaterStatistics
{
    /// <summary>Below this number of sections a river is judged by the means of its items.</summary>
    public const int SectionsForRatios = 5;

    /// <summary>Computes the share of each class, %, one decimal.</summary>
    /// <param name="classes">The classes of the sections; dry or insufficient sections are left out before.</param>
    /// <returns>By level 1 (Ⅰ) to 6 (劣Ⅴ); <see langword="null"/> without sections.</returns>
    public static IReadOnlyList<Reported>? Shares(IReadOnlyCollection<WaterClass> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.Count == 0 ? null : [.. Enumerable.Range(1, 6).Select(level => Share(classes.Count(one => one.Level == level), classes.Count))];
    }

    /// <summary>Computes the share of good water (优良水体比例: Ⅰ to Ⅲ), %, one decimal.</summary>
    /// <param name="classes">The classes of the sections with one.</param>
    /// <returns>The share; <see langword="null"/> without sections.</returns>
    public static Reported? GoodShare(IReadOnlyCollection<WaterClass> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return classes.Count == 0 ? null : Share(classes.Count(one => one.IsGood), classes.Count);
    }

    /// <summary>Computes a share of sections, %, one decimal.</summary>
    /// <param name="sections">The sections that count, not negative.</param>
    /// <param name="of">All sections, above 0.</param>
    /// <returns>The share.</returns>
    public static Reported Share(int sections, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sections);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(of);
        return Reported.Of(100m * sections / of, 1);
    }

    /// <summary>Returns the official word for a section of a class: 优, 良好, 轻度污染, 中度污染 or 重度污染.</summary>
    /// <param name="of">The class.</param>
    /// <returns>The word.</returns>
    public static string StatusOfSection(WaterClass of) => of.Level switch { 1 or 2 => "优", 3 => "良好", 4 => "轻度污染", 5 => "中度污染", _ => "重度污染" };

    /// <summary>Returns the official word for a river or region of at least five sections, by the shares of classes.</summary>
    /// <param name="goodShare">Share of Ⅰ to Ⅲ, %.</param>
    /// <param name="inferiorShare">Share of 劣Ⅴ, %.</param>
    /// <returns>The word.</returns>
    public static string StatusOfShares(decimal goodShare, decimal inferiorShare) => (goodShare, inferiorShare) switch
    {
        ( >= 90m, _) => "优",
        ( >= 75m, _) => "良好",
        (_, < 20m) => "轻度污染",
        (_, < 40m) => "中度污染",
        _ => "重度污染",
    };

    /// <summary>Returns the official word for a change of a section's class between two periods: 无明显变化, 有所好转, 明显好转, 有所下降 or 明显下降.</summary>
    /// <param name="before">The class before.</param>
    /// <param name="now">The class now.</param>
    /// <returns>The word.</returns>
    /// <remarks>Recalled (R).</remarks>
    public static string ChangeOfClass(WaterClass before, WaterClass now) => Change(before.Level - now.Level, 0m, 1m);

    /// <summary>Returns the official word for a change of shares between two periods.</summary>
    /// <param name="goodChange">Change of the share of Ⅰ to Ⅲ, percentage points.</param>
    /// <param name="inferiorChange">Change of the share of 劣Ⅴ, percentage points.</param>
    /// <returns>The word.</returns>
    /// <remarks>Recalled (R): the difference of the two changes, up to 10, up to 20, above.</remarks>
    public static string ChangeOfShares(decimal goodChange, decimal inferiorChange) => Change(goodChange - inferiorChange, 10m, 20m);

    /// <summary>Rounds a concentration for a report: ties to even, and where that would be 0, to its first digit.</summary>
    /// <param name="concentration">The concentration, any unit.</param>
    /// <param name="decimals">Decimals of the item, 0 to 28 (<see cref="WaterItem.Decimals"/>).</param>
    /// <returns>The rounded concentration.</returns>
    /// <remarks>总站水字〔2020〕90号, as quoted by public implementations (R): 0.00005 with three decimals stays 0.00005.</remarks>
    public static decimal Rounded(decimal concentration, int decimals) =>
        Rounding.HalfEven(concentration, decimals) is not 0m and var rounded ? rounded : Rounding.ToSignificant(concentration, 1);

    /// <summary>Computes the mean of pH values, over the concentrations of hydrogen ions.</summary>
    /// <param name="values">The pH values, at least one.</param>
    /// <returns>The mean, shown with two decimals.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <remarks>−lg of the mean of 10^−pH; logarithms are taken in double precision.</remarks>
    public static Reported MeanPh(IReadOnlyCollection<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? throw new ArgumentException("At least one value.", nameof(values)) : Reported.Of((decimal)-Math.Log10(values.Average(ph => Math.Pow(10, -(double)ph))), 2);
    }

    /// <summary>Computes the means of a water body's items over its sections, for fewer than five of them.</summary>
    /// <param name="sections">The concentrations of each section.</param>
    /// <returns>The mean of each item over the sections that measured it; pH over hydrogen ions.</returns>
    public static IReadOnlyDictionary<WaterItem, decimal> Means(IReadOnlyCollection<IReadOnlyDictionary<WaterItem, decimal>> sections) =>
        sections.SelectMany(section => section).GroupBy(pair => pair.Key, pair => pair.Value)
            .ToDictionary(group => group.Key, group => group.Key.Key == "ph" ? MeanPh([.. group]).Exact : group.Sum() / group.Count());

    /// <summary>The months with data that a quarter's mean needs (R).</summary>
    public const int MonthsOfQuarter = 2;

    /// <summary>The months with data that a year's mean needs (R).</summary>
    public const int MonthsOfYear = 8;

    /// <summary>Computes the means of a section's items over months.</summary>
    /// <param name="months">The concentrations of each month; <see langword="null"/> where the month has none (无水 too).</param>
    /// <param name="monthsAtLeast">Months with data that the mean needs: <see cref="MonthsOfQuarter"/>, <see cref="MonthsOfYear"/>.</param>
    /// <returns>The mean of each item over the months that measured it; <see langword="null"/> where too few months have data.</returns>
    /// <remarks>环办〔2011〕22号, recalled (R): a quarter is the mean of its months, two at least; a year that of twelve, eight at least.</remarks>
    public static IReadOnlyDictionary<WaterItem, decimal>? MeansOfMonths(IReadOnlyCollection<IReadOnlyDictionary<WaterItem, decimal>?> months, int monthsAtLeast)
    {
        ArgumentNullException.ThrowIfNull(months);
        var known = months.OfType<IReadOnlyDictionary<WaterItem, decimal>>().Where(month => month.Count > 0).ToList();
        return known.Count < Math.Max(1, monthsAtLeast) ? null : Means(known);
    }

    private static string Change(decimal better, decimal noneTo, decimal someTo) => Math.Abs(better) <= noneTo ? "无明显变化"
        : (Math.Abs(better) <= someTo ? "有所" : "明显") + (better > 0m ? "好转" : "下降");
}
