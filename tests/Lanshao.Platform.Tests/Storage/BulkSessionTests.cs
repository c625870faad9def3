using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public class BulkSessionTests
{
    private const int Full = 2;
    private const int Normal = 1;

    private const int MostCommits = 50_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Relax_SessionsThatTakeTheConnectionLater_HaveEachCommitOnDisk()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        await using (var relaxed = await BulkSession.OpenAsync(store.Store, DataPart.Series, Ct))
        {
            relaxed.Relax();
            Assert.Equal(Normal, relaxed.Number("PRAGMA synchronous"));
        }

        await using var db = store.NewContext();
        Assert.Equal([Full], await db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync(Ct));
        await using var next = await BulkSession.OpenAsync(store.Store, DataPart.Series, Ct);
        Assert.Equal((Full, 1000), (next.Number("PRAGMA synchronous"), next.Number("PRAGMA wal_autocheckpoint")));
    }

    [Fact]
    public async Task Checkpoint_CommitsOfAnotherSession_AreInTheFile()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        await using var writer = await BulkSession.OpenAsync(store.Store, DataPart.Journal, Ct);
        writer.LeaveCheckpoints();
        for (var mark = 1L; mark <= 3; mark++)
        {
            await writer.BeginAsync(Ct);
            _ = writer.Execute(SeriesSql.MoveMark, "test", mark);
            await writer.CommitAsync(Ct);
        }

        await using var beside = await BulkSession.OpenAsync(store.Store, DataPart.Journal, Ct);
        var state = beside.Checkpoint();

        Assert.Equal(0, writer.Number("PRAGMA wal_autocheckpoint"));
        Assert.InRange(state.Pages, 3, 1000);
        Assert.Equal(state.Pages, state.Done);
    }

    [Fact]
    public async Task Before_AWriterThatNeverRests_TheLogBeginsAnew()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        await using var writer = await BulkSession.OpenAsync(store.Store, DataPart.Journal, Ct);
        writer.LeaveCheckpoints();
        var checkpoints = new WalCheckpoints(store.Store, DataPart.Journal, pagesBetween: 20, longLog: 40);
        var commits = 0L;
        while (commits < MostCommits && TimesBegunAnew(store) == 0)
        {
            await checkpoints.BeforeAsync(writer, 1);
            await writer.BeginAsync(Ct);
            _ = writer.Execute(SeriesSql.MoveMark, "test", ++commits);
            await writer.CommitAsync(Ct);
        }

        Assert.NotEqual(0, TimesBegunAnew(store));
    }

    // The format of the log: its header counts at byte 12 how often it was begun anew.
    private static int TimesBegunAnew(TestStore store)
    {
        using var log = new FileStream(new SqliteConnectionStringBuilder(store.Store.ConnectionString).DataSource + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[16];
        return log.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length ? 0 : System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header[12..]);
    }
}
