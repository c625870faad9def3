using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
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

    // A resend of a frame that is gone, another reading of its hour, and a correction: they are moments again until the next time, and no sum.
    [Theory]
    [EveryStore]
    public async Task Run_LateCorrectedAndRepeatedFramesOfAMonthThatIsGone_AreMomentsThatGoTheNextTime(StoreKind kind)
    {
        await using var sample = await OldAndNewAsync(kind);
        _ = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);
        byte[][] late =
        [
            MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"),
            MonitoringSample.Frame("DataTime=20240701081000;a34004-Rtd=90", millisecond: 9),
            MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=40", millisecond: 10),
        ];

        var first = await sample.JournalAsync(late);
        _ = await new Derivation(sample.Stores, sample.Clock, backFillDays: 400).DrainAsync(Ct);
        var given = (await sample.ReadingsAsync()).Select(reading => (reading.Number!.Value, reading.Revision)).ToList();
        var sums = (await sample.RollUpAsync(RollupSpan.Hour)).Select(hour => hour.Mean!.Value).ToList();
        var said = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);
        var again = await sample.JournalAsync(late);

        Assert.Equal([(40_000_000L, 2), (90_000_000L, 1), (41_000_000L, 1)], given);
        Assert.Equal([38m, 41m], sums);
        Assert.Equal("0 3", said);
        Assert.Equal((3, 0, 0, 3), (first.Accepted, first.Resent, again.Accepted, again.Resent));
        Assert.Equal([2L, 3, 4, 5], await SeqsAsync(sample));
        Assert.Equal([41_000_000L], (await sample.ReadingsAsync()).Select(reading => reading.Number!.Value));
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

    [Theory]
    [EveryStore]
    public async Task Run_WhatExpired_WasAnnouncedAndStandsInTheChainAndOnThePages(StoreKind kind)
    {
        await using var sample = await OldAndNewAsync(kind);
        Assert.Equal(new(null, null), await ExpiredAsync(sample));

        _ = await sample.RollUpAsync(RollupSpan.Hour);

        // On the fourth of October: July goes on the first of November, with one month more to keep.
        var announced = await PreviewExpired.RunAsync(sample.Stores, new(3, 3), sample.Clock, Ct);
        var nothing = await PreviewExpired.RunAsync(sample.Stores, new(4, 0), sample.Clock, Ct);
        _ = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);
        _ = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);

        Assert.Equal(("2024-11-01 1 1", "2024-11-01 0 0"), (announced, nothing));
        Assert.Equal(new(new(2024, 7, 31, 16, 0, 0, DateTimeKind.Utc), new(2024, 7, 31, 16, 0, 0, DateTimeKind.Utc)), await ExpiredAsync(sample));
        await using var db = sample.Stores.Business.NewContext();
        var links = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == nameof(DeleteExpired)).OrderBy(entry => entry.Seq).ToListAsync(Ct);
        Assert.Equal([("ExpiredFrame", "before/2024-08-01"), ("ExpiredReading", "before/2024-08-01")], links.Select(link => (link.Kind, link.Key)));
    }

    [Fact]
    public async Task Run_AFileOfThisProgram_GivesItsPagesBack()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        _ = await sample.DeriveAsync([.. Enumerable.Range(0, 400).Select(minute => MonitoringSample.Frame($"DataTime=20240701{8 + (minute / 60):00}{minute % 60:00}00;a34004-Rtd={10 + (minute % 50)}", millisecond: minute + 100))]);
        sample.Clock.Advance(TimeSpan.FromDays(95));

        Assert.Equal("400 400", await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct));

        foreach (var (store, part) in new[] { (sample.Stores.Journal, DataPart.Journal), (sample.Stores.Series, DataPart.Series) })
        {
            await using var session = await BulkSession.OpenAsync(store, part, Ct);
            Assert.Equal((2L, 0L), (session.Number(SqliteSql.GivesBack), session.Number(SqliteSql.FreePages)));
        }
    }

    private static async Task<ExpiredBefore> ExpiredAsync(MonitoringSample sample)
    {
        await using var series = sample.Stores.Series.NewContext();
        return await MonitoringQueries.ExpiredBeforeAsync(series, Ct);
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
