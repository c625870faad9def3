using System.Text.Json;

namespace Lanshao.Standards.Air;

/// <summary>The concentration limits of one dated edition of GB 3095 (浓度限值): all items, averaging times and both levels.</summary>
/// <remarks>GB 3095-2012 with its amendment of 2018; GB 3095-2026 with its transitional limits (to 2030-12-31) and its limits from 2031-01-01; tables 1 and 2.</remarks>
public sealed class AirLimitSet
{
    private static readonly Lazy<AirLimitSet[]> Shipped = new(() => [Load("gb3095-2012"), Load("gb3095-2026-transitional"), Load("gb3095-2026")]);
    private readonly decimal[]?[] _limits = new decimal[]?[AirItems.Places];

    private AirLimitSet(JsonElement data)
    {
        Edition = StandardEdition.Read(data);
        foreach (var item in data.GetProperty("items").EnumerateObject())
        {
            foreach (var limit in item.Value.GetProperty("limits").EnumerateObject())
            {
                var (of, averaging) = AirItems.ParseKey($"{item.Name}@{limit.Name}");
                _limits[AirItems.PlaceOf(of, averaging)] = [limit.Value[0].GetDecimal(), limit.Value[1].GetDecimal()];
            }
        }
    }

    /// <summary>Returns the three shipped sets, oldest first.</summary>
    public static IReadOnlyList<AirLimitSet> All => Shipped.Value;

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Finds the set in force on a day of observation.</summary>
    /// <param name="day">The civil day of the observation.</param>
    /// <param name="pilotFrom">The day from which a pilot city used the first edition ahead of the country; <see langword="null"/> where it was no pilot or the day is unknown.</param>
    /// <returns>The set; <see langword="null"/> before the first edition and the pilot start: nothing may be judged then.</returns>
    public static AirLimitSet? InForceOn(DateOnly day, DateOnly? pilotFrom = null) =>
        All.FirstOrDefault(set => set.Edition.IsInForceOn(day)) ?? (day < All[0].Edition.EffectiveFrom && day >= pilotFrom ? All[0] : null);

    /// <summary>Finds the set that follows this one.</summary>
    /// <returns>The next edition; <see langword="null"/> for the last.</returns>
    public AirLimitSet? Next() => All.SkipWhile(set => set != this).Skip(1).FirstOrDefault();

    /// <summary>Returns a limit.</summary>
    /// <param name="item">The item.</param>
    /// <param name="averaging">The averaging time.</param>
    /// <param name="level">1 (一级: nature reserves) or 2 (二级: towns, industry, country).</param>
    /// <returns>The limit, µg/m³ (CO mg/m³); <see langword="null"/> where the tables have none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is neither 1 nor 2.</exception>
    public decimal? Limit(AirItem item, AirAveraging averaging, int level = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 2);
        return AirItems.PlaceOf(item, averaging) is >= 0 and var place && _limits[place] is { } levels ? levels[level - 1] : null;
    }

    private static AirLimitSet Load(string file) => new(StandardData.Read($"air.{file}.json"));
}
