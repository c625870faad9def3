using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>The one place that puts devices into the register: each gets the next number, and keeps it for ever.</summary>
internal sealed class DeviceRegister
{
    private readonly LanshaoContext _db;
    private readonly Dictionary<string, Device> _devices;
    private readonly Dictionary<string, RejectedDevice> _rejected;
    private int _last;

    private DeviceRegister(LanshaoContext db, Dictionary<string, Device> devices, Dictionary<string, RejectedDevice> rejected)
    {
        (_db, _devices, _rejected) = (db, devices, rejected);
        _last = devices.Count == 0 ? 0 : devices.Values.Max(device => device.Number);
    }

    public static async Task<DeviceRegister> OpenAsync(LanshaoContext db, CancellationToken ct) =>
        new(db, await db.Set<Device>().ToDictionaryAsync(device => device.Mn, StringComparer.Ordinal, ct), await db.Set<RejectedDevice>().ToDictionaryAsync(rejected => rejected.Mn, StringComparer.Ordinal, ct));

    public Device? Find(string mn) => _devices.GetValueOrDefault(mn);

    /// <summary>Registers or changes a device; what was rejected before is so no longer.</summary>
    public Device Put(DeviceRow row)
    {
        if (_rejected.Remove(row.Mn, out var rejected))
        {
            _db.Remove(rejected);
        }

        if (_devices.TryGetValue(row.Mn, out var device))
        {
            device.Set(row);
            return device;
        }

        device = Device.Register(row, ++_last);
        _devices.Add(row.Mn, device);
        _db.Add(device);
        return device;
    }

    public void Void(string mn, DateTime atUtc) => _devices.GetValueOrDefault(mn)?.Void(atUtc);
}
