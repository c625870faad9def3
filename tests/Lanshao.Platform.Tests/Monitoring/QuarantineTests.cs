using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class QuarantineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_FramesOfStrangers_AreKeptOnceEach(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var quarantine = New(sample, new(100, 1 << 20, TimeSpan.FromDays(30)));

        quarantine.Keep(Entry(sample, "X1", 1), QuarantineReason.UnknownDevice);
        quarantine.Keep(Entry(sample, "X1", 1), QuarantineReason.UnknownDevice);
        quarantine.Keep(Entry(sample, "X1", 2), QuarantineReason.WrongPassword);
        var kept = await FinishAsync(sample, quarantine);

        Assert.Equal([("X1", QuarantineReason.UnknownDevice), ("X1", QuarantineReason.WrongPassword)], kept.Select(frame => (frame.Mn, frame.Reason)));
    }

    [Theory]
    [EveryStore]
    public async Task Trim_BeyondTheBounds_TheOldestGiveWay(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var tight = New(sample, new(2, 1 << 20, TimeSpan.FromDays(30)));
        for (var i = 1; i <= 3; i++)
        {
            tight.Keep(Entry(sample, $"X{i}", i), QuarantineReason.UnknownDevice);
        }

        var byDevices = await FinishAsync(sample, tight);
        _ = await New(sample, new(100, byDevices[1].Bytes.Length, TimeSpan.FromDays(30))).TrimAsync(Ct);
        var byBytes = await KeptAsync(sample);
        sample.Clock.Advance(TimeSpan.FromDays(31));
        _ = await New(sample, new(100, 1 << 20, TimeSpan.FromDays(30))).TrimAsync(Ct);

        Assert.Equal(["X2", "X3"], byDevices.Select(frame => frame.Mn));
        Assert.Equal(1, tight.Lost);
        Assert.Equal(["X3"], byBytes.Select(frame => frame.Mn));
        Assert.Empty(await KeptAsync(sample));
    }

    private static Quarantine New(MonitoringSample sample, QuarantineLimits limits) => new(sample.Stores.Series, limits, sample.Clock, NullLogger.Instance);

    private static JournalEntry Entry(MonitoringSample sample, string mn, int value) =>
        sample.Entry(MonitoringSample.Frame($"DataTime=20240701080000;a34004-Rtd={value}", millisecond: value, mn: mn));

    private static async Task<List<QuarantinedFrame>> FinishAsync(MonitoringSample sample, Quarantine quarantine)
    {
        quarantine.Close();
        await quarantine.RunAsync(Ct);
        return await KeptAsync(sample);
    }

    private static async Task<List<QuarantinedFrame>> KeptAsync(MonitoringSample sample)
    {
        await using var db = sample.NewSeriesContext();
        return await db.Set<QuarantinedFrame>().AsNoTracking().OrderBy(frame => frame.Id).ToListAsync(Ct);
    }
}
