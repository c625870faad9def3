using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-folder-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Fact]
    public async Task OpenAsync_MissingFolder_IsRefusedAndNotMade()
    {
        var missing = Path.Combine(_folder, "none");

        var opened = await DataFolder.OpenAsync(missing, create: false, database: null, Ct);

        Assert.Equal("ENV-005", opened.Refusal?.Code);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task OpenAsync_FolderOfSomethingElse_IsRefusedAndLeftAlone()
    {
        var opened = await DataFolder.OpenAsync(_folder, create: false, database: null, Ct);

        Assert.Equal("ENV-005", opened.Refusal?.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task OpenAsync_NewFolder_IsMadeComplete()
    {
        var opened = await DataFolder.OpenAsync(Path.Combine(_folder, "new"), create: true, database: null, Ct);

        Assert.False(opened.IsRefused);
        Assert.True(DataFolder.Exists(opened.Value.FullPath));
        Assert.True(Directory.Exists(opened.Value.FilesPath));
        Assert.True(Directory.Exists(opened.Value.KeysPath));
        opened.Value.Store.Release();
    }

    [Fact]
    public async Task OpenAsync_SeveralAtOnce_AllSeeTheSameSchema()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DataFolder.OpenAsync(_folder, create: true, database: null, Ct)));

        Assert.All(opened, o => Assert.False(o.IsRefused));
        opened[0].Value!.Store.Release();
    }

    [Fact]
    public async Task BesideAsync_SeveralAtOnceBesideTheFoldersOwn_AllSeeTheSameSchema()
    {
        var folder = (await DataFolder.OpenAsync(_folder, create: true, database: null, Ct)).Value!;

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            await using var db = folder.Store.NewContext();
            return number == 0 ? await folder.OpenPartAsync(DataPart.Series, Ct) : await Store.BesideAsync(db, DataPart.Series, Ct);
        }, Ct)));

        Assert.Equal([], opened.Select(one => one.Refusal?.Arguments.GetValueOrDefault("reason") ?? one.Refusal?.Code).OfType<string>());
        folder.Release();
    }

    [Fact]
    public async Task OpenAsync_PathIsAFile_IsRefused()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "x", Ct);

        var opened = await DataFolder.OpenAsync(file, create: true, database: null, Ct);

        Assert.Equal("ENV-002", opened.Refusal?.Code);
    }

    [Fact]
    public async Task OpenAsync_BrokenDatabaseAddress_IsRefused()
    {
        var opened = await DataFolder.OpenAsync(_folder, create: true, "postgres://", Ct);

        Assert.Equal("ENV-007", opened.Refusal?.Code);
    }

    [Fact]
    public async Task TakeForServer_SecondServer_IsRefusedUntilTheFirstEnds()
    {
        var folder = (await DataFolder.OpenAsync(_folder, create: true, database: null, Ct)).Value!;
        var first = folder.TakeForServer();

        var second = folder.TakeForServer();
        first.Value!.Dispose();
        var third = folder.TakeForServer();

        Assert.Equal("ENV-004", second.Refusal?.Code);
        Assert.False(third.IsRefused);
        third.Value.Dispose();
        folder.Store.Release();
    }

    [Fact]
    public async Task TakeForServer_ServersThatShare_StandBesideEachOtherAndNotBesideOneAlone()
    {
        var folder = (await DataFolder.OpenAsync(_folder, create: true, database: null, Ct)).Value!;
        using var first = folder.TakeForServer(isShared: true).Value!;

        using var second = folder.TakeForServer(isShared: true).Value;
        var alone = folder.TakeForServer();

        Assert.NotNull(second);
        Assert.Equal("ENV-004", alone.Refusal?.Code);
        folder.Store.Release();
    }
}
