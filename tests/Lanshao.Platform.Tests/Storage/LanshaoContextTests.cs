using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public class LanshaoContextTests
{
    private static readonly DateTime Noon = new(2024, 6, 30, 4, 0, 0, DateTimeKind.Utc);
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task SaveAsync_NewRecord_WritesRowFeedAndChainTogether(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "一号") { DueOn = new(2024, 6, 30) });

        var refusal = await db.SaveAsync(Actor.Local, _clock, Ct);

        Assert.Null(refusal);
        await using var fresh = store.NewContext();
        var change = await fresh.Set<Change>().SingleAsync(Ct);
        var link = await fresh.Set<AuditEntry>().SingleAsync(Ct);
        Assert.Equal((1, "Tests", "Probe", new DateOnly(2024, 6, 30)), (change.Sequence, change.Room, change.Kind, change.FromOn!.Value));
        Assert.Equal((1, "local", nameof(LanshaoContextTests), AuditEntry.Genesis), (link.Seq, link.Actor, link.Action, link.PreviousHash));
        Assert.True(link.IsIntact);
        Assert.Equal(ChinaTime.NowUtc(_clock), link.AtUtc);
    }

    [Theory, EveryStore]
    public async Task SaveAsync_StaleVersion_IsRefusedAndLeavesNothingBehind(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var id = await AddAsync(store, "一号");
        await using var slow = store.NewContext();
        var stale = await slow.Set<Probe>().SingleAsync(Ct);
        await using var quick = store.NewContext();
        (await quick.Set<Probe>().SingleAsync(Ct)).Name = "先到";
        Assert.Null(await quick.SaveAsync(Actor.Local, _clock, Ct));

        stale.Name = "后到";
        var refusal = await slow.SaveAsync(Actor.Local, _clock, Ct);

        Assert.Equal("ENV-020", refusal?.Code);
        Assert.Equal(id.ToString("D"), refusal?.Arguments["key"]);
        Assert.Empty(slow.ChangeTracker.Entries());
        await using var fresh = store.NewContext();
        var kept = await fresh.Set<Probe>().SingleAsync(Ct);
        Assert.Equal(("先到", 1), (kept.Name, kept.Version));
        Assert.Equal(2, await fresh.Set<AuditEntry>().CountAsync(Ct));
        Assert.Equal(2, await fresh.Set<Change>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task SaveAsync_TheSameContextAfterARefusal_SavesOnlyWhatIsNew(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await AddAsync(store, "一号");
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "一号"));
        Assert.Equal("ENV-020", (await db.SaveAsync(Actor.Local, _clock, Ct))?.Code);

        db.Add(new Probe(Guid.CreateVersion7(), "二号"));
        var refusal = await db.SaveAsync(Actor.Local, _clock, Ct);

        Assert.Null(refusal);
        await AssertChainAsync(store, 2);
    }

    [Theory, EveryStore]
    public async Task SaveAsync_RefusedOutcome_SavesNothing(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "一号"));

        var outcome = await db.SaveAsync((Outcome<string>)Refusal.Conflict("ENV-020"), Actor.Local, _clock, Ct);

        Assert.True(outcome.IsRefused);
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
        Assert.False(await db.Set<Probe>().AnyAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task SaveChanges_BesideTheDoor_Throws(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "一号"));

        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task BeginWriteAsync_NotCommitted_LeavesNeitherRowNorFeed(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using (var db = store.NewContext())
        {
            await using var write = await db.BeginWriteAsync(Ct);
            db.Add(new Probe(Guid.CreateVersion7(), "一号"));
            Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
        }

        await AddAsync(store, "二号");

        await AssertChainAsync(store, 1);
    }

    [Theory, EveryStore]
    public async Task Announce_BulkRows_StandInFeedAndChain(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Announce(new BulkChange("Monitoring", "Reading", "batch-1", 20_000, new string('a', 64), new(2024, 6, 1), new(2024, 6, 30)));

        Assert.Null(await db.SaveAsync(Actor.System, _clock, Ct));

        var change = await db.Set<Change>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("Monitoring", new DateOnly(2024, 6, 30)), (change.Room, change.ToOn!.Value));
        var link = await db.Set<AuditEntry>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal($$"""{"op":"bulk","rows":"20000","sha256":"{{new string('a', 64)}}"}""", link.Content);
    }

    [Theory, EveryStore]
    public async Task SaveAsync_ManyWritersAtOnce_KeepFeedAndChainGapless(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => AddAsync(store, $"第{n}号"), Ct)));

        await AssertChainAsync(store, 40);
    }

    [Theory, EveryStore]
    public async Task SaveAsync_EveryKindOfMember_ComesBackAsItWas(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "œ𠮷") { AreaM2 = -12345678901.000001m, SeenUtc = Noon.AddMilliseconds(7), DueOn = new(2024, 2, 29), Every = PeriodKind.Quarter, IsOpen = true, Place = Place.Subdistrict("110101001000"), Period = Period.Half(2024, 1) });
        await db.SaveAsync(Actor.Local, _clock, Ct);

        await using var fresh = store.NewContext();
        var probe = await fresh.Set<Probe>().SingleAsync(Ct);

        Assert.Equal(("œ𠮷", -12345678901.000001m, Noon.AddMilliseconds(7), new DateOnly(2024, 2, 29), PeriodKind.Quarter, true), (probe.Name, probe.AreaM2!.Value, probe.SeenUtc!.Value, probe.DueOn!.Value, probe.Every, probe.IsOpen));
        Assert.Equal((Place.Subdistrict("110101001000"), Period.Half(2024, 1)), (probe.Place, probe.Period!.Value));
        Assert.Equal(DateTimeKind.Utc, probe.SeenUtc.Value.Kind);
    }

    [Theory, EveryStore]
    public async Task Query_DecimalsInstantsAndNames_OrderAlikeOnBothStores(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        foreach (var (name, area, minutes) in new[] { ("b", 10.5m, 3), ("B", -2m, 1), ("a", 9.25m, 2), ("中", 100m, 0) })
        {
            db.Add(new Probe(Guid.CreateVersion7(), name) { AreaM2 = area, SeenUtc = Noon.AddMinutes(minutes) });
        }

        await db.SaveAsync(Actor.Local, _clock, Ct);

        Assert.Equal(["B", "a", "b", "中"], await db.Set<Probe>().OrderBy(p => p.AreaM2).Select(p => p.Name).ToListAsync(Ct));
        Assert.Equal(["中", "B", "a", "b"], await db.Set<Probe>().OrderBy(p => p.SeenUtc).Select(p => p.Name).ToListAsync(Ct));
        Assert.Equal(["B", "a", "b", "中"], await db.Set<Probe>().OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(Ct));
        Assert.Equal(["b", "中"], await db.Set<Probe>().Where(p => p.AreaM2 > 9.25m).OrderBy(p => p.AreaM2).Select(p => p.Name).ToListAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task SaveAsync_DecimalFinerThanStored_ThrowsInsteadOfCutting(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        db.Add(new Probe(Guid.CreateVersion7(), "一号") { AreaM2 = 0.0000001m });

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(Actor.Local, _clock, Ct));

        await AssertChainAsync(store, 0);
    }

    [Fact]
    public async Task SaveAsync_TheSameActionsOnBothStores_GiveTheSameHashes()
    {
        var onSqlite = await HashesAsync(StoreKind.Sqlite);
        var onPostgres = await HashesAsync(StoreKind.PostgreSql);

        Assert.Equal(7, onSqlite.Count);
        Assert.Equal(onSqlite, onPostgres);
    }

    private async Task<List<string>> HashesAsync(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var clock = new FixedClock();
        await using var db = store.NewContext();
        for (var n = 1; n <= 4; n++)
        {
            db.Add(new Probe(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), $"第{n}号 \"<&>\" \u0001") { AreaM2 = n / 8m, SeenUtc = Noon, DueOn = new(2024, 6, n), IsOpen = true, Period = Period.Month(2024, n) });
        }

        Assert.Null(await db.SaveAsync(Actor.Local, clock, Ct));
        clock.Advance(TimeSpan.FromTicks(1));
        await using var later = store.NewContext();
        var probes = await later.Set<Probe>().OrderBy(p => p.Name).ToListAsync(Ct);
        (probes[0].AreaM2, probes[1].SeenUtc) = (null, Noon.AddMilliseconds(1));
        later.Remove(probes[2]);
        Assert.Null(await later.SaveAsync(Actor.Local, clock, Ct));
        return await later.Set<AuditEntry>().OrderBy(a => a.Seq).Select(a => a.Hash).ToListAsync(Ct);
    }

    private async Task<Guid> AddAsync(ProbeStore store, string name)
    {
        await using var db = store.NewContext();
        var probe = new Probe(Guid.CreateVersion7(), name);
        db.Add(probe);
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
        return probe.Id;
    }

    private static async Task AssertChainAsync(ProbeStore store, int length)
    {
        await using var db = store.NewContext();
        var links = await db.Set<AuditEntry>().AsNoTracking().OrderBy(a => a.Seq).ToListAsync(Ct);
        var feed = await db.Set<Change>().AsNoTracking().OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, length).Select(n => (long)n), links.Select(l => l.Seq));
        Assert.Equal(Enumerable.Range(1, length).Select(n => (long)n), feed);
        Assert.All(links, link => Assert.True(link.IsIntact));
        Assert.Equal(links.SkipLast(1).Select(l => l.Hash), links.Skip(1).Select(l => l.PreviousHash));
    }
}
