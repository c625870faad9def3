namespace Lanshao.Standards.Water;

/// <summary>The environmental quality standard of surface water: items, single-factor classes of sections.</summary>
/// <remarks>GB 3838-2002 with 地表水环境质量评价办法（试行）, 环办〔2011〕22号.</remarks>
public static class SurfaceWater
{
    private static readonly Lazy<(StandardEdition Edition, WaterItem[] Items)> Shipped = new(Load);

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public static StandardEdition Edition => Shipped.Value.Edition;

    /// <summary>Returns the items of table 1 that are concentrations, in the order of the table: 21 that make the class, total nitrogen and coliforms.</summary>
    public static IReadOnlyList<WaterItem> Items => Shipped.Value.Items;

    /// <summary>Finds an item by its short name, HJ code or Chinese name; what stands in brackets does not count.</summary>
    /// <param name="name">Such as tp, w21011, 总磷 or 总磷（以P计）.</param>
    /// <returns>The item; <see langword="null"/> where there is none of that name.</returns>
    public static WaterItem? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        var plain = trimmed is "铬(六价)" or "铬（六价）" ? "六价铬" : trimmed.Split('(', '（')[0].Trim();
        var known = plain switch { "pH" or "PH" => "ph", "生化需氧量" => "bod5", "六价铬" => "cr6", "BOD" => "bod5", "CODcr" or "CODCr" => "cod", "NH3-N" or "氨氮(NH3-N)" => "nh3n", _ => plain };
        return Items.FirstOrDefault(item => string.Equals(item.Key, known, StringComparison.OrdinalIgnoreCase) || string.Equals(item.Code, known, StringComparison.OrdinalIgnoreCase) || item.Name == known);
    }

    /// <summary>Classifies a section: the worst class of its items.</summary>
    /// <param name="measured">Concentrations by item, each in its unit, not negative; items that were not measured are left out.</param>
    /// <param name="body">River or lake.</param>
    /// <param name="target">The target class (水质目标); <see langword="null"/> where the section has none.</param>
    /// <returns>The class, the items that determine it, and those beyond the target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A concentration is negative.</exception>
    /// <remarks>GB 3838-2002, 5.1 (单因子评价); total nitrogen and coliforms are told but make no class.</remarks>
    public static SectionClass Classify(IReadOnlyDictionary<WaterItem, decimal> measured, WaterBody body, WaterClass? target)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Values.Any(concentration => concentration < 0m))
        {
            throw new ArgumentOutOfRangeException(nameof(measured));
        }

        var items = Items.Where(measured.ContainsKey).Where(item => item.IsInClass || body == WaterBody.Lake || item.Key != "tn")
            .Select(item => new SectionItem(item, measured[item], item.Classify(measured[item], body))).ToList();
        var counted = items.Where(item => item.Item.IsInClass).ToList();
        if (counted.Count == 0)
        {
            return new(null, items, [], [], target, null, Edition.Id);
        }

        var worst = counted.Max(item => item.Class);
        SectionItem[] determining = [.. counted.Where(item => item.Class == worst)];
        SectionExcess[] beyond = target is { Level: <= 5 } aim ? [.. counted.Where(item => !item.Class.Meets(aim)).Select(item => new SectionExcess(item.Item, item.Item.Multiple(item.Concentration, aim.Level, body)))] : [];
        return new(worst, items, determining, beyond, target, target is { } known ? worst.Meets(known) : null, Edition.Id);
    }

    private static (StandardEdition Edition, WaterItem[] Items) Load()
    {
        var data = StandardData.Read("water.gb3838-2002.json");
        return (StandardEdition.Read(data), [.. data.GetProperty("items").EnumerateObject().Select(WaterItem.Read)]);
    }
}
