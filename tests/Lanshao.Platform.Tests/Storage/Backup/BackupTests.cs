using System.IO.Compression;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Backup;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Storage.Backup;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-backup-").FullName;
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(_folder, "backup.zip");

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Theory]
    [InlineData(StoreKind.Sqlite, StoreKind.Sqlite)]
    [InlineData(StoreKind.Sqlite, StoreKind.PostgreSql)]
    [InlineData(StoreKind.PostgreSql, StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql, StoreKind.PostgreSql)]
    public async Task Restore_BackupOfAFilledFolder_BringsEverythingBackAndTheChainHolds(StoreKind from, StoreKind to)
    {
        await using var fromStore = await TestStore.NewEmptyAsync(from);
        await using var toStore = await TestStore.NewEmptyAsync(to);
        var folder = await OpenAsync("source", fromStore);
        await FillAsync(folder);
        var before = await DescribeAsync(folder.Store);

        var taken = await BackUpFolder.RunAsync(folder, Archive, _clock, Ct);
        var restored = await RestoreFolder.RunAsync(Archive, Path.Combine(_folder, "target"), AddressOf(toStore), Ct);

        Assert.False(taken.IsRefused);
        Assert.Equal((taken.Value.Files, taken.Value.AuditLinks), (restored.Value!.Files, restored.Value.AuditLinks));
        var target = await OpenAsync("target", toStore);
        Assert.Equal(before, await DescribeAsync(target.Store));
        await using var db = target.Store.NewContext();
        var report = await VerifyAudit.RunAsync(db, Ct);
        Assert.Equal((taken.Value.AuditLinks, taken.Value.AuditHead, (BrokenLink?)null), (report.Links, report.Head, report.Broken));
        var files = new FileStore(target.FilesPath);
        Assert.All(await db.Set<StoredFile>().Select(f => f.Sha256).ToListAsync(Ct), sha => Assert.True(files.VerifyAsync(sha, Ct).GetAwaiter().GetResult()));
        Assert.Equal("key", await File.ReadAllTextAsync(Path.Combine(target.KeysPath, "key.xml"), Ct));

        // The restored folder goes on where the old one stood.
        await FillAsync(target, "后来");
        Assert.Null((await VerifyAudit.RunAsync(db, Ct)).Broken);
        target.Store.Release();
        folder.Store.Release();
    }

    [Fact]
    public async Task BackUp_WhileOthersWrite_TakesOneMoment()
    {
        var folder = await OpenAsync("source", null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                await FillAsync(folder, $"写{n}");
            }
        }, Ct);

        for (var n = 0; n < 5; n++)
        {
            Assert.False((await BackUpFolder.RunAsync(folder, Archive + n, _clock, Ct)).IsRefused);
        }

        await stop.CancelAsync();
        await writing;
        for (var n = 0; n < 5; n++)
        {
            Assert.False((await RestoreFolder.RunAsync(Archive + n, Path.Combine(_folder, $"target{n}"), null, Ct)).IsRefused);
        }

        folder.Store.Release();
    }

    [Fact]
    public async Task BackUp_FileIsThere_IsNotOverwritten()
    {
        var folder = await OpenAsync("source", null);
        await File.WriteAllTextAsync(Archive, "mine", Ct);

        var taken = await BackUpFolder.RunAsync(folder, Archive, _clock, Ct);

        Assert.Equal("ENV-050", taken.Refusal?.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(Archive, Ct));
        folder.Store.Release();
    }

    [Fact]
    public async Task BackUp_FolderOfTheFileIsMissing_IsRefusedAndLeavesNothing()
    {
        var folder = await OpenAsync("source", null);

        var taken = await BackUpFolder.RunAsync(folder, Path.Combine(_folder, "none", "b.zip"), _clock, Ct);

        Assert.Equal("ENV-051", taken.Refusal?.Code);
        Assert.Empty(Directory.EnumerateFiles(folder.FullPath, "*.part"));
        folder.Store.Release();
    }

    [Fact]
    public async Task BackUp_OnUnix_IsReadableByItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("no Unix file modes");
            return;
        }

        var folder = await OpenAsync("source", null);

        await BackUpFolder.RunAsync(folder, Archive, _clock, Ct);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        folder.Store.Release();
    }

    [Fact]
    public async Task Restore_FolderHasContent_IsNotOverwritten()
    {
        await BackUpSampleAsync();
        var target = Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName;
        await File.WriteAllTextAsync(Path.Combine(target, "mine"), "mine", Ct);

        var restored = await RestoreFolder.RunAsync(Archive, target, null, Ct);

        Assert.Equal("ENV-053", restored.Refusal?.Code);
        Assert.Equal(["mine"], Directory.EnumerateFileSystemEntries(target).Select(p => Path.GetFileName(p)));
    }

    [Fact]
    public async Task Restore_DatabaseHasRows_IsNotOverwritten()
    {
        await BackUpSampleAsync();
        await using var full = await TestStore.NewAsync(StoreKind.PostgreSql);
        await using var db = full.NewContext();
        db.Announce(new("Monitoring", "Reading", "k", 1, new string('0', 64)));
        await db.SaveAsync(Actor.System, _clock, Ct);

        var restored = await RestoreFolder.RunAsync(Archive, Path.Combine(_folder, "target"), full.Store.ConnectionString, Ct);

        Assert.Equal("ENV-055", restored.Refusal?.Code);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("files/../../escaped", "DOC-106")]
    [InlineData("/etc/escaped", "DOC-106")]
    [InlineData("C:/escaped", "DOC-106")]
    [InlineData("files\\..\\..\\escaped", "DOC-106")]
    [InlineData("lanshao.db", "DOC-108")]
    [InlineData("LANSHAO.DB", "DOC-108")]
    [InlineData("pack/unasked", "ENV-052")]
    [InlineData("serve.lock", "ENV-052")]
    public async Task Restore_ArchiveWithAnEntryThatDoesNotBelong_IsRefusedWhole(string entry, string code)
    {
        await BackUpSampleAsync();
        await AddEntryAsync(entry, "x");

        await AssertRefusedAsync(code);
    }

    [Fact]
    public async Task Restore_ArchiveWithALink_IsRefusedWhole()
    {
        await BackUpSampleAsync();
        await using (var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update, Ct))
        {
            zip.CreateEntry("files/link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        await AssertRefusedAsync("DOC-107");
    }

    [Theory]
    [InlineData("keys/key.xml")]
    [InlineData("manifest.json")]
    [InlineData("lanshao.db")]
    public async Task Restore_FileMissingOrAltered_IsRefusedWhole(string name)
    {
        await BackUpSampleAsync();
        await using (var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update, Ct))
        {
            zip.GetEntry(name)!.Delete();
        }

        await AssertRefusedAsync("ENV-052");
        await AddEntryAsync(name, "altered");
        await AssertRefusedAsync("ENV-052");
    }

    [Fact]
    public async Task Restore_NoArchiveAtAll_IsRefused()
    {
        await File.WriteAllTextAsync(Archive, "not a zip", Ct);
        await AssertRefusedAsync("DOC-103");

        File.Delete(Archive);
        await AssertRefusedAsync("IMP-008");
    }

    [Fact]
    public async Task Restore_CutAnywhere_IsRefused()
    {
        await BackUpSampleAsync();
        var whole = await File.ReadAllBytesAsync(Archive, Ct);
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 40))
        {
            await File.WriteAllBytesAsync(Archive, whole[..length], Ct);

            Assert.True((await RestoreFolder.RunAsync(Archive, Path.Combine(_folder, "target"), null, Ct)).IsRefused);
        }

        AssertNothingLeft();
    }

    [Fact]
    public async Task Model_OfEveryEntity_CanBeCopiedAsItIs()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        await using var db = store.NewContext();

        // What the copy reads through the entities' own members would lose anything that stands beside them.
        var shadow = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.IsShadowProperty() && !p.DeclaringType.IsMappedToJson()).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");

        Assert.Empty(shadow);
    }

    private async Task BackUpSampleAsync()
    {
        var folder = await OpenAsync("source", null);
        await FillAsync(folder);
        Assert.False((await BackUpFolder.RunAsync(folder, Archive, _clock, Ct)).IsRefused);
        folder.Store.Release();
    }

    private async Task AddEntryAsync(string name, string text)
    {
        await using var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update, Ct);
        await using var entry = await zip.CreateEntry(name).OpenAsync(Ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), Ct);
    }

    private async Task AssertRefusedAsync(string code)
    {
        var restored = await RestoreFolder.RunAsync(Archive, Path.Combine(_folder, "target"), null, Ct);

        Assert.Equal(code, restored.Refusal?.Code);
        AssertNothingLeft();
    }

    private void AssertNothingLeft() => Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder), p => Path.GetFileName(p).StartsWith("target", StringComparison.Ordinal) || Path.GetFileName(p) == "escaped");

    private async Task<DataFolder> OpenAsync(string name, TestStore? store)
    {
        var path = Path.Combine(_folder, name);
        var opened = await DataFolder.OpenAsync(path, create: true, store is null ? null : AddressOf(store), Ct);
        if (!File.Exists(Path.Combine(opened.Value!.KeysPath, "key.xml")))
        {
            await File.WriteAllTextAsync(Path.Combine(opened.Value.KeysPath, "key.xml"), "key", Ct);
        }

        return opened.Value;
    }

    private static string? AddressOf(TestStore store) => store.Store.Kind == StoreKind.PostgreSql ? store.Store.ConnectionString : null;

    private async Task FillAsync(DataFolder folder, string name = "甲")
    {
        await using var db = folder.Store.NewContext();
        var kind = new ImportKind<Row>("rows", Permissions.ImportsApply)
        {
            Read = (_, _, _) => Task.FromResult<Outcome<ImportReading<Row>>>(new ImportReading<Row>("t", name, [new("第1行", name, [name, "\u0000œ"], new(name, 1.5m), [new("IMP-001", Severity.Note, new Dictionary<string, string> { ["day"] = "2024-07-01" })])], [])),
            Current = (_, _, _) => Task.FromResult<IReadOnlyDictionary<string, Row>>(new Dictionary<string, Row>()),
            Write = (_, _, _) => Task.FromResult<Refusal?>(null),
        };
        var source = new ImportSource(IncomingFile.Of($"{name}.txt", Encoding.UTF8.GetBytes(name)));
        Assert.False((await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), kind, source, "text/plain", Actor.Local, _clock, Ct)).IsRefused);
        await RequestJob.RunAsync(db, new("t.work", "试", true, (_, _) => Task.FromResult<Outcome<string>>("done")), name, new { name }, null, Actor.Local, _clock, Ct);
        db.Add(ActionPlan.Begin($"2024-{name}", 2024, PlanKind.Annual, Period.Year(2024)));
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
    }

    private static async Task<string> DescribeAsync(Store store)
    {
        await using var db = store.NewContext();
        var text = new StringBuilder();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var rows = await (Task<List<string>>)typeof(BackupTests).GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
            text.Append(entity.ClrType.Name).Append(' ').AppendLine(string.Join("\n  ", rows.Order(StringComparer.Ordinal)));
        }

        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync<T>(LanshaoContext db)
        where T : class
    {
        var rows = await db.Set<T>().ToListAsync(Ct);
        return [.. rows.Select(r => string.Join('|', db.Entry(r).Properties.Select(p => Canonical.Text(p.Metadata, p.CurrentValue))))];
    }

    private sealed record Row(string Name, decimal Area);
}
