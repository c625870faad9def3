using System.Text.Json;

namespace Lanshao.Standards.Water;

/// <summary>The quality standard of groundwater: classes Ⅰ to Ⅴ by single factors.</summary>
/// <remarks>GB/T 14848-2017, tables 1 and 2: 39 regular and 54 other items. One full public transcription (R).</remarks>
public static class Groundwater
{
    private static readonly Lazy<(StandardEdition Edition, GroundwaterItem[] Items)> Shipped = new(Load);

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public static StandardEdition Edition => Shipped.Value.Edition;

    /// <summary>Returns the 93 items in the order of the tables.</summary>
    public static IReadOnlyList<GroundwaterItem> Items => Shipped.Value.Items;

    /// <summary>Finds an item by its Chinese name.</summary>
    /// <param name="name">The name as in the tables.</param>
    /// <returns>The item; <see langword="null"/> where there is none.</returns>
    public static GroundwaterItem? Find(string name) => Items.FirstOrDefault(item => item.Name == name);

    /// <summary>Classifies a well: the worst class of its items.</summary>
    /// <param name="measured">Concentrations by item, in the item's unit.</param>
    /// <returns>1 (Ⅰ) to 5 (Ⅴ); <see langword="null"/> where nothing was measured.</returns>
    /// <remarks>GB/T 14848-2017, 6: of classes that share a limit the better one.</remarks>
    public static int? Classify(IReadOnlyDictionary<GroundwaterItem, decimal> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return measured.Count == 0 ? null : measured.Max(pair => pair.Key.Classify(pair.Value));
    }

    private static (StandardEdition Edition, GroundwaterItem[] Items) Load()
    {
        var data = StandardData.Read("groundwater.gbt14848-2017.json");
        return (StandardEdition.Read(data), [.. data.GetProperty("items").EnumerateArray().Select(row => new GroundwaterItem(row))]);
    }
}

/// <summary>An item of groundwater.</summary>
public sealed class GroundwaterItem
{
    private readonly decimal?[] _limits = [];
    private readonly (decimal From, decimal To)[] _bands = [];

    internal GroundwaterItem(JsonElement row)
    {
        (Number, Name, Unit, IsRegular) = (row.GetProperty("no").GetInt32(), row.GetProperty("name").GetString()!, row.GetProperty("unit").GetString()!, row.GetProperty("regular").GetBoolean());
        switch (row.GetProperty("kind").GetString())
        {
            case "ph":
                _bands = [Band(row, "inner"), Band(row, "outer")];
                break;
            case "atMost":
                _limits = [.. row.GetProperty("limits").EnumerateArray().Select(limit => limit.ValueKind switch { JsonValueKind.Null => decimal.MaxValue, JsonValueKind.String => 0m, _ => (decimal?)limit.GetDecimal() })];
                break;
            default:
                _limits = [0m];
                break;
        }
    }

    /// <summary>Returns the number in the tables, 1 to 93.</summary>
    public int Number { get; }

    /// <summary>Returns the Chinese name.</summary>
    public string Name { get; }

    /// <summary>Returns the unit; empty where there is none.</summary>
    public string Unit { get; }

    /// <summary>Says whether it is one of the 39 regular items.</summary>
    public bool IsRegular { get; }

    /// <summary>Classifies a concentration.</summary>
    /// <param name="concentration">In the item's unit; of items told as 有 or 无, 1 or 0; of values not detected, 0.</param>
    /// <returns>1 (Ⅰ) to 5 (Ⅴ).</returns>
    public int Classify(decimal concentration)
    {
        if (_bands.Length > 0)
        {
            var (inner, outer) = (_bands[0], _bands[1]);
            return concentration >= inner.From && concentration <= inner.To ? 1 : concentration >= outer.From && concentration <= outer.To ? 4 : 5;
        }

        var at = Array.FindIndex(_limits, limit => concentration <= limit);
        return at < 0 ? 5 : at + 1;
    }

    private static (decimal From, decimal To) Band(JsonElement row, string name) => (row.GetProperty(name)[0].GetDecimal(), row.GetProperty(name)[1].GetDecimal());
}
