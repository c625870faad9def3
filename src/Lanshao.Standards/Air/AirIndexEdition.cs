using System.Text.Json;

namespace Lanshao.Standards.Air;

/// <summary>One dated edition of the technical regulation on the air quality index: its breakpoints and what it says beside them.</summary>
/// <remarks>HJ 633-2012 and HJ 633-2026. All arithmetic is decimal; sub-indices are rounded up to whole numbers (进位取整).</remarks>
public sealed class AirIndexEdition
{
    private static readonly Lazy<AirIndexEdition[]> Shipped = new(() => [Load("hj633-2012"), Load("hj633-2026")]);
    private readonly decimal?[]?[] _breakpoints = new decimal?[]?[AirItems.Places];
    private readonly int?[]?[] _aboveTop = new int?[]?[AirItems.Places];
    private readonly short[]?[] _tables = new short[]?[AirItems.Places];
    private readonly int[] _steps;
    private readonly int _aboveOtherwise;

    private AirIndexEdition(JsonElement data)
    {
        Edition = StandardEdition.Read(data);
        _steps = [.. data.GetProperty("steps").EnumerateArray().Select(step => step.GetInt32())];
        foreach (var row in data.GetProperty("breakpoints").EnumerateObject())
        {
            _breakpoints[PlaceOf(row.Name)] = [.. row.Value.EnumerateArray().Select(Optional)];
        }

        foreach (var row in data.GetProperty("aboveTop").EnumerateObject())
        {
            _aboveTop[PlaceOf(row.Name)] = [(int?)Optional(row.Value)];
        }

        _aboveOtherwise = data.GetProperty("aboveTopOtherwise").GetProperty("value").GetInt32();
        Daily = [.. data.GetProperty("daily").EnumerateArray().Select(key => AirItems.ParseKey(key.GetString()!))];
        RoundsInput = data.GetProperty("roundsInput").GetProperty("value").GetBoolean();
        NeedsAllItemsUpTo = data.GetProperty("missingItem").GetProperty("value").GetString() == "onlyAbove100" ? 100 : 0;
    }

    /// <summary>Returns the shipped editions, oldest first.</summary>
    public static IReadOnlyList<AirIndexEdition> All => Shipped.Value;

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Returns the items and averaging times of a day's index.</summary>
    public IReadOnlyList<(AirItem Item, AirAveraging Averaging)> Daily { get; }

    /// <summary>Says whether the text asks for rounding a concentration (CO to one decimal, the rest to whole numbers) before its sub-index.</summary>
    /// <remarks>HJ 633-2026, 4.2.2 and 4.2.3: yes. HJ 633-2012 names no rounding.</remarks>
    public bool RoundsInput { get; }

    /// <summary>Returns the largest index that is published only when no item of the day is missing: 100 in HJ 633-2026, 0 (no such rule) in HJ 633-2012.</summary>
    /// <remarks>HJ 633-2026, 5.3.1.</remarks>
    public int NeedsAllItemsUpTo { get; }

    /// <summary>Finds the edition in force on a day of observation.</summary>
    /// <param name="day">The civil day of the observation.</param>
    /// <param name="pilotFrom">The day from which a pilot city used the first edition ahead of the country; <see langword="null"/> where there is none.</param>
    /// <returns>The edition; <see langword="null"/> before the first one and the pilot start.</returns>
    public static AirIndexEdition? InForceOn(DateOnly day, DateOnly? pilotFrom = null) =>
        All.FirstOrDefault(edition => edition.Edition.IsInForceOn(day)) ?? (day < All[0].Edition.EffectiveFrom && day >= pilotFrom ? All[0] : null);

