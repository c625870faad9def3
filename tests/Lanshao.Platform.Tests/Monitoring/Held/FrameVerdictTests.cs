using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Held;

/// <summary>What is kept aside, until two posts decide.</summary>
public class FrameVerdictTests
{
    private const string Time = "DataTime=20240701080000;";
    private static readonly ProposeVerdict.Request Other = new(MonitoringSample.Mn, HeldReason.OtherContent, 1, 9, Holds: true, "运维单位来函：先到报文为调试数据", "监测站值班");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Settle_OtherContentByASecondPost_HoldsAndWhatItDoesNotSayCountsNoLonger(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var before = await sample.DeriveAsync(MonitoringSample.Frame(Time + "a34002-Avg=70,a34002-Flag=N;a34004-Avg=30,a34004-Flag=N", cn: 2061), MonitoringSample.Frame(Time + "a34004-Avg=40,a34004-Flag=N", cn: 2061));
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        await using var db = sample.NewContext();

        var verdict = (await ProposeVerdict.RunAsync(db, sample.Stores, Other, Actor.Local, sample.Clock, Ct)).Value!;
        var alone = await SettleVerdict.RunAsync(db, sample.Stores, new(verdict.Id, true, "监测站值班", string.Empty, verdict.Version), Actor.Local, sample.Clock, Ct);
        var proposed = await sample.ReadingsAsync();
        var settled = await SettleVerdict.RunAsync(db, sample.Stores, new(verdict.Id, true, "监测站站长", string.Empty, verdict.Version), Actor.Local, sample.Clock, Ct);
        var again = await ApplyVerdicts.RunAsync(sample.Stores, sample.Clock, Ct);

        Assert.Equal(["a34002 70000000 1 True", "a34004 30000000 1 True"], before.Select(Words));
        Assert.Equal("MON-055", alone.Refusal?.Code);
        Assert.Equal(before.Select(Words), proposed.Select(Words));
        Assert.Equal((VerdictState.Released, 0), (settled.Value!.State, again));
        Assert.Equal(["a34002 70000000 2 False", "a34004 40000000 2 True"], (await sample.ReadingsAsync()).Select(Words));
        await using var series = sample.NewSeriesContext();
        Assert.Equal([30_000_000L, 70_000_000L], (await series.Set<EarlierReading>().AsNoTracking().Select(reading => reading.Number!.Value).ToListAsync(Ct)).Order());
        Assert.Equal(["a34002 Hour 70→70（无效）", "a34002 Hour 70→—", "a34004 Hour 30→40", "a34004 Hour 30→40"], await ChangesAsync(sample, await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(Ct)));
    }

    [Theory, EveryStore]
    public async Task Drain_DataOlderThanBackFillMayBe_WaitsUntilTwoPostsLetItHold(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var within = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240501090000;a34004-Avg=30,a34004-Flag=N", cn: 2061), MonitoringSample.Frame("DataTime=20240429080000;a34004-Avg=50,a34004-Flag=N", cn: 2061, millisecond: 1), MonitoringSample.Frame("DataTime=20000101000000;a34004-Avg=60,a34004-Flag=N", cn: 2061, millisecond: 2));
        await using var db = sample.NewContext();
        await using var series = sample.NewSeriesContext();

        var group = Assert.Single(await HeldQueries.WaitingAsync(series, null, 10, Ct));
        var asked = new ProposeVerdict.Request(group.Mn, group.Reason, group.FirstSeq, group.LastSeq, Holds: true, "断网期间数据，设备存储核对一致", "监测站值班");
        var verdict = (await ProposeVerdict.RunAsync(db, sample.Stores, asked, Actor.Local, sample.Clock, Ct)).Value!;
        var second = await ProposeVerdict.RunAsync(db, sample.Stores, asked, Actor.Local, sample.Clock, Ct);
        _ = await SettleVerdict.RunAsync(db, sample.Stores, new(verdict.Id, true, "监测站站长", string.Empty, verdict.Version), Actor.Local, sample.Clock, Ct);

        Assert.Equal(30_000_000L, Assert.Single(within).Number);
        Assert.Equal((HeldReason.BeyondWindow, 2, "MON-066"), (group.Reason, group.Frames, second.Refusal?.Code));
        Assert.Equal([60_000_000L, 50_000_000L, 30_000_000L], (await sample.ReadingsAsync()).Select(reading => reading.Number!.Value));
        Assert.Empty(await HeldQueries.WaitingAsync(series, null, 10, Ct));
    }

