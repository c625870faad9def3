using System.Globalization;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class RollupsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Drain_HoursOfADay_SumsToDayAndMonth(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync([.. Enumerable.Range(0, 20).Select(hour => Hour(hour, 30 + hour))]);

        var hours = await sample.RollUpAsync(RollupSpan.Hour);
        var day = Assert.Single(await sample.RollUpAsync(RollupSpan.Day));
        var month = Assert.Single(await sample.RollUpAsync(RollupSpan.Month));

        Assert.Equal(20, hours.Count(hour => hour.IsValid && hour.Count == 1));
        Assert.Equal((20, 24, true, 39.5m, 30_000_000L, 49_000_000L), (day.Count, day.Expected, day.IsValid, day.Mean!.Value, day.Least!.Value, day.Most!.Value));
        Assert.Equal((1, 31, false, 39.5m), (month.Count, month.Expected, month.IsValid, month.Mean!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_ALateAndACorrectedHour_RecomputeWhatTheyTouch(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync([.. Enumerable.Range(0, 19).Select(hour => Hour(hour, 30))]);
        var before = Assert.Single(await sample.RollUpAsync(RollupSpan.Day));

        _ = await sample.DeriveAsync(Hour(19, 30), Hour(0, 50, millisecond: 99_999));
        var after = Assert.Single(await sample.RollUpAsync(RollupSpan.Day));

        Assert.Equal((19, false), (before.Count, before.IsValid));
        Assert.Equal((20, true, 31m), (after.Count, after.IsValid, after.Mean!.Value));
    }

    [Theory]
    [EveryStore(8, false)]
    [EveryStore(9, true)]
    public async Task Drain_RealtimeValues_NeedThreeQuartersOfTheHour(int valid, bool isValid, StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var frames = Enumerable.Range(0, 12).Select(i => MonitoringSample.Frame($"DataTime=2024070108{i * 5:00}00;a34004-Rtd=10,a34004-Flag={(i < valid ? 'N' : 'C')}", millisecond: i));
        _ = await sample.DeriveAsync([.. frames]);

        var hour = Assert.Single(await sample.RollUpAsync(RollupSpan.Hour));

        Assert.Equal((valid, 12, 12, isValid), (hour.Count, hour.Present, hour.Expected, hour.IsValid));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_TheDevicesOwnHour_ComesBeforeMinutesAndMoments(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(
            MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=10"), MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=20", cn: 2051, millisecond: 1), Hour(8, 30));

        var hour = Assert.Single(await sample.RollUpAsync(RollupSpan.Hour));

        Assert.Equal((ReadingSpan.Hour, 30m), (hour.Source, hour.Mean!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_Done_LeavesNothingDue(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(Hour(8, 30), Hour(9, 30));

        _ = await sample.RollUpAsync(RollupSpan.Hour);

        await using var db = sample.NewSeriesContext();
        Assert.False(await db.Set<RollupDue>().AnyAsync(Ct));
    }

    private static byte[] Hour(int hour, int avg, int millisecond = 0) =>
        MonitoringSample.Frame(string.Create(CultureInfo.InvariantCulture, $"DataTime=20240701{hour:00}0000;a34004-Avg={avg},a34004-Flag=N"), cn: 2061, millisecond: millisecond + (hour * 10));
}
