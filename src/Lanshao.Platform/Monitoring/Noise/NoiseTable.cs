using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;
using Lanshao.Standards.Noise;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Noise;

/// <summary>One day of a station with the limits that held.</summary>
/// <param name="On">The day; its night ends at six of the next.</param>
/// <param name="Levels">The levels.</param>
/// <param name="Zone">The zone on that day; null where nobody said.</param>
public sealed record NoiseStationDay(DateOnly On, NoiseDay Levels, NoiseZone? Zone)
{
    /// <summary>Gets whether the day is above its limit; null without a level or a limit.</summary>
    public bool? IsDayOver => Levels.Day is { } day && Zone is { } zone ? day.Shown > zone.DayLimitDb : null;

    /// <summary>Gets whether the night is above its limit.</summary>
    public bool? IsNightOver => Levels.Night is { } night && Zone is { } zone ? night.Shown > zone.NightLimitDb : null;
}

/// <summary>A station over a period.</summary>
/// <param name="Station">The device.</param>
/// <param name="Days">Its days, each once, those without an hour too.</param>
public sealed record NoiseStation(Device Station, IReadOnlyList<NoiseStationDay> Days)
{
    /// <summary>Gets the level of the days, by energy; null without one.</summary>
    public Reported? Day => MeanOf(day => day.Levels.Day);

    /// <summary>Gets the level of the nights.</summary>
    public Reported? Night => MeanOf(day => day.Levels.Night);

    /// <summary>Gets the level of days and nights.</summary>
    public Reported? DayNight => MeanOf(day => day.Levels.DayNight);

    /// <summary>Gets how many hours have a level.</summary>
    public int ValidHours => Days.Sum(day => day.Levels.DayHours + day.Levels.NightHours);

    /// <summary>Gets how many hours there were.</summary>
    public int Hours => Days.Count * (AmbientNoise.DayHours + AmbientNoise.NightHours);

    private Reported? MeanOf(Func<NoiseStationDay, Reported?> level) => AmbientNoise.EnergyMean(Days.Select(day => level(day)?.Exact)) is { } exact ? Reported.Of(exact, NoiseDay.Decimals) : null;
}

/// <summary>声环境 of a period: the stations of noise with their days.</summary>
/// <param name="Period">The days.</param>
/// <param name="Stations">The stations in the order of the register.</param>
public sealed record NoiseTable(Period Period, IReadOnlyList<NoiseStation> Stations)
{
    private const int MostDays = 366;

    /// <summary>Returns the last day whose night has ended.</summary>
    public static DateOnly LastDay(TimeProvider clock) => ChinaTime.DayOf(ChinaTime.NowUtc(clock).AddHours(-AmbientNoise.DayFrom)).AddDays(-1);

    /// <summary>Reads a period, no further than the last day whose night has ended and no more than a year.</summary>
    public static async Task<NoiseTable> ReadAsync(LanshaoContext db, MonitoringStores stores, Period period, TimeProvider clock, CancellationToken ct)
    {
        var last = period.To < LastDay(clock) ? period.To : LastDay(clock);
        var first = period.From > last.AddDays(1 - MostDays) ? period.From : last.AddDays(1 - MostDays);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.Kind == DeviceKind.Noise && device.VoidedUtc == null).OrderBy(device => device.Number).ToListAsync(ct);
        var points = (await db.Set<NoisePoint>().AsNoTracking().Where(point => point.VoidedUtc == null).ToListAsync(ct)).ToLookup(point => point.Station);
        if (first > last)
        {
            return new(period, []);
        }

        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var stations = new List<NoiseStation>();
        foreach (var device in devices)
        {
            ct.ThrowIfCancellationRequested();
            var zones = points[device.Mn].Concat(device.Name == device.Mn ? [] : points[device.Name]).OrderByDescending(point => point.FromOn).ToList();
            stations.Add(Station(device, HoursOf(session, device.Number, first, last.DayNumber - first.DayNumber + 2), first, zones));
        }

        return new(period, stations);
    }

    /// <summary>Reads the hourly levels of a device: the hour that was reported or imported, else the mean energy of its minutes or moments.</summary>
    internal static decimal?[] HoursOf(BulkSession session, int device, DateOnly first, int days) =>
        SeriesHours.Read(session, device, HourItems.Leq, first, days, levels => AmbientNoise.EnergyMean(levels.Select(level => (decimal?)level)));

    private static NoiseStation Station(Device device, decimal?[] hours, DateOnly first, List<NoisePoint> zones)
    {
        var days = new List<NoiseStationDay>();
        for (var at = 0; at < (hours.Length / ReadingDay.HoursADay) - 1; at++)
        {
            var on = first.AddDays(at);
            if (on < device.OpenedOn || !device.IsOpenOn(on))
            {
                continue;
            }

            var levels = NoiseDay.Of(hours.AsSpan((at * ReadingDay.HoursADay) + AmbientNoise.DayFrom, ReadingDay.HoursADay));
            days.Add(new(on, levels, AmbientNoise.Find(zones.Find(zone => zone.FromOn <= on)?.Zone)));
        }

        return new(device, days);
    }
}
