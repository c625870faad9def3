using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Feed;

public class FeedLagTests
{
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task AllAsync_KnownAndForeignConsumers_TellsHowFarEachIs(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Announce(new("Plans", "Thing", "a", 1, new string('0', 64)));
        db.Announce(new("Plans", "Thing", "b", 1, new string('0', 64)));
        db.Add(new FeedCursor("foreign", 1));
        Assert.Null(await db.SaveAsync(Actor.System, _clock, Ct));

        var lags = await FeedLag.AllAsync(db, ["known"], Ct);

        Assert.Equal([("foreign", 1, 1), ("known", 0, 2)], lags.Select(lag => (lag.Consumer, lag.Read, lag.Lag)));
    }

    [Theory, EveryStore]
    public async Task Counts_OfJobs_AreByKindAndStateAndTheOldestWaitsSinceItWasDue(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        var work = new JobKind("t.work", "试", false, (_, _) => Task.FromResult<Outcome<string>>("done"));
        var now = ChinaTime.NowUtc(_clock);
        await RequestJob.RunAsync(db, work, "a", new { }, now.AddMinutes(-3), Actor.Local, _clock, Ct);
        await RequestJob.RunAsync(db, work, "b", new { }, now.AddMinutes(3), Actor.Local, _clock, Ct);
        var last = await RequestJob.RunAsync(db, work, "c", new { }, null, Actor.Local, _clock, Ct);
        await CancelJob.RunAsync(db, last.Value!.Id, Actor.Local, _clock, Ct);

        var counts = await JobQueries.CountsAsync(db, Ct);

        Assert.Equal([("t.work", JobState.Waiting, 2), ("t.work", JobState.Cancelled, 1)], counts.OrderBy(count => count.State).Select(count => (count.Kind, count.State, count.Count)));
        Assert.Equal(now.AddMinutes(-3), await JobQueries.WaitingSinceAsync(db, now, Ct));
        Assert.Equal(2, (await JobQueries.ListAsync(db, JobState.Waiting, "t.work", null, 10, Ct)).Rows.Count);
        Assert.Empty((await JobQueries.ListAsync(db, null, "t.other", null, 10, Ct)).Rows);
    }

    [Theory, EveryStore]
    public async Task StoreFacts_OfAMigratedStore_NameItsSchemaAndSize(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        var facts = await StoreFacts.ReadAsync(db, Ct);

        Assert.Equal(kind, facts.Kind);
        Assert.True(facts.Bytes > 4096);
        Assert.Matches("^[0-9]{14}_", facts.Schema);
    }
}
