using System.Text.Json;

namespace Lanshao.Standards.Soil;

/// <summary>The risk of soil contamination of development land: screening and intervention values.</summary>
/// <remarks>GB 36600-2018, table 1 (45 basic items) and 5.3. Table 2 is left out: only one source was found.</remarks>
public static class SoilScreening
{
    private static readonly Lazy<(StandardEdition Edition, SoilItem[] Items)> Shipped = new(Load);

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public static StandardEdition Edition => Shipped.Value.Edition;

    /// <summary>Returns the 45 items in the order of the table.</summary>
    public static IReadOnlyList<SoilItem> Items => Shipped.Value.Items;

    /// <summary>Finds an item by its Chinese name or CAS number.</summary>
    /// <param name="name">Such as 铅 or 7439-92-1.</param>
    /// <returns>The item; <see langword="null"/> where there is none.</returns>
    public static SoilItem? Find(string name) => Items.FirstOrDefault(item => item.Name == name || item.Cas == name);

    private static (StandardEdition Edition, SoilItem[] Items) Load()
    {
        var data = StandardData.Read("soil.gb36600-2018.json");
        return (StandardEdition.Read(data), [.. data.GetProperty("items").EnumerateArray().Select(Read)]);
    }

    private static SoilItem Read(JsonElement row) => new(
        row.GetProperty("no").GetInt32(), row.GetProperty("name").GetString()!, row.GetProperty("cas").GetString()!,
        [.. row.GetProperty("screening").EnumerateArray().Select(value => value.GetDecimal())], [.. row.GetProperty("intervention").EnumerateArray().Select(value => value.GetDecimal())]);
}

/// <summary>The use that is planned for a plot.</summary>
public enum LandUse
{
    /// <summary>Not told: judged as the first class (5.3.1).</summary>
    Unknown,

    /// <summary>第一类用地: dwellings, schools, hospitals, community parks.</summary>
    First,

    /// <summary>第二类用地: industry, storage, commerce, roads, other green space.</summary>
    Second,
}

/// <summary>What a concentration in soil means.</summary>
public enum SoilVerdict
{
    /// <summary>低于筛选值: the risk is generally negligible (5.3.2).</summary>
    BelowScreening,

    /// <summary>超筛选值(详细调查): to be surveyed in detail (5.3.3).</summary>
    AboveScreening,

    /// <summary>超管制值: to be controlled or remediated (5.3.5).</summary>
    AboveIntervention,

    /// <summary>不纳入污染地块管理: above the screening value, not above the local background (note of table 1).</summary>
    WithinBackground,
}

/// <summary>An item of soil with its values.</summary>
/// <param name="Number">Number in the table, 1 to 45.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Cas">CAS number.</param>
/// <param name="Screening">Screening values of first and second class land, mg/kg.</param>
/// <param name="Intervention">Intervention values of first and second class land, mg/kg.</param>
public sealed record SoilItem(int Number, string Name, string Cas, IReadOnlyList<decimal> Screening, IReadOnlyList<decimal> Intervention)
{
    private const string Arsenic = "砷";

    /// <summary>Judges a concentration.</summary>
    /// <param name="mgPerKg">The concentration, mg/kg, not negative.</param>
    /// <param name="use">The planned use.</param>
    /// <param name="backgroundMgPerKg">The local background, mg/kg, which counts for arsenic; <see langword="null"/> where unknown.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mgPerKg"/> is negative.</exception>
    public SoilVerdict Judge(decimal mgPerKg, LandUse use, decimal? backgroundMgPerKg = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mgPerKg);
        var place = use == LandUse.Second ? 1 : 0;
        return mgPerKg <= Screening[place] ? SoilVerdict.BelowScreening
            : Name == Arsenic && mgPerKg <= backgroundMgPerKg ? SoilVerdict.WithinBackground
            : mgPerKg > Intervention[place] ? SoilVerdict.AboveIntervention : SoilVerdict.AboveScreening;
    }
}
