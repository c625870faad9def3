using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class PackTaskListsTests
{
    [Theory, EveryStore]
    public async Task ImportAsync_SampleDistrict_HasItsListsAndTheQuartersProgressOnce(StoreKind kind)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await TestStore.NewAsync(kind);
        var clock = new FixedClock();
        await using var db = store.NewContext();
        db.Add(new PackRevision(1, "sample", 1, "sample", ChinaTime.NowUtc(clock), "test"));
        db.AddRange(TestPack.Sample().Files.All.Select(file => new PackRevisionFile(1, file.Path, file.Content.ToArray())));
        Assert.Null(await db.SaveAsync(Actor.Local, clock, ct));
        var pack = (await CurrentPack.ReadAsync(db, ct)).Value!;

        Assert.Null(await PackTaskLists.ImportAsync(db, new FileStore(store.Folder), pack, Actor.System, clock, ct));
        Assert.Null(await PackTaskLists.ImportAsync(db, new FileStore(store.Folder), pack, Actor.System, clock, ct));

        Assert.Equal(["2024", "2024-q2"], await db.Set<ActionPlan>().OrderBy(p => p.Code).Select(p => p.Code).ToListAsync(ct));
        var report = await db.Set<UnitReport>().Include(r => r.Entries).SingleAsync(ct);
        Assert.Equal((22, 21), (report.Entries.Count, report.Entries.Count(e => e.Verdict == OnTrackVerdict.Yes)));
    }
}