    [Fact]
    public async Task Drain_OldDataThatAQueryAskedFor_GiveReadings()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        var query = new AskDevice.Request(MonitoringSample.Mn, RemoteCommandKind.Hours, new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), new(2024, 1, 2, 0, 0, 0, DateTimeKind.Unspecified), "补取断网数据", IsConfirmed: true);
        Assert.Null((await AskDevice.RunAsync(db, query, isConnected: true, Actor.Local, sample.Clock, Ct)).Refusal);

        var readings = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240101050000;a34004-Avg=30,a34004-Flag=N", cn: 2061), MonitoringSample.Frame("DataTime=20240103050000;a34004-Avg=31,a34004-Flag=N", cn: 2061, millisecond: 1));

        Assert.Equal(30_000_000L, Assert.Single(readings).Number);
    }

    [Fact]
    public async Task Propose_ThatItStaysAside_NeedsOnePostAndDeletesNothing()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        var before = await sample.DeriveAsync(MonitoringSample.Frame(Time + "a34004-Rtd=30,a34004-Flag=N"), MonitoringSample.Frame(Time + "a34004-Rtd=40,a34004-Flag=N"));
        await using var db = sample.NewContext();

        var none = await ProposeVerdict.RunAsync(db, sample.Stores, Other with { Evidence = string.Empty }, Actor.Local, sample.Clock, Ct);
        var kept = await ProposeVerdict.RunAsync(db, sample.Stores, Other with { Holds = false }, Actor.Local, sample.Clock, Ct);
        var gone = await ProposeVerdict.RunAsync(db, sample.Stores, Other, Actor.Local, sample.Clock, Ct);

        await using var journal = sample.Stores.Journal.NewContext();
        Assert.Equal(("MON-053", VerdictState.Kept, "MON-065"), (none.Refusal?.Code, kept.Value!.State, gone.Refusal?.Code));
        Assert.Equal(before.Select(Words), (await sample.ReadingsAsync()).Select(Words));
        Assert.Equal(2, await journal.Set<JournalFrame>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task TakeBack_OfAReleaseByTwoPosts_LetsStandWhatStoodBeforeAndTheFrameWaits(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame(Time + "a34002-Avg=70,a34002-Flag=N;a34004-Avg=30,a34004-Flag=N", cn: 2061), MonitoringSample.Frame(Time + "a34004-Avg=40,a34004-Flag=N", cn: 2061));
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        await using var db = sample.NewContext();
        var verdict = await ReleaseAsync(sample, db, Other);

        var back = (await TakeBackVerdict.RunAsync(db, sample.Stores, new(verdict.Id, "来函有误", "监测站值班", verdict.Version), Actor.Local, sample.Clock, Ct)).Value!;
        var proposed = back.State;
        var twice = await TakeBackVerdict.RunAsync(db, sample.Stores, new(verdict.Id, "来函有误", "监测站值班", verdict.Version), Actor.Local, sample.Clock, Ct);
        var alone = await SettleVerdict.RunAsync(db, sample.Stores, new(back.Id, true, "监测站值班", string.Empty, back.Version), Actor.Local, sample.Clock, Ct);
        var waiting = (await sample.ReadingsAsync()).Select(Words).ToList();
        var settled = await SettleVerdict.RunAsync(db, sample.Stores, new(back.Id, true, "质控岗", string.Empty, back.Version), Actor.Local, sample.Clock, Ct);
        var again = await ApplyVerdicts.RunAsync(sample.Stores, sample.Clock, Ct);

        Assert.Equal((VerdictState.Proposed, "MON-066", "MON-055"), (proposed, twice.Refusal?.Code, alone.Refusal?.Code));
        Assert.Equal(["a34002 70000000 2 False", "a34004 40000000 2 True"], waiting);
        Assert.Equal((VerdictState.Revokes, 0), (settled.Value!.State, again));
        Assert.Equal(["a34002 70000000 3 True", "a34004 30000000 3 True"], (await sample.ReadingsAsync()).Select(Words));
        Assert.Equal(VerdictState.Revoked, (await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(known => known.Id == verdict.Id, Ct)).State);
        Assert.Equal(["a34002 Hour 70（无效）→70", "a34002 Hour —→70", "a34004 Hour 40→30", "a34004 Hour 40→30"], await ChangesAsync(sample, await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(known => known.Id == back.Id, Ct)));
        await using var series = sample.NewSeriesContext();
        Assert.Single(await HeldQueries.WaitingAsync(series, null, 10, Ct));

        _ = await ReleaseAsync(sample, db, Other);
        Assert.Equal(["a34002 70000000 4 False", "a34004 40000000 4 True"], (await sample.ReadingsAsync()).Select(Words));
        Assert.Equal(VerdictState.Revokes, (await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(known => known.Id == back.Id, Ct)).State);
    }

    [Theory, EveryStore]
    public async Task TakeBack_OfWhatNothingElseSaid_LeavesNoReadingAndMayBeReleasedAgain(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240429080000;a34004-Avg=50,a34004-Flag=N", cn: 2061), MonitoringSample.Frame("DataTime=20240429080000;a34004-Avg=51,a34004-Flag=N", cn: 2061, millisecond: 1));
        await using var db = sample.NewContext();
        await using var series = sample.NewSeriesContext();
        var group = Assert.Single(await HeldQueries.WaitingAsync(series, null, 10, Ct));
        var asked = new ProposeVerdict.Request(group.Mn, group.Reason, group.FirstSeq, group.LastSeq, Holds: true, "断网期间数据", "监测站值班");

        for (var round = 0; round < 2; round++)
        {
            var verdict = await ReleaseAsync(sample, db, asked);
            Assert.Equal(51_000_000L, Assert.Single(await sample.ReadingsAsync()).Number);
            Assert.Single(await sample.RollUpAsync(RollupSpan.Month));

            var back = (await TakeBackVerdict.RunAsync(db, sample.Stores, new(verdict.Id, "设备时钟有误", "监测站值班", verdict.Version), Actor.Local, sample.Clock, Ct)).Value!;
            Assert.Null((await SettleVerdict.RunAsync(db, sample.Stores, new(back.Id, true, "质控岗", string.Empty, back.Version), Actor.Local, sample.Clock, Ct)).Refusal);
            Assert.Empty(await sample.ReadingsAsync());
            Assert.Empty(await sample.RollUpAsync(RollupSpan.Hour));
            Assert.Empty(await sample.RollUpAsync(RollupSpan.Month));
        }

        // What stood for a while is kept, and a frame of today is a first revision again.
        Assert.Equal(4, await series.Set<EarlierReading>().CountAsync(Ct));
        Assert.Equal(1, Assert.Single(await sample.DeriveAsync(MonitoringSample.Frame(Time + "a34004-Avg=30,a34004-Flag=N", cn: 2061, millisecond: 2))).Revision);
    }

    [Fact]
    public async Task TakeBack_OfWhatStayedAside_NeedsOnePostAndAReason()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        _ = await sample.DeriveAsync(MonitoringSample.Frame(Time + "a34004-Rtd=30,a34004-Flag=N"), MonitoringSample.Frame(Time + "a34004-Rtd=40,a34004-Flag=N"));
        await using var db = sample.NewContext();
        var kept = (await ProposeVerdict.RunAsync(db, sample.Stores, Other with { Holds = false }, Actor.Local, sample.Clock, Ct)).Value!;

        var mute = await TakeBackVerdict.RunAsync(db, sample.Stores, new(kept.Id, string.Empty, "监测站值班", kept.Version), Actor.Local, sample.Clock, Ct);
        var back = await TakeBackVerdict.RunAsync(db, sample.Stores, new(kept.Id, "补到佐证", "监测站值班", kept.Version), Actor.Local, sample.Clock, Ct);
        var twice = await TakeBackVerdict.RunAsync(db, sample.Stores, new(kept.Id, "补到佐证", "监测站值班", kept.Version), Actor.Local, sample.Clock, Ct);

        await using var series = sample.NewSeriesContext();
        Assert.Equal(("MON-053", VerdictState.Revokes, "MON-117"), (mute.Refusal?.Code, back.Value!.State, twice.Refusal?.Code));
        Assert.Single(await HeldQueries.WaitingAsync(series, null, 10, Ct));
    }

    private static async Task<FrameVerdict> ReleaseAsync(MonitoringSample sample, LanshaoContext db, ProposeVerdict.Request request)
    {
        var verdict = (await ProposeVerdict.RunAsync(db, sample.Stores, request, Actor.Local, sample.Clock, Ct)).Value!;
        Assert.Null((await SettleVerdict.RunAsync(db, sample.Stores, new(verdict.Id, true, "监测站站长", string.Empty, verdict.Version), Actor.Local, sample.Clock, Ct)).Refusal);
        db.ChangeTracker.Clear();
        return await db.Set<FrameVerdict>().AsNoTracking().SingleAsync(known => known.Id == verdict.Id, Ct);
    }

    private static async Task<IEnumerable<string>> ChangesAsync(MonitoringSample sample, FrameVerdict verdict) =>
        (await VerdictChanges.ReadAsync(sample.Stores, verdict, Ct)).Where(change => change.Before.Text != change.After).Select(change => $"{change.Before.Factor} {change.Before.Span} {change.Before.Text ?? "—"}→{change.After ?? "—"}").Order(StringComparer.Ordinal);

    private static string Words(Reading reading) => $"{reading.Factor} {reading.Number} {reading.Revision} {reading.IsValid}";
}
