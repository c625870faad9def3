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
        var devices = await DevicesAsync(db, ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var stations = new List<WeatherStation>();
        foreach (var device in devices)
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

    /// <summary>Reads the wind at the first station that tells it in a period; null where none does.</summary>
    internal static async Task<(Device Station, WindHours Hours)?> FirstWindAsync(LanshaoContext db, Store series, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var devices = await DevicesAsync(db, ct);
        await using var session = await BulkSession.OpenAsync(series, DataPart.Series, ct);
        foreach (var device in devices)
        {
            ct.ThrowIfCancellationRequested();
            var days = last.DayNumber - first.DayNumber + 1;
            var wind = new WindHours(SeriesHours.Read(session, device.Number, HourItems.WindSpeed, first, days), SeriesHours.Read(session, device.Number, HourItems.WindDirection, first, days, WindSector.MeanOf));
            if (wind.Counts(0, wind.Mps.Length).All > 0)
            {
                return (device, wind);
            }
        }

        return null;
    }

    // Those of weather first, then by number.
    private static async Task<List<Device>> DevicesAsync(LanshaoContext db, CancellationToken ct)
    {
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && (device.Kind == DeviceKind.Weather || (device.Kind == DeviceKind.Air && device.Tier != StationTier.Micro && device.Tier != StationTier.Simulated))).OrderBy(device => device.Number).ToListAsync(ct);
        return [.. devices.OrderBy(device => device.Kind == DeviceKind.Weather ? 0 : 1)];
    }

    // An angle is averaged on the circle; an amount of rain in minutes says nothing of the hour.
    private static WeatherHours Read(BulkSession session, int device, DateOnly first, int days)
    {
        decimal?[] Of(string factor, Func<IReadOnlyCollection<decimal>, decimal?>? ofShorter = null) => SeriesHours.Read(session, device, factor, first, days, ofShorter);
        return new(first, Of(HourItems.Temperature), Of(HourItems.Humidity), Of(HourItems.Pressure), Of(HourItems.WindSpeed), Of(HourItems.WindDirection, WindSector.MeanOf), Of(HourItems.Rain, _ => null));
    }
}
