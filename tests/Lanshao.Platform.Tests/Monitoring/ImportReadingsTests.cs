using System.Text;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class ImportReadingsTests
{
    private const string Hours = "站点,时间,PM2.5,CO(mg/m³)\n演示站-东四-01,2024-07-01 08:00,12.5,0.4\n演示站-东四-01,2024-07-01 09:00,NA,0.5\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_HoursOfAKnownStation_StandBesideItsFrames(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var counts = await ImportAsync(sample, Hours);
        var hours = await sample.RollUpAsync(RollupSpan.Hour);

        Assert.Equal((3L, 0L, 0), (counts.Added, counts.Unchanged, counts.Registered.Count));
        Assert.Equal([12.5m], hours.Select(hour => hour.Mean!.Value));
        Assert.Equal([0, 1], (await sample.RollUpAsync(RollupSpan.Hour, "a21005")).Select(hour => hour.StartUtc.Hour));
    }

    [Theory]
    [EveryStore]
    public async Task Run_TheSameHoursAgain_KeepsWhatIsThere(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await ImportAsync(sample, Hours);

        var again = await ImportAsync(sample, Hours.Replace("12.5", "99", StringComparison.Ordinal));

        Assert.Equal((0L, 3L), (again.Added, again.Unchanged));
        Assert.Equal([12_500_000L], (await ReadingsAsync(sample)).Where(reading => reading.Factor == "a34004").Select(reading => reading.Number!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Run_AStationThatNobodyKnows_EntersTheRegisterAsOneThatCountsNowhere(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var counts = await ImportAsync(sample, Hours.Replace("演示站-东四-01", "East", StringComparison.Ordinal));

        await using var db = sample.NewContext();
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(device => device.Mn == "East", Ct);
        Assert.Equal(["East"], counts.Registered);
        Assert.Equal((StationTier.Micro, DeviceKind.Air), (device.Tier, device.Kind));
        Assert.All(await ReadingsAsync(sample), reading => Assert.Equal(device.Number, reading.DeviceNumber));
    }

    [Theory]
    [EveryStore]
    public async Task Run_Preview_WritesNothing(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var counts = await ImportAsync(sample, Hours + "新站,2024-07-01 08:00,1,1\n", preview: true);

        await using var db = sample.NewContext();
        Assert.Equal((5L, 1), (counts.Added, counts.Registered.Count));
        Assert.Empty(await ReadingsAsync(sample));
        Assert.Equal(1, await db.Set<Device>().CountAsync(Ct));
    }

    private static Task<ImportReadings.Counts> ImportAsync(MonitoringSample sample, string csv, bool preview = false) =>
        ImportReadings.RunAsync(sample.Stores, [HourlyReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "a.csv", ct: Ct)], preview, Actor.Local, sample.Clock, Ct);

    private static async Task<List<Reading>> ReadingsAsync(MonitoringSample sample)
    {
        await using var db = sample.NewContext();
        return await db.Set<Reading>().AsNoTracking().ToListAsync(Ct);
    }
}
