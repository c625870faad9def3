using System.Text.Json;

namespace Lanshao.Standards.Ecology;

/// <summary>生态环境状况指数 (EI).</summary>
/// <param name="Index">The index, 0 to 100, one decimal.</param>
/// <param name="Level">优, 良, 一般, 较差 or 差.</param>
/// <param name="Edition">Id of the edition.</param>
/// <remarks>HJ 192-2015: sub-indices are rounded to one decimal before they are combined, as the standard's practice has it.</remarks>
public sealed record EcologicalIndex(Reported Index, string Level, string Edition)
{
    private const int ShownDecimals = 1;
    private static readonly Lazy<JsonElement> Data = new(() => StandardData.Read("ecology.hj192-2015.json"));

    /// <summary>Computes the index of five sub-indices.</summary>
    /// <param name="biologicalRichness">生物丰度指数, 0 to 100.</param>
    /// <param name="vegetationCover">植被覆盖指数, 0 to 100.</param>
    /// <param name="waterDensity">水网密度指数, 0 to 100.</param>
    /// <param name="landStress">土地胁迫指数, 0 to 100.</param>
    /// <param name="pollutionLoad">污染负荷指数, 0 to 100.</param>
    /// <param name="restriction">环境限制指数: 2 or 3 caps the level; <see langword="null"/> for none.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A sub-index is out of range, or the restriction is neither 2 nor 3.</exception>
    public static EcologicalIndex Compute(decimal biologicalRichness, decimal vegetationCover, decimal waterDensity, decimal landStress, decimal pollutionLoad, int? restriction = null)
    {
        if (restriction is not (null or 2 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(restriction));
        }

        var exact = (Weight("biologicalRichness") * Part(biologicalRichness)) + (Weight("vegetationCover") * Part(vegetationCover)) + (Weight("waterDensity") * Part(waterDensity))
            + (Weight("landStress") * (100m - Part(landStress))) + (Weight("pollutionLoad") * (100m - Part(pollutionLoad)));
        var index = Reported.Of(restriction is { } level ? Math.Min(exact, Cap(exact, level)) : exact, ShownDecimals);
        return new(index, LevelOf(index.Shown), Data.Value.GetProperty("id").GetString()!);
    }

    /// <summary>Returns the level of an index.</summary>
    /// <param name="index">0 to 100.</param>
    /// <returns>The Chinese word.</returns>
    public static string LevelOf(decimal index) => Word("levels", index);

    /// <summary>Returns the word for a change of the index between two years.</summary>
    /// <param name="change">The difference, as reported.</param>
    /// <returns>无明显变化, 略微变化, 明显变化 or 显著变化.</returns>
    public static string ChangeOf(decimal change) => Word("changes", Math.Abs(change));

    /// <summary>Returns a normalising coefficient of a sub-index.</summary>
    /// <param name="name">habitat, river, lake, waterResource or landStress.</param>
    /// <returns>The coefficient.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static decimal Coefficient(string name) => Data.Value.GetProperty("coefficients").GetProperty(name).GetDecimal();

    /// <summary>Just under the level: of 优 by the restriction, of the others their own lower border.</summary>
    private static decimal Cap(decimal index, int restriction) => index switch
    {
        >= 75m => restriction == 2 ? 74.9m : 54.9m,
        >= 55m => 54.9m,
        >= 35m => 34.9m,
        _ => 19.9m,
    };

    private static decimal Part(decimal index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 100m);
        return Rounding.HalfEven(index, ShownDecimals);
    }

    private static decimal Weight(string name) => Data.Value.GetProperty("weights").GetProperty(name).GetDecimal();

    private static string Word(string table, decimal number) =>
        Data.Value.GetProperty(table).EnumerateArray().First(row => number >= row.GetProperty("from").GetDecimal() || row.GetProperty("from").GetDecimal() == 0m).GetProperty("name").GetString()!;
}
