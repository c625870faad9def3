namespace Lanshao.Standards.Air;

/// <summary>An air quality index with what it was made of.</summary>
/// <param name="Aqi">The largest sub-index, 0 to 500; <see langword="null"/> where no item has one.</param>
/// <param name="Category">The category of <paramref name="Aqi"/>.</param>
/// <param name="Primary">首要污染物: all items that share the largest sub-index, where it is above 50.</param>
/// <param name="Items">The sub-indices, in the order asked.</param>
/// <param name="Edition">Id of the edition of HJ 633.</param>
public sealed record AirIndex(int? Aqi, AirCategory? Category, IReadOnlyList<AirItem> Primary, IReadOnlyList<AirItemIndex> Items, string Edition)
{
    /// <summary>The largest index that has no primary pollutant.</summary>
    public const int NoPrimaryTo = 50;

    /// <summary>Returns the items whose sub-index is above 100 (超标污染物), in the order asked.</summary>
    /// <remarks>A word of HJ 633-2012; the edition of 2026 no longer defines it.</remarks>
    public IEnumerable<AirItem> Exceeding => Items.Where(index => index.Iaqi > 100).Select(index => index.Item).Distinct();
}
