using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Audit;

public class VerifyAuditTests
{
    private const int Links = 1200;
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RunAsync_WholeChainOverSeveralPages_NamesItsHead(StoreKind kind)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();

        var report = await VerifyAudit.RunAsync(db, Ct);

        Assert.Equal(new AuditReport(Links, (await db.Set<AuditEntry>().SingleAsync(a => a.Seq == Links, Ct)).Hash, null), report);
    }

    [Theory, EveryStore]
    public async Task RunAsync_EmptyChain_IsWhole(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        Assert.Equal(new AuditReport(0, AuditEntry.Genesis, null), await VerifyAudit.RunAsync(db, Ct));
    }

    [Theory, EveryStore]
    public async Task RunAsync_ContentAltered_NamesTheLink(StoreKind kind) =>
        await AssertBrokenAsync(kind, db => db.Set<AuditEntry>().Where(a => a.Seq == 1100).ExecuteUpdateAsync(s => s.SetProperty(a => a.Content, "{}"), Ct), new(1100, LinkFault.Altered), 1099);

    [Theory, EveryStore]
    public async Task RunAsync_ActorAltered_NamesTheLink(StoreKind kind) =>
        await AssertBrokenAsync(kind, db => db.Set<AuditEntry>().Where(a => a.Seq == 7).ExecuteUpdateAsync(s => s.SetProperty(a => a.Actor, "nobody"), Ct), new(7, LinkFault.Altered), 6);

    [Theory, EveryStore]
    public async Task RunAsync_InstantAltered_NamesTheLink(StoreKind kind) =>
        await AssertBrokenAsync(kind, db => db.Set<AuditEntry>().Where(a => a.Seq == 7).ExecuteUpdateAsync(s => s.SetProperty(a => a.AtUtc, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Ct), new(7, LinkFault.Altered), 6);

    [Theory, EveryStore]
    public async Task RunAsync_LinkTakenOut_NamesTheNext(StoreKind kind) =>
        await AssertBrokenAsync(kind, db => db.Set<AuditEntry>().Where(a => a.Seq == 500).ExecuteDeleteAsync(Ct), new(501, LinkFault.Missing), 499);

    [Theory, EveryStore]
    public async Task RunAsync_LinkWrittenAnew_NamesTheNext(StoreKind kind) =>
        await AssertBrokenAsync(
            kind,
            async db =>
            {
                var link = await db.Set<AuditEntry>().AsNoTracking().SingleAsync(a => a.Seq == 500, Ct);
                var forged = AuditEntry.Follow(500, link.PreviousHash, link.AtUtc, "nobody", link.Action, link.Room, link.Kind, link.Key, link.Content);
                await db.Set<AuditEntry>().Where(a => a.Seq == 500).ExecuteUpdateAsync(s => s.SetProperty(a => a.Actor, "nobody").SetProperty(a => a.Hash, forged.Hash), Ct);
            },
            new(501, LinkFault.NotFollowing),
            500);

    private async Task AssertBrokenAsync(StoreKind kind, Func<LanshaoContext, Task> tamper, BrokenLink broken, long good)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();
        await tamper(db);

        var report = await VerifyAudit.RunAsync(db, Ct);

        Assert.Equal(broken, report.Broken);
        Assert.Equal(good, report.Links);
    }

    private async Task<TestStore> NewChainAsync(StoreKind kind)
    {
        var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        for (var n = 0; n < Links; n++)
        {
            db.Announce(new("Monitoring", "Reading", $"{n:0000}", 1, new string('0', 64)));
        }

        Assert.Null(await db.SaveAsync(Actor.System, _clock, Ct));
        return store;
    }
}
