using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Weather;

/// <summary>气象 of a period: the stations that have hours of weather.</summary>
/// <param name="Station">The device.</param>
/// <param name="Hours">Its hours.</param>
public sealed record WeatherStation(Device Station, WeatherHours Hours)
{
    private const int MostDays = 366;

    /// <summary>Reads the stations that have any hour in a period: those of weather, and those of air that are no 微站.</summary>
    public static async Task<IReadOnlyList<WeatherStation>> ListAsync(LanshaoContext db, MonitoringStores stores, DateOnly first, DateOnly last, CancellationToken ct)
    {
        first = first > last.AddDays(1 - MostDays) ? first : last.AddDays(1 - MostDays);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && (device.Kind == DeviceKind.Weather || (device.Kind == DeviceKind.Air && device.Tier != StationTier.Micro && device.Tier != StationTier.Simulated))).OrderBy(device => device.Number).ToListAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var stations = new List<WeatherStation>();
        foreach (var device in devices.OrderBy(device => device.Kind == DeviceKind.Weather ? 0 : 1))
        {
            ct.ThrowIfCancellationRequested();
            var hours = Read(session, device.Number, first, last.DayNumber - first.DayNumber + 1);
            if (hours.All.Any(item => Array.Exists(item, hour => hour is not null)))
            {
                stations.Add(new(device, hours));
            }
        }

        return stations;
    }

    // An angle is averaged on the circle; an amount of rain in minutes says nothing of the hour.
    private static WeatherHours Read(BulkSession session, int device, DateOnly first, int days)
    {
        decimal?[] Of(string factor, Func<IReadOnlyCollection<decimal>, decimal?>? ofShorter = null) => SeriesHours.Read(session, device, factor, first, days, ofShorter);
        return new(first, Of(HourItems.Temperature), Of(HourItems.Humidity), Of(HourItems.Pressure), Of(HourItems.WindSpeed), Of(HourItems.WindDirection, WindSector.MeanOf), Of(HourItems.Rain, _ => null));
    }
}
