using System.Text.Json;

namespace Lanshao.Standards.Air;

/// <summary>A category of the air quality index (空气质量指数类别).</summary>
/// <param name="Level">1 (优) to 6 (严重污染).</param>
/// <param name="Name">Official Chinese name.</param>
/// <param name="Colour">Official Chinese name of its colour.</param>
/// <param name="To">Largest index of the category.</param>
/// <param name="Hex">The colour as <c>#RRGGBB</c>.</param>
/// <remarks>HJ 633-2012 and HJ 633-2026, table 2: the same in both.</remarks>
public sealed record AirCategory(int Level, string Name, string Colour, int To, string Hex)
{
    private const int WorstGoodLevel = 2;
    private static readonly Lazy<AirCategory[]> Shipped = new(Load);

    /// <summary>Returns the six categories, best first.</summary>
    public static IReadOnlyList<AirCategory> All => Shipped.Value;

    /// <summary>Returns whether a day of the category is one of 优良天数.</summary>
    public bool IsGood => Level <= WorstGoodLevel;

    /// <summary>Finds the category of an index.</summary>
    /// <param name="aqi">The index, 0 to 500.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aqi"/> is out of range.</exception>
    public static AirCategory Of(int aqi)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aqi);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(aqi, All[^1].To);
        return All.First(category => aqi <= category.To);
    }

    private static AirCategory[] Load() =>
        [.. StandardData.Read("air.aqi-categories.json").GetProperty("categories").EnumerateArray().Select(Read)];

    private static AirCategory Read(JsonElement row) => new(
        row.GetProperty("level").GetInt32(), row.GetProperty("name").GetString()!, row.GetProperty("colour").GetString()!, row.GetProperty("to").GetInt32(), row.GetProperty("hex").GetString()!);
}