    /// <summary>Finds an edition by its year or id.</summary>
    /// <param name="name">2012, 2026, HJ633-2012 or HJ633-2026.</param>
    /// <returns>The edition; <see langword="null"/> where there is none of that name.</returns>
    public static AirIndexEdition? Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return All.FirstOrDefault(edition => edition.Edition.Id == name || edition.Edition.Id.EndsWith("-" + name, StringComparison.Ordinal));
    }

    /// <summary>Says whether the edition has breakpoints for an item and averaging time.</summary>
    /// <param name="item">The item.</param>
    /// <param name="averaging">The averaging time.</param>
    /// <returns><see langword="true"/> where a sub-index is defined.</returns>
    public bool Defines(AirItem item, AirAveraging averaging) => AirItems.PlaceOf(item, averaging) is >= 0 and var place && _breakpoints[place] is not null;

    /// <summary>Computes a sub-index (IAQI) by linear interpolation between breakpoints, rounded up.</summary>
    /// <param name="item">The item.</param>
    /// <param name="averaging">The averaging time.</param>
    /// <param name="concentration">µg/m³ (CO mg/m³), not negative; rounded here first where the edition asks for it.</param>
    /// <returns>0 to 500; <see langword="null"/> where the edition defines none, also above the end of some of its tables (SO2 over an hour and O3 over eight hours in HJ 633-2012).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="concentration"/> is negative.</exception>
    /// <remarks>HJ 633-2012 and HJ 633-2026, 4.2, formula (1). Multiplied before divided: 50 ÷ 35 × 35 would end above 50. Above the last breakpoint 500, as practised (R), unless the edition says otherwise.</remarks>
    public int? Iaqi(AirItem item, AirAveraging averaging, decimal concentration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(concentration);
        var place = AirItems.PlaceOf(item, averaging);
        if (place < 0 || _breakpoints[place] is not { } breakpoints)
        {
            return null;
        }

        var value = RoundsInput ? AirPrecision.Rounded(item, concentration) : concentration;
        var high = Array.FindIndex(breakpoints, breakpoint => value <= breakpoint);
        if (high < 0)
        {
            return _aboveTop[place] is [var above] ? above : _aboveOtherwise;
        }

        return high == 0 ? _steps[0] : Between(value, breakpoints[high - 1]!.Value, breakpoints[high]!.Value, _steps[high - 1], _steps[high]);
    }

    /// <summary>Computes the index of a set of concentrations: the largest sub-index, its category and primary pollutants.</summary>
    /// <param name="concentrations">The concentrations, in the order in which the result lists them.</param>
    /// <returns>The index; without a number where no concentration has a sub-index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A concentration is negative.</exception>
    /// <remarks>HJ 633-2012 and HJ 633-2026, 4.3 and 4.4: primary pollutants only above 50, all that share the maximum.</remarks>
    public AirIndex Evaluate(IEnumerable<AirConcentration> concentrations)
    {
        ArgumentNullException.ThrowIfNull(concentrations);
        AirItemIndex[] items = [.. concentrations.Select(one => new AirItemIndex(one.Item, one.Averaging, Iaqi(one.Item, one.Averaging, one.Concentration)))];
        var aqi = items.Max(item => item.Iaqi);
        AirItem[] primary = aqi > AirIndex.NoPrimaryTo ? [.. items.Where(item => item.Iaqi == aqi).Select(item => item.Item).Distinct()] : [];
        return new(aqi, aqi is { } known ? AirCategory.Of(known) : null, primary, items, Edition.Id);
    }

    /// <summary>The sub-indices of reported values in units of their last digit, filled once by <see cref="Iaqi"/>; the last stands for all above the table.</summary>
    internal short[] TableOf(AirItem item, AirAveraging averaging) => _tables[AirItems.PlaceOf(item, averaging)] ??= FillTable(item, averaging);

    private short[] FillTable(AirItem item, AirAveraging averaging)
    {
        decimal scale = AirPrecision.UnitsOf(item);
        var top = 0m;
        foreach (var breakpoint in _breakpoints[AirItems.PlaceOf(item, averaging)]!)
        {
            top = breakpoint ?? top;
        }

        var table = new short[(int)(top * scale) + 2];
        for (var units = 0; units < table.Length; units++)
        {
            table[units] = (short)(Iaqi(item, averaging, units / scale) ?? DayIndices.None);
        }

        return table;
    }

    private static int PlaceOf(string key)
    {
        var (item, averaging) = AirItems.ParseKey(key);
        return AirItems.PlaceOf(item, averaging);
    }

    private static int Between(decimal value, decimal low, decimal high, int from, int to) =>
        (int)Rounding.Up(((to - from) * (value - low) / (high - low)) + from, 0);

    private static decimal? Optional(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();

    private static AirIndexEdition Load(string file) => new(StandardData.Read($"air.{file}.json"));
}
