using System.Text.Json;

namespace Lanshao.Standards.Noise;

/// <summary>声环境质量标准: limits by zone, and levels of day and night out of hourly ones.</summary>
/// <remarks>GB 3096-2008. A mean of levels is the level of the mean energy, computed in double and brought back to decimal with 15 digits.</remarks>
public static class AmbientNoise
{
    /// <summary>Hours of a day, 06 to 22.</summary>
    public const int DayHours = 16;

    /// <summary>Hours of a night, 22 to 06 of the next civil day.</summary>
    public const int NightHours = 8;

    private const double DbPerDecade = 10;
    private static readonly Lazy<JsonElement> Data = new(() => StandardData.Read("noise.gb3096-2008.json"));
    private static readonly Lazy<NoiseZone[]> AllZones = new(() => [.. Data.Value.GetProperty("zones").EnumerateArray().Select(zone => new NoiseZone(zone.GetProperty("code").GetString()!, zone.GetProperty("name").GetString()!, zone.GetProperty("dayDb").GetDecimal(), zone.GetProperty("nightDb").GetDecimal()))]);

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public static StandardEdition Edition { get; } = StandardEdition.Read(Data.Value);

    /// <summary>Returns the classes of zones, the quietest first.</summary>
    public static IReadOnlyList<NoiseZone> Zones => AllZones.Value;

    /// <summary>Returns the hour of the civil day at which day begins: 6.</summary>
    public static int DayFrom => Data.Value.GetProperty("hours").GetProperty("dayFrom").GetInt32();

    /// <summary>Returns how many of the 16 hours a level of the day needs.</summary>
    public static int EnoughDayHours => Data.Value.GetProperty("enough").GetProperty("dayHours").GetInt32();

    /// <summary>Returns how many of the 8 hours a level of the night needs.</summary>
    public static int EnoughNightHours => Data.Value.GetProperty("enough").GetProperty("nightHours").GetInt32();

    /// <summary>Finds a class of zones.</summary>
    /// <param name="code">0, 1, 2, 3, 4a or 4b, with or without 类.</param>
    /// <returns>The class; <see langword="null"/> for another text.</returns>
    public static NoiseZone? Find(string? code) => AllZones.Value.FirstOrDefault(zone => zone.Code == code || zone.Name == code);

    /// <summary>Computes the level of the mean energy.</summary>
    /// <param name="levelsDb">Equivalent levels over equal times, dB(A), −100 to 200; <see langword="null"/> where one is missing.</param>
    /// <returns>The level, dB(A); <see langword="null"/> without a level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A level is no level.</exception>
    /// <remarks>GB 3096-2008, 3: Leq = 10 lg(1/T ∫ 10^(0.1 L) dt).</remarks>
    public static decimal? EnergyMean(IEnumerable<decimal?> levelsDb)
    {
        ArgumentNullException.ThrowIfNull(levelsDb);
        var (energy, count) = (0d, 0);
        foreach (var level in levelsDb.OfType<decimal>())
        {
            energy += EnergyOf(level);
            count++;
        }

        return count == 0 ? null : LevelOf(energy / count);
    }

    /// <summary>Computes 昼夜等效声级: the level of day and night, the night weighing 10 dB more.</summary>
    /// <param name="dayDb">Level of the day, dB(A).</param>
    /// <param name="nightDb">Level of the night, dB(A).</param>
    /// <returns>The level, dB(A).</returns>
    public static decimal DayNight(decimal dayDb, decimal nightDb) =>
        LevelOf(((DayHours * EnergyOf(dayDb)) + (NightHours * EnergyOf(nightDb + Data.Value.GetProperty("nightPenaltyDb").GetDecimal()))) / (DayHours + NightHours));

    private static double EnergyOf(decimal levelDb)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levelDb, -100m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levelDb, 200m);
        return Math.Pow(10, (double)levelDb / DbPerDecade);
    }

    private static decimal LevelOf(double energy) => (decimal)(DbPerDecade * Math.Log10(energy));
}
