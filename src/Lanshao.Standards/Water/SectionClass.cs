namespace Lanshao.Standards.Water;

/// <summary>The single-factor class of one section.</summary>
/// <param name="Class">The worst class of the items, 劣Ⅴ with its Beijing grade; <see langword="null"/> where no item that counts was measured.</param>
/// <param name="Items">The classes of the items, in the order of table 1; also those that are told but do not count.</param>
/// <param name="Determining">The items of the worst class (定类项目).</param>
/// <param name="Beyond">The items beyond the target; empty without a target.</param>
/// <param name="Target">The target class.</param>
/// <param name="IsMet">Whether the class is not worse than the target (达标); <see langword="null"/> without class or target.</param>
/// <param name="Edition">Id of the edition of GB 3838.</param>
public sealed record SectionClass(
    WaterClass? Class, IReadOnlyList<SectionItem> Items, IReadOnlyList<SectionItem> Determining, IReadOnlyList<SectionExcess> Beyond, WaterClass? Target, bool? IsMet, string Edition)
{
    private const int MainItemsAtMost = 3;

    /// <summary>Returns the main pollutants (主要污染指标): items worse than Ⅲ, worst class first, then the larger multiple over Ⅲ, three at most.</summary>
    /// <remarks>环办〔2011〕22号, order recalled (R). None where the class is Ⅲ or better.</remarks>
    /// <param name="body">River or lake.</param>
    /// <returns>The items.</returns>
    public IReadOnlyList<WaterItem> MainItems(WaterBody body) =>
        [.. Items.Where(item => item.Item.IsInClass && !item.Class.IsGood)
            .OrderByDescending(item => item.Class.Level)
            .ThenByDescending(item => item.Item.Multiple(item.Concentration, 3, body)?.Exact ?? 0m)
            .Select(item => item.Item).Take(MainItemsAtMost)];
}

/// <summary>One item of a section.</summary>
/// <param name="Item">The item.</param>
/// <param name="Concentration">In the item's unit.</param>
/// <param name="Class">Its class.</param>
public sealed record SectionItem(WaterItem Item, decimal Concentration, WaterClass Class);

/// <summary>One item beyond the target.</summary>
/// <param name="Item">The item.</param>
/// <param name="Multiple">By how much; <see langword="null"/> for pH and dissolved oxygen.</param>
public sealed record SectionExcess(WaterItem Item, Reported? Multiple);
