using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>What a rule finds something at: a device, or a place on a day.</summary>
/// <param name="Number">The number of the device; 0 for a place.</param>
/// <param name="Key">设备编号, or the code of the place with its day.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Owner">所属单位; empty for none.</param>
/// <param name="Subdistrict">The code of its 街道; null where it is in none.</param>
internal sealed record Watched(int Number, string Key, string Name, string Owner, string? Subdistrict)
{
    public static Watched Of(Device device) => new(device.Number, device.Mn, device.Name, device.Owner, device.Subdistrict);

    public static Watched Of(Place place, string key, string name) => new(0, key, name, string.Empty, place.Kind == PlaceKind.Subdistrict ? place.LocalCode : null);
}
