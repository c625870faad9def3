using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Files;

public sealed class FileStoreTests : IDisposable
{
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-files-").FullName;
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Theory, EveryStore]
    public async Task PutAsync_NewContent_LiesUnderItsHashAndHasARow(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        await new FileStore(_folder).PutAsync(db, IncomingFile.Of("../计划.docx", "abc"u8.ToArray()), "text/plain", Actor.Local, _clock, Ct);
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));

        Assert.Equal([Path.Combine(_folder, "ba", HashOfAbc)], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        await using var fresh = store.NewContext();
        var row = await fresh.Set<StoredFile>().SingleAsync(Ct);
        Assert.Equal((HashOfAbc, 3, "计划.docx", "local"), (row.Sha256, row.LengthBytes, row.Name, row.StoredBy));
    }

    [Theory, EveryStore]
    public async Task PutAsync_SameContentAgain_KeepsOneFileAndTheFirstRow(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var files = new FileStore(_folder);
        foreach (var name in new[] { "first", "second" })
        {
            await using var db = store.NewContext();
            await files.PutAsync(db, IncomingFile.Of(name, "abc"u8.ToArray()), "text/plain", Actor.Local, _clock, Ct);
            Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
        }

        await using var fresh = store.NewContext();
        Assert.Equal("first", (await fresh.Set<StoredFile>().SingleAsync(Ct)).Name);
        Assert.Single(await fresh.Set<AuditEntry>().ToListAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task OpenRead_StoredContent_IsWhatWasPut(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        var files = new FileStore(_folder);
        await files.PutAsync(db, IncomingFile.Of("a", "abc"u8.ToArray()), "text/plain", Actor.Local, _clock, Ct);

        using var reader = new StreamReader(files.OpenRead(HashOfAbc)!, Encoding.UTF8);

        Assert.Equal("abc", await reader.ReadToEndAsync(Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void OpenRead_NoHashOrNothingThere_IsNull(string sha256) => Assert.Null(new FileStore(_folder).OpenRead(sha256));

    [Theory]
    [EveryStore]
    public async Task VerifyAsync_ContentWasChanged_IsFalse(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        var files = new FileStore(_folder);
        await files.PutAsync(db, IncomingFile.Of("a", "abc"u8.ToArray()), "text/plain", Actor.Local, _clock, Ct);
        Assert.True(await files.VerifyAsync(HashOfAbc, Ct));

        await File.WriteAllTextAsync(Path.Combine(_folder, "ba", HashOfAbc), "abd", Ct);

        Assert.False(await files.VerifyAsync(HashOfAbc, Ct));
        Assert.False(await files.VerifyAsync(new string('0', 64), Ct));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task ReadAsync_Stream_StopsAtTheLimit(int length, bool refused)
    {
        var file = await IncomingFile.ReadAsync(new MemoryStream(new byte[length]), "a.docx", 10, Ct);

        Assert.Equal(refused ? "IMP-007" : null, file.Refusal?.Code);
    }

    [Fact]
    public async Task ReadAsync_MissingPath_IsRefused()
    {
        var file = await IncomingFile.ReadAsync(Path.Combine(_folder, "none.docx"), 10, Ct);

        Assert.Equal("IMP-008", file.Refusal?.Code);
    }

    [Theory]
    [InlineData("C:\\x\\计划.docx", "计划.docx")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("a\r\nb\u202Ecod.exe", "abcod.exe")]
    [InlineData("..", "未命名")]
    [InlineData("x/", "未命名")]
    public void Of_ForeignName_BecomesALabel(string name, string label) => Assert.Equal(label, IncomingFile.Of(name, []).Name);

    [Fact]
    public void Of_LongNameOfSurrogates_IsCutBetweenCharacters()
    {
        var label = IncomingFile.Of("a" + string.Concat(Enumerable.Repeat("𠮷", 200)), []).Name;

        Assert.Equal(199, label.Length);
        Assert.False(char.IsHighSurrogate(label[^1]));
    }
}
