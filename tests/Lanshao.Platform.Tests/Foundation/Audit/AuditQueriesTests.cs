using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Audit;

public class AuditQueriesTests
{
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task ListAsync_PageByPage_GivesEveryLinkOnceNewestFirst(StoreKind kind)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();
        var seen = new List<long>();
        for (long? before = null; ;)
        {
            var page = await AuditQueries.ListAsync(db, new(), before, 3, Ct);
            seen.AddRange(page.Rows.Select(link => link.Seq));
            if (page.After is null)
            {
                break;
            }

            before = long.Parse(page.After, System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], seen);
        Assert.Equal(8, await AuditQueries.NewestAsync(db, Ct));
    }

    [Theory, EveryStore]
    public async Task ListAsync_WithFilters_GivesOnlyWhatFits(StoreKind kind)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();

        async Task<string> SeqsAsync(AuditFilter filter) => string.Join(' ', (await AuditQueries.ListAsync(db, filter, null, 100, Ct)).Rows.Select(link => link.Seq));

        Assert.Equal("8 7 6 5", await SeqsAsync(new(Actor: Actor.Local.Id)));
        Assert.Equal("8 6 4 2", await SeqsAsync(new(Room: "Plans")));
        Assert.Equal("3", await SeqsAsync(new(Key: "k3")));
        Assert.Equal("4 3 2 1", await SeqsAsync(new(FromOn: new(2024, 7, 1), ToOn: new(2024, 7, 1))));
        Assert.Equal("8 7 6 5", await SeqsAsync(new(FromOn: new(2024, 7, 2))));
        Assert.Equal("8 7 6 5 4 3 2 1", await SeqsAsync(new(ToOn: DateOnly.MaxValue)));
    }

    [Theory, EveryStore]
    public async Task Change_OfALink_TellsWhatStoodThereBefore(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        var probe = new Probe(Guid.CreateVersion7(), "一号");
        db.Add(probe);
        await db.SaveAsync(Actor.Local, _clock, Ct);
        probe.Name = "二号";
        await db.SaveAsync(Actor.Local, _clock, Ct);
        db.Remove(probe);
        await db.SaveAsync(Actor.Local, _clock, Ct);

        var links = await db.Set<AuditEntry>().AsNoTracking().OrderBy(link => link.Seq).ToListAsync(Ct);
        var changes = links.ConvertAll(AuditedChange.Of);

        Assert.Equal(["add", "change", "remove"], changes.Select(change => change.Operation));
        Assert.Equal([(null, "一号"), ("一号", "二号"), ("二号", null)], changes.Select(change => change.Members.Single(member => member.Name == "Name")).Select(member => (member.Before, member.After)));
    }

    [Theory, EveryStore]
    public async Task Check_OfAWholeChain_IsDoneAndOfABrokenOneFailsByName(StoreKind kind)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();
        await CheckAsync(store);
        var whole = await AuditCheck.NewestAsync(db, Ct);
        await db.Set<AuditEntry>().Where(link => link.Seq == 5).ExecuteUpdateAsync(set => set.SetProperty(link => link.Key, "other"), Ct);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await CheckAsync(store);

        var broken = await AuditCheck.NewestAsync(db, Ct);
        Assert.Equal((JobState.Done, 8), (whole!.State, whole.StepsDone));
        Assert.StartsWith("8 ", whole.Result, StringComparison.Ordinal);
        Assert.Equal((JobState.Failed, AuditCheck.Broken, "5", "4"), (broken!.State, broken.FailureCode, broken.Failure!.Arguments["seq"], broken.Failure.Arguments["good"]));
    }

    [Theory, EveryStore]
    public async Task Request_TwiceInTheSameMinute_IsOneJob(StoreKind kind)
    {
        await using var store = await NewChainAsync(kind);
        await using var db = store.NewContext();

        var first = await AuditCheck.RequestAsync(db, Actor.Local, _clock, Ct);
        var second = await AuditCheck.RequestAsync(db, Actor.Local, _clock, Ct);

        Assert.Equal(first.Value!.Id, second.Value!.Id);
    }

    private async Task CheckAsync(TestStore store)
    {
        await using var db = store.NewContext();
        await AuditCheck.RequestAsync(db, Actor.Local, _clock, Ct);
        Assert.True(await new JobRunner(store.Store, new([AuditCheck.Kind]), [], _clock, NullLogger<JobRunner>.Instance).RunOnceAsync(Ct));
    }

    /// <summary>Four links of the system on one day, four of a person on the next.</summary>
    private async Task<TestStore> NewChainAsync(StoreKind kind)
    {
        var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        for (var n = 1; n <= 8; n++)
        {
            db.Announce(new(n % 2 == 0 ? "Plans" : "Monitoring", "Thing", $"k{n}", 1, new string('0', 64)));
            Assert.Null(await db.SaveAsync(n <= 4 ? Actor.System : Actor.Local, _clock, Ct));
            if (n == 4)
            {
                _clock.Advance(TimeSpan.FromDays(1));
            }
        }

        return store;
    }
}
