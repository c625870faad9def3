using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Feed;

public class FeedReaderTests
{
    private readonly FixedClock _clock = new();
    private readonly List<long> _seen = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RunOnceAsync_MoreThanOneChunk_HandsEveryChangeOverOnceAndInOrder(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await AnnounceAsync(store, 450);
        var consumer = new FeedConsumer("t", null, SeeAsync);

        while (await NewReader(store).RunOnceAsync(consumer, Ct))
        {
        }

        Assert.Equal(Enumerable.Range(1, 450).Select(n => (long)n), _seen);
        await using var db = store.NewContext();
        Assert.Equal(0, await FeedReader.LagAsync(db, "t", Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_AnotherProcessLater_GoesOnWhereTheFirstStopped(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var consumer = new FeedConsumer("t", null, SeeAsync);
        await AnnounceAsync(store, 3);
        await NewReader(store).RunOnceAsync(consumer, Ct);
        await AnnounceAsync(store, 2);

        await NewReader(store).RunOnceAsync(consumer, Ct);

        Assert.Equal([1, 2, 3, 4, 5], _seen);
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_ConsumerOfOneRoom_SeesOnlyItAndMovesOn(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await AnnounceAsync(store, 3);
        await AnnounceAsync(store, 1, "Plans");
        var consumer = new FeedConsumer("t", new HashSet<string> { "Plans" }, SeeAsync);

        Assert.True(await NewReader(store).RunOnceAsync(consumer, Ct));

        Assert.Equal([4], _seen);
        Assert.False(await NewReader(store).RunOnceAsync(consumer, Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_ConsumerStumbles_LeavesNeitherItsWritesNorAMovedCursor(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await AnnounceAsync(store, 1);
        var consumer = new FeedConsumer("t", null, async (db, _, clock, ct) =>
        {
            db.Announce(new("Reports", "Fact", "f", 1, new string('0', 64)));
            await db.SaveAsync(Actor.System, clock, ct);
            throw new IOException("disk");
        });

        await Assert.ThrowsAsync<IOException>(() => NewReader(store).RunOnceAsync(consumer, Ct));

        await using var fresh = store.NewContext();
        Assert.Equal(1, await FeedReader.LagAsync(fresh, "t", Ct));
        Assert.Equal(1, await fresh.Set<Change>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_TwoProcessesAtOnce_HandEveryChangeOverOnce(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await AnnounceAsync(store, 600);
        var consumer = new FeedConsumer("t", null, SeeAsync);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            async () =>
            {
                while (await NewReader(store).RunOnceAsync(consumer, Ct))
                {
                }
            },
            Ct)));

        Assert.Equal(600, _seen.Distinct().Count());
        Assert.Equal(600, _seen.Count);
    }

    private Task SeeAsync(LanshaoContext db, IReadOnlyList<Change> changes, TimeProvider clock, CancellationToken ct)
    {
        lock (_seen)
        {
            _seen.AddRange(changes.Select(c => c.Sequence));
        }

        return Task.CompletedTask;
    }

    private FeedReader NewReader(TestStore store) => new(store.Store, [], _clock, NullLogger<FeedReader>.Instance);

    private async Task AnnounceAsync(TestStore store, int count, string room = "Monitoring")
    {
        await using var db = store.NewContext();
        for (var n = 0; n < count; n++)
        {
            db.Announce(new(room, "Reading", $"{n:000}", 1, new string('0', 64)));
        }

        Assert.Null(await db.SaveAsync(Actor.System, _clock, Ct));
    }
}
