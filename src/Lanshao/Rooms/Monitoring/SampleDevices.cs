using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using DeviceKind = Lanshao.Hj212.Simulation.DeviceKind;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The devices of the demonstration: a micro-station, a building site and a restaurant in every subdistrict, all named 演示, reporting over the loopback as real ones do.</summary>
internal static class SampleDevices
{
    private const int Seed = 1;
    private const int PasswordBytes = 12;

    // What they tell of their past and what they go on with, so that no hour lacks messages which the register expects.
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    private static readonly (DeviceKind Kind, string Pattern, string Word, string Tier)[] Patterns =
        [(DeviceKind.Air, "演示微站-{0}-001", "空气", "微站"), (DeviceKind.Dust, "演示工地-{0}-001", "扬尘", "区自建"), (DeviceKind.Fume, "演示餐饮-{0}-0001", "油烟", "微站")];

    /// <summary>Registers them by the import that every register goes through, then lets them report until it is stopped.</summary>
    public static async Task ReportAsync(IPEndPoint gateway, DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        var now = ChinaTime.CivilOf(ChinaTime.NowUtc(clock));
        var areas = await RegisterAsync(folder, clock, ct);
        if (areas == 0)
        {
            return;
        }

        var trouble = new SampleTrouble(now);
        var isFirst = await trouble.ReportAsync(folder, Seed, clock, ct);
        var devices = Patterns.SelectMany(pattern => Enumerable.Range(0, areas).Select(number => new SimulatedDevice(pattern.Kind, number, Seed, default))).ToList();
        var target = new SimulationTarget(gateway.Address.ToString(), gateway.Port, ResendPlan.Standard);
        var simulation = new DeviceSimulation(devices, target, new SimulationTally(null)) { Past = isFirst ? (SampleTrouble.PastFrom(now), Pace) : null, IsAway = trouble.IsAway };
        var hours = SampleHours.ImportAsync(folder, clock, ct);
        var reports = simulation.RunAsync(devices.Count / Pace.TotalSeconds, TimeSpan.FromDays(3650), now, ct);
        await await Task.WhenAny(hours, reports);
        await Task.WhenAll(hours, reports);
    }

    /// <summary>Registers them, and the stations that tell hours; returns how many subdistricts there are.</summary>
    internal static async Task<int> RegisterAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return 0;
        }

        // A later start finds them: the day since when they are there does not move, nor does anybody's password.
        var areas = pack.Value.District.Subdistricts;
        if (await db.Set<Device>().AsNoTracking().AnyAsync(ct))
        {
            return areas.Count;
        }

        var today = ChinaTime.Today(clock);
        var opened = DateOnly.FromDateTime(SampleTrouble.PastFrom(today.ToDateTime(default)));
        var lines = new StringBuilder("设备编号,名称,类型,站点类别,街道,密码,实时间隔（秒）,启用日期\n");
        foreach (var (kind, pattern, word, tier) in Patterns)
        {
            for (var number = 0; number < areas.Count; number++)
            {
                var name = string.Format(CultureInfo.InvariantCulture, pattern, areas[number].ShortName);
                _ = lines.Append(CultureInfo.InvariantCulture, $"{new SimulatedDevice(kind, number, Seed, default).Mn},{name},{word},{tier},{areas[number].Name},{SimulatedDevice.Password},{Pace.TotalSeconds},{opened:yyyy-MM-dd}\n");
            }
        }

        // What is behind the stations has no line into this house: nobody knows a password with which one could report as them.
        foreach (var station in SampleStation.Of(areas))
        {
            _ = lines.Append(CultureInfo.InvariantCulture, $"{station.Mn},{station.Name},空气,{station.Tier},{station.Area},{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes))},{Pace.TotalSeconds},{station.FirstDay(today):yyyy-MM-dd}\n");
        }

        var source = new ImportSource(IncomingFile.Of("演示设备.csv", Encoding.UTF8.GetBytes(lines.ToString())));
        var imported = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportDevices.Kind, source, "text/csv", Actor.System, clock, ct);
        return imported.IsRefused ? 0 : areas.Count;
    }
}
