using System.Globalization;
using System.Text;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using DeviceKind = Lanshao.Hj212.Simulation.DeviceKind;

namespace Lanshao.Rooms.Monitoring;

/// <summary>What goes wrong among the devices of the demonstration: a station without power, a building site that switches its device off at night, a restaurant that has closed, another under repair that said so afterwards. They begin to tell with the day before, so that there is a night to look at.</summary>
internal sealed class SampleTrouble(DateTime now)
{
    private const int WithoutPower = 7;
    private const int OffAtNight = 5;
    private const int Closed = 4;
    private const int UnderRepair = 11;
    private static readonly TimeSpan PowerLost = TimeSpan.FromMinutes(95);
    private static readonly TimeSpan RepairBegan = TimeSpan.FromHours(3);

    /// <summary>Returns from when on the past is told: the whole day before, since the register knows days only.</summary>
    public static DateTime PastFrom(DateTime now) => now.Date.AddDays(-1);

    /// <summary>Returns whether a device says nothing at a time.</summary>
    public bool IsAway(SimulatedDevice device, DateTime time) =>
        (IsOne(device, DeviceKind.Air, WithoutPower) && time >= now - PowerLost)
        || (IsOne(device, DeviceKind.Dust, OffAtNight) && time.Hour is >= 22 or < 5)
        || IsOne(device, DeviceKind.Fume, Closed)
        || (IsOne(device, DeviceKind.Fume, UnderRepair) && time >= now - RepairBegan && time < now + RepairBegan);

    /// <summary>Hands in the reports of closures and repairs; returns whether this is the first start.</summary>
    public async Task<bool> ReportAsync(DataFolder folder, int seed, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        if (await HasReportsAsync(db, ct))
        {
            return false;
        }

        static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string Mn(int number) => new SimulatedDevice(DeviceKind.Fume, number, seed, default).Mn;
        var lines = new StringBuilder("设备编号,报备类别,开始时间,结束时间,报备时间,说明\n")
            .Append(CultureInfo.InvariantCulture, $"{Mn(Closed)},停业,{Time(now.Date.AddDays(-3))},{Time(now.Date.AddDays(12))},{Time(now.Date.AddDays(-4).AddHours(9))},演示停业装修\n")
            .Append(CultureInfo.InvariantCulture, $"{Mn(UnderRepair)},检修,{Time(now - RepairBegan)},{Time(now + RepairBegan)},{Time(now.AddMinutes(-40))},演示净化器检修\n");
        var source = new ImportSource(IncomingFile.Of("演示停业检修报备.csv", Encoding.UTF8.GetBytes(lines.ToString())));
        return !(await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportLeaves.Kind, source, "text/csv", Actor.System, clock, ct)).IsRefused;
    }

    private static bool IsOne(SimulatedDevice device, DeviceKind kind, int number) => device.Kind == kind && device.Mn.EndsWith(number.ToString("X12", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static async Task<bool> HasReportsAsync(LanshaoContext db, CancellationToken ct) =>
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(db.Set<DeviceLeave>(), ct);
}
