using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>A station of air as the register knows it.</summary>
/// <param name="Number">The short number under which its readings are stored.</param>
/// <param name="Mn">设备编号, its name in addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Tier">Whose station it is: values of different tiers are never mixed.</param>
/// <param name="Subdistrict">The code of its 街道; null where it stands in none.</param>
public sealed record AirStation(int Number, string Mn, string Name, StationTier Tier, string? Subdistrict)
{
    /// <summary>The codes of the six items, in the order of <see cref="AirItems.Basic"/>.</summary>
    private static readonly string[] Factors = ["a34004", "a34002", "a21026", "a21004", "a21005", "a05024"];

    /// <summary>Returns the code under which an item of the index is stored.</summary>
    public static string FactorOf(AirItem item) => Factors[(int)item];

    /// <summary>Returns the item of the index that is stored under a code; null for another factor.</summary>
    public static AirItem? ItemOf(string factor) => Array.IndexOf(Factors, factor) is >= 0 and var item ? (AirItem)item : null;

    /// <summary>Lists the stations of air that are in the register, the official ones first, then by number.</summary>
    public static async Task<IReadOnlyList<AirStation>> ListAsync(LanshaoContext db, CancellationToken ct)
    {
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.Kind == DeviceKind.Air && device.VoidedUtc == null)
            .Select(device => new AirStation(device.Number, device.Mn, device.Name, device.Tier, device.Subdistrict)).ToListAsync(ct);
        return [.. devices.OrderBy(station => station.Tier).ThenBy(station => station.Number)];
    }

    /// <summary>Lists the stations that have stored hours, with the days from the first to the last.</summary>
    public static async Task<IReadOnlyList<AirStationExtent>> ListWithHoursAsync(LanshaoContext db, MonitoringStores stores, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return [.. (await ListAsync(db, ct)).Select(station => (Station: station, Extent: station.Extent(session))).Where(known => known.Extent is not null).Select(known => new AirStationExtent(known.Station, known.Extent!.Value.First, known.Extent.Value.Last))];
    }

    /// <summary>Returns the civil days of the first and the last stored day that has an hour of any item; null where there is none.</summary>
    public (DateOnly First, DateOnly Last)? Extent(BulkSession session)
    {
        (DateTime FirstUtc, DateTime LastUtc)? extent = null;
        foreach (var factor in Factors)
        {
            if (session.Instant(SeriesSql.FirstStart, Number, factor, RollupSpan.Day) is { } first && session.Instant(SeriesSql.LastStart, Number, factor, RollupSpan.Day) is { } last)
            {
                extent = extent is { } known ? (first < known.FirstUtc ? first : known.FirstUtc, last > known.LastUtc ? last : known.LastUtc) : (first, last);
            }
        }

        return extent is { } found ? (ChinaTime.DayOf(found.FirstUtc), ChinaTime.DayOf(found.LastUtc)) : null;
    }
}

/// <summary>A station with the civil days that its stored hours reach over.</summary>
public sealed record AirStationExtent(AirStation Station, DateOnly First, DateOnly Last);
