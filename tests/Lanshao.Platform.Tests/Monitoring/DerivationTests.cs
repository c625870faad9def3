using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class DerivationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Drain_FrameOfARegisteredDevice_GivesReadingsInItsUnits(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var readings = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38.5,a34004-Flag=N;a21005-Rtd=900,a21005-Flag=M"));

        Assert.Equal([("a21005", 900_000L, false), ("a34004", 38_500_000L, true)], readings.Select(r => (r.Factor, r.Number!.Value, r.IsValid)));
        Assert.Equal(new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc), readings[1].StartUtc);
        Assert.Equal((ReadingSpan.Realtime, "M", 1L, 1), (readings[0].Span, readings[0].Flag, readings[0].FrameSeq, readings[0].Revision));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_ALaterFrameSaysOtherwise_TheEarlierReadingIsKept(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=38,a34004-Min=30,a34004-Max=50,a34004-Flag=N", cn: 2051));

        var readings = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=39,a34004-Min=30,a34004-Max=50,a34004-Flag=N", cn: 2051, millisecond: 5));

        await using var db = sample.NewSeriesContext();
        var earlier = Assert.Single(await db.Set<EarlierReading>().AsNoTracking().ToListAsync(Ct));
        Assert.Equal((39_000_000L, 2, 2L), (readings[0].Number!.Value, readings[0].Revision, readings[0].FrameSeq));
        Assert.Equal((38_000_000L, 1, 1L), (earlier.Number!.Value, earlier.Revision, earlier.FrameSeq));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_TheSameValuesAgain_ChangesNothing(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        const string content = "DataTime=20240701080000;a34004-Rtd=38,a34004-Flag=N";
        _ = await sample.DeriveAsync(MonitoringSample.Frame(content));
        _ = await sample.RollUpAsync(RollupSpan.Hour);

        var readings = await sample.DeriveAsync(MonitoringSample.Frame(content, millisecond: 5));

        await using var db = sample.NewSeriesContext();
        Assert.Equal((1L, 1), (readings[0].FrameSeq, readings[0].Revision));
        Assert.False(await db.Set<EarlierReading>().AnyAsync(Ct) || await db.Set<RollupDue>().AnyAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_MomentsInAnyOrder_TheNewestStandsAsTheLatest(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080100;a34004-Rtd=40,a34004-Flag=N;a21005-Rtd=900"), MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38", millisecond: 5));

        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701075900;a34004-Rtd=37", millisecond: 6), MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=99", cn: 2051, millisecond: 7));

        await using var db = sample.NewSeriesContext();
        var latest = await db.Set<LatestReading>().AsNoTracking().OrderBy(one => one.Factor).ToListAsync(Ct);
        Assert.Equal([("a21005", 900_000L), ("a34004", 40_000_000L)], latest.Select(one => (one.Factor, one.Number!.Value)));
        Assert.Equal((new DateTime(2024, 7, 1, 0, 1, 0, DateTimeKind.Utc), "N", true), (latest[1].StartUtc, latest[1].Flag, latest[1].IsValid));
    }

    [Theory]
    [EveryStore]
    public async Task Drain_OtherContentUnderOneIdentity_GivesNoReadings(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var readings = await sample.DeriveAsync(
            MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"), MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=99"));

        Assert.Equal(38_000_000L, Assert.Single(readings).Number);
    }

    [Theory]
    [EveryStore]
    public async Task Drain_FromANewProcess_GoesOnBehindTheStoredMark(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var frames = Enumerable.Range(0, 950).Select(i => MonitoringSample.Frame($"DataTime=202407010800{i % 60:00};a34004-Rtd={i}", millisecond: i)).ToArray();
        _ = await sample.JournalAsync(frames);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var first = await new Derivation(sample.Stores, sample.Clock).DrainAsync(Ct);
        _ = await sample.JournalAsync(MonitoringSample.Frame("DataTime=20240701090000;a34004-Rtd=7", millisecond: 5000));
        var second = await new Derivation(sample.Stores, sample.Clock).DrainAsync(Ct);

        await using var db = sample.NewSeriesContext();
        Assert.Equal((950L, 1L), (first, second));
        Assert.Equal(951, await MonitoringQueries.MarkAsync(db, Ct));
        Assert.Equal(61, (await sample.ReadingsAsync()).Count);
    }

    [Theory]
    [InlineData("a34004-Rtd=-99,a34004-Flag=N", ReadingDoubts.Placeholder, false)]
    [InlineData("a34004-Rtd=1500,a34004-Flag=N", ReadingDoubts.OutOfRange, true)]
    [InlineData("a34004-Rtd=abc,a34004-Flag=N", ReadingDoubts.Unreadable, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=Q", ReadingDoubts.UnknownFlag, false)]
    [InlineData("a34004-Rtd=1.23456789,a34004-Flag=N", ReadingDoubts.TooPrecise, true)]
    [InlineData("a34004-Rtd=1", ReadingDoubts.None, true)]
    [InlineData("a34004-Rtd=1,a34004-Flag=F", ReadingDoubts.None, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=S", ReadingDoubts.None, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=D", ReadingDoubts.None, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=C", ReadingDoubts.None, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=T", ReadingDoubts.None, false)]
    [InlineData("a34004-Rtd=1,a34004-Flag=B", ReadingDoubts.None, false)]
    public void Read_ValueAndFlag_DecideValidity(string field, ReadingDoubts doubts, bool isValid)
    {
        Assert.True(FactorSetting.TryParse("a34004 µg/m³ 0~1000", out var settings, out _));

        var value = Assert.Single(new FrameValues(settings).Read(MonitoringSample.Frame("DataTime=20240701080000;" + field), new DateTime(2024, 7, 1, 0, 1, 0, DateTimeKind.Utc)));

        Assert.Equal((doubts, isValid), (value.Doubts, value.IsValid));
    }

    [Fact]
    public void Read_OldCodesAndRunStates_AreUnderstood()
    {
        var values = new FrameValues([]).Read(MonitoringSample.Frame("DataTime=20240701080000;02-Rtd=3;SB1-RS=1;a34013-ZsRtd=5,a34013-Rtd=4"), new DateTime(2024, 7, 1, 0, 1, 0, DateTimeKind.Utc));

        Assert.Equal(["SB1", "a21026", "a34013", "a34013-Zs"], values.Select(value => value.Factor).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_TimeAheadOfItsArrival_IsDoubted()
    {
        var received = ChinaTime.InstantOf(new DateTime(2024, 7, 1, 7, 49, 0, DateTimeKind.Unspecified));

        var value = Assert.Single(new FrameValues([]).Read(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"), received));

        Assert.Equal(ReadingDoubts.TimeAhead, value.Doubts);
    }
}
