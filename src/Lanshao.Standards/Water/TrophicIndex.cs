namespace Lanshao.Standards.Water;

/// <summary>综合营养状态指数 of a lake or reservoir.</summary>
/// <param name="Index">The weighted index, shown with one decimal.</param>
/// <param name="Parts">The index of each item that was measured.</param>
/// <param name="Level">贫营养, 中营养, 轻度富营养, 中度富营养 or 重度富营养.</param>
/// <remarks>总站生字〔2001〕090号; formula and weights V. Where an item is missing the weights of the others are scaled to 1, as practised (R). Logarithms are taken in double precision.</remarks>
public sealed record TrophicIndex(Reported Index, IReadOnlyDictionary<TrophicItem, Reported> Parts, string Level)
{
    private static readonly Dictionary<TrophicItem, (double Constant, double Slope, decimal Weight)> Terms = new()
    {
        [TrophicItem.ChlorophyllA] = (2.5, 1.086, 0.2663m),
        [TrophicItem.TotalPhosphorus] = (9.436, 1.624, 0.1879m),
        [TrophicItem.TotalNitrogen] = (5.453, 1.694, 0.1790m),
        [TrophicItem.Transparency] = (5.118, -1.94, 0.1834m),
        [TrophicItem.PermanganateIndex] = (0.109, 2.661, 0.1834m),
    };

    /// <summary>Computes the index.</summary>
    /// <param name="measured">Chlorophyll a in mg/m³, transparency in m, the others in mg/L; all above 0, at least one.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">Nothing was measured.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above 0.</exception>
    public static TrophicIndex Compute(IReadOnlyDictionary<TrophicItem, decimal> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Count == 0)
        {
            throw new ArgumentException("At least one item.", nameof(measured));
        }

        var parts = measured.ToDictionary(pair => pair.Key, pair => Reported.Of(Part(pair.Key, pair.Value), 2));
        var weights = measured.Keys.Sum(item => Terms[item].Weight);
        var index = parts.Sum(part => part.Value.Exact * Terms[part.Key].Weight) / weights;
        return new(Reported.Of(index, 1), parts, LevelOf(index));
    }

    /// <summary>Returns the level of an index.</summary>
    /// <param name="index">The index.</param>
    /// <returns>The Chinese word.</returns>
    public static string LevelOf(decimal index) => index switch { < 30m => "贫营养", <= 50m => "中营养", <= 60m => "轻度富营养", <= 70m => "中度富营养", _ => "重度富营养" };

    private static decimal Part(TrophicItem item, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var (constant, slope, _) = Terms[item];
        return (decimal)(10 * (constant + (slope * Math.Log((double)value))));
    }
}
