using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Districts.Packs;

public sealed class ApplyPackTests
{
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RunAsync_FirstPack_IsRevisionOneAndTheOnlyThingRead(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        var applied = await ApplyAsync(db, TestPack.Of());

        Assert.Equal((1, true), (applied.Value!.Revision, applied.Value.IsNew));
        var current = await CurrentPack.ReadAsync(db, Ct);
        Assert.Equal(["北门街道", "南门街道"], current.Value!.District.Subdistricts.Select(area => area.Name));
        Assert.Equal(1, current.Value.Revision);
    }

    [Theory, EveryStore]
    public async Task RunAsync_SameContentAgain_ChangesNothing(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        await ApplyAsync(db, TestPack.Of());

        var again = await ApplyAsync(db, TestPack.Of());

        Assert.Equal((1, false), (again.Value!.Revision, again.Value.IsNew));
        Assert.Equal(1, await db.Set<PackRevision>().CountAsync(Ct));
        Assert.Equal(1, await db.Set<Change>().CountAsync(change => change.Kind == nameof(PackRevision), Ct));
    }

    [Theory, EveryStore]
    public async Task RunAsync_ChangedPack_ShowsTheDifferenceAndKeepsTheOldRevision(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        await ApplyAsync(db, TestPack.Of());
        var changed = TestPack.Of(("agencies.yaml", "agencies:\n  - code: water\n    name: 区水利局\n    fullName: 某市甲区水务局\n    level: district\n"));

        var preview = await ApplyPack.PreviewAsync(db, changed, TestPack.DistrictOnly, Ct);
        var applied = await ApplyAsync(db, changed);

        Assert.Equal([new PackChange("agencies.yaml", "agencies/water/name", "区水务局", "区水利局")], preview.Changes);
        Assert.Equal(2, applied.Value!.Revision);
        Assert.Equal("区水利局", (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Agencies[0].Name);
        Assert.Equal(5, await db.Set<PackRevisionFile>().CountAsync(file => file.Revision == 1, Ct));
    }

    [Theory, EveryStore]
    public async Task RunAsync_PackWithAnError_IsRefusedAndWritesNothing(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        var applied = await ApplyAsync(db, TestPack.Of(("groups.yaml", "grups: []\n")));

        Assert.Equal("PACK-020", applied.Refusal?.Code);
        Assert.Equal("groups.yaml:1:1", applied.Refusal?.Arguments["first"]);
        Assert.Equal(0, await db.Set<PackRevision>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task ExportPack_AfterApply_WritesTheSameBytes(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        var files = new PackFiles([.. TestPack.Of().All, new PackFile("calendar/odd.json", Encoding.UTF8.GetBytes("\uFEFF{\r\n \"year\":2027,\"standard\":\"a\",\"source\":\"b\",\"confidence\":\"R\",\"days\":[]}"))]);
        Assert.False((await ApplyAsync(db, files)).IsRefused);
        var target = Path.Combine(store.Folder, "out");

        var exported = await ExportPack.RunAsync(db, target, Ct);

        Assert.False(exported.IsRefused);
        Assert.Equal(files.ContentHash, PackFolder.Read(target).Value!.ContentHash);
        Assert.Equal("PACK-022", (await ExportPack.RunAsync(db, target, Ct)).Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task ReadAsync_NoPack_IsRefusedByName(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        Assert.Equal("PACK-021", (await CurrentPack.ReadAsync(db, Ct)).Refusal?.Code);
    }

    [Fact]
    public void Read_FolderWithALink_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("lanshao-pack-").FullName;
        try
        {
            Assert.Equal("PACK-001", PackFolder.Read(folder).Refusal?.Code);
            Assert.Null(PackFolder.Write(TestPack.Of(), Path.Combine(folder, "p")));
            File.CreateSymbolicLink(Path.Combine(folder, "p", "calendar"), "/etc/hostname");

            Assert.Equal("PACK-019", PackFolder.Read(Path.Combine(folder, "p")).Refusal?.Code);
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }

    [Fact]
    public void Read_FileBeyondTheLimit_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("lanshao-pack-").FullName;
        try
        {
            PackFolder.Write(TestPack.Of(), Path.Combine(folder, "p"));
            File.WriteAllBytes(Path.Combine(folder, "p", "big.csv"), new byte[(4 * 1024 * 1024) + 1]);

            Assert.Equal("PACK-017", PackFolder.Read(Path.Combine(folder, "p")).Refusal?.Code);
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }

    [Fact]
    public void Between_RowsAndCommentsChanged_AreTold()
    {
        var before = TestPack.Of(("communities.csv", "code,name\nC1,甲\nC2,乙\n"));
        var after = TestPack.Of(("communities.csv", "code,name\nC1,甲\nC2,丙\n"), ("groups.yaml", "# 说明\n" + Encoding.UTF8.GetString(before.Find("groups.yaml")!.Content.Span)), ("areas.yaml", null));

        var changes = PackDifference.Between(before, after);

        Assert.Equal([("areas.yaml", ""), ("communities.csv", "C2,乙"), ("communities.csv", "C2,丙"), ("groups.yaml", "")], changes.Select(change => (change.File, change.Where)));
        Assert.Null(changes[0].After);
    }

    private Task<Outcome<ApplyPack.Applied>> ApplyAsync(LanshaoContext db, PackFiles files) => ApplyPack.RunAsync(db, files, TestPack.DistrictOnly, Actor.Local, _clock, Ct);
}
