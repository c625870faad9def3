using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class DeleteExpiredTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_WhatIsOlderThanItsMonths_LeavesAndItsSumsStay(StoreKind kind)
    {
        await using var sample = await OldAndNewAsync(kind);

        var said = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);
        var again = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);

        Assert.Equal(("1 1", "0 0"), (said, again));
        Assert.Equal([41_000_000L], (await sample.ReadingsAsync()).Select(reading => reading.Number!.Value));
        Assert.Equal([2L], await SeqsAsync(sample));
        Assert.Equal([38m, 41m], (await sample.RollUpAsync(RollupSpan.Hour)).Select(hour => hour.Mean!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Run_ALateReadingOfAnExpiredHour_ChangesNoSum(StoreKind kind)
    {
        await using var sample = await OldAndNewAsync(kind);
        _ = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);

        _ = await sample.JournalAsync(MonitoringSample.Frame("DataTime=20240701081000;a34004-Rtd=90", millisecond: 9), MonitoringSample.Frame("DataTime=20240701101000;a34004-Rtd=50", millisecond: 10));
        _ = await new Derivation(sample.Stores, sample.Clock, backFillDays: 400).DrainAsync(Ct);

        Assert.Equal([38m, 50m, 41m], (await sample.RollUpAsync(RollupSpan.Hour)).Select(hour => hour.Mean!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Run_FramesThatWaitForTheirReadings_Stay(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.JournalAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"));
        sample.Clock.Advance(TimeSpan.FromDays(95));

        Assert.Equal("0 0", await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct));
        Assert.Equal([1L], await SeqsAsync(sample));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public async Task Run_WithinTheMonthsOrForEver_DeletesNothing(int journal, int moments)
    {
        await using var sample = await OldAndNewAsync(StoreKind.Sqlite);

        Assert.Equal("0 0", await DeleteExpired.RunAsync(sample.Stores, new(journal, moments), sample.Clock, Ct));
    }

    // A reading of the first of July and one of the fourth of October, each received in its time.
    private static async Task<MonitoringSample> OldAndNewAsync(StoreKind kind)
    {
        var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"));
        sample.Clock.Advance(TimeSpan.FromDays(95));
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20241004090000;a34004-Rtd=41", millisecond: 5));
        return sample;
    }

    private static async Task<List<long>> SeqsAsync(MonitoringSample sample)
    {
        await using var db = sample.Stores.Journal.NewContext();
        return await db.Set<JournalFrame>().AsNoTracking().OrderBy(frame => frame.Seq).Select(frame => frame.Seq).ToListAsync(Ct);
    }
}
