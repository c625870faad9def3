namespace Lanshao.Platform.Monitoring.Weather;

/// <summary>The hours of one station, by item of <see cref="HourItems.Weather"/>; null where one is missing.</summary>
/// <param name="First">The civil day of the first 24 hours.</param>
/// <param name="Temperature">°C.</param>
/// <param name="Humidity">Relative, %.</param>
/// <param name="Pressure">kPa.</param>
/// <param name="WindMps">m/s.</param>
/// <param name="WindFromDeg">Degrees clockwise from north.</param>
/// <param name="RainMm">mm.</param>
public sealed record WeatherHours(DateOnly First, decimal?[] Temperature, decimal?[] Humidity, decimal?[] Pressure, decimal?[] WindMps, decimal?[] WindFromDeg, decimal?[] RainMm)
{
    /// <summary>Gets the items in the order of tables.</summary>
    public IReadOnlyList<decimal?[]> All => [Temperature, Humidity, Pressure, WindMps, WindFromDeg, RainMm];

    /// <summary>Gets how many days.</summary>
    public int Days => Temperature.Length / ReadingDay.HoursADay;

    /// <summary>Returns these hours of one day.</summary>
    public static IReadOnlyList<decimal> OfDay(decimal?[] hours, int day) => [.. hours.AsSpan(day * ReadingDay.HoursADay, ReadingDay.HoursADay).ToArray().OfType<decimal>()];

    /// <summary>Counts the hours by where the wind came from; hours of calm and hours without both are none of them.</summary>
    /// <param name="from">The first hour.</param>
    /// <param name="count">How many hours.</param>
    public WindCounts Winds(int from, int count) => new WindHours(WindMps, WindFromDeg).Counts(from, count);
}

/// <summary>The wind of a stretch of hours; null where an hour is missing.</summary>
/// <param name="Mps">m/s.</param>
/// <param name="FromDeg">Degrees clockwise from north.</param>
public sealed record WindHours(decimal?[] Mps, decimal?[] FromDeg)
{
    /// <summary>Returns the direction of <see cref="WindSector"/> in an hour; null for calm, and for an hour without both.</summary>
    public int? SectorOf(int hour) => Mps[hour] > WindSector.CalmMps && FromDeg[hour] is { } angle ? WindSector.Of(angle) : null;

    /// <summary>Counts the hours by where the wind came from.</summary>
    /// <param name="from">The first hour.</param>
    /// <param name="count">How many hours.</param>
    public WindCounts Counts(int from, int count)
    {
        var (sectors, calm) = (new int[WindSector.Count], 0);
        for (var hour = from; hour < from + count; hour++)
        {
            if (SectorOf(hour) is { } sector)
            {
                sectors[sector]++;
            }
            else if (Mps[hour] <= WindSector.CalmMps)
            {
                calm++;
            }
        }

        return new(sectors, calm);
    }
}

/// <summary>Hours by where the wind came from.</summary>
/// <param name="Sectors">By direction of <see cref="WindSector"/>.</param>
/// <param name="Calm">Hours of calm.</param>
public sealed record WindCounts(IReadOnlyList<int> Sectors, int Calm)
{
    /// <summary>Gets all hours.</summary>
    public int All => Sectors.Sum() + Calm;

    /// <summary>Gets the directions that came most often; none where it was calm or nothing is known.</summary>
    public IReadOnlyList<int> Prevailing => Sectors.Max() is var most and > 0 ? [.. Enumerable.Range(0, WindSector.Count).Where(sector => Sectors[sector] == most)] : [];
}
