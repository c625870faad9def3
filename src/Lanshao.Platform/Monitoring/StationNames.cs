using System.Security.Cryptography;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>The stations of tables in the register: found by 设备编号, else by a name that only one of them has.</summary>
internal sealed class StationNames
{
    private const int RealtimeSeconds = 60;
    private const int MinuteMinutes = 10;
    private readonly List<(string Mn, string Name, int Number)> _known;

    private StationNames(List<(string Mn, string Name, int Number)> known) => _known = known;

    public static async Task<StationNames> ReadAsync(LanshaoContext db, CancellationToken ct)
    {
        var known = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null).OrderBy(device => device.Number).Select(device => new { device.Mn, device.Name, device.Number }).ToListAsync(ct);
        return new(known.ConvertAll(device => (device.Mn, device.Name, device.Number)));
    }

    /// <summary>Registers stations that nobody knows.</summary>
    public static async Task RegisterAsync(LanshaoContext db, IEnumerable<string> stations, DeviceKind kind, StationTier tier, CancellationToken ct)
    {
        var register = await DeviceRegister.OpenAsync(db, ct);
        foreach (var station in stations)
        {
            _ = register.Put(RowOf(station, kind, tier));
        }
    }

    /// <summary>Returns the short number of a station; null where the register does not know it.</summary>
    public int? NumberOf(string station)
    {
        var mn = MnOf(station);
        return _known.FindIndex(device => device.Mn == mn) is >= 0 and var at ? _known[at].Number
            : _known.Where(device => device.Name == station).Take(2).ToList() is [var only] ? only.Number : null;
    }

    private static string MnOf(string station) => station.Length <= Device.LongestMn ? station : station[..Device.LongestMn];

    // Nobody knows its password: no frame can take its place until the register says one.
    private static DeviceRow RowOf(string station, DeviceKind kind, StationTier tier)
    {
        var mn = MnOf(station);
        return new(mn, station.Length <= Device.LongestName ? station : station[..Device.LongestName], kind, tier, null, string.Empty,
            DevicePassword.Digest(mn, RandomNumberGenerator.GetBytes(32)), string.Empty, RealtimeSeconds, MinuteMinutes, null, null);
    }
}
