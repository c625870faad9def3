using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Backup;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class BackUpPartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BackUp_OfAFolderWithDevices_BringsFramesReadingsAndMarkBack()
    {
        var path = Directory.CreateTempSubdirectory("lanshao-parts-").FullName;
        var clock = new FixedClock();
        var folder = (await DataFolder.OpenAsync(Path.Combine(path, "data"), create: true, null, Ct)).Value!;
        var stores = (await MonitoringStores.OpenAsync(folder, Ct)).Value!;
        await WriteAsync(stores, clock, "5A0001000001000000000000");
        _ = await new Derivation(stores, clock).DrainAsync(Ct);

        var file = Path.Combine(path, "backup.zip");
        Assert.False((await BackUpFolder.RunAsync(folder, file, clock, Ct)).IsRefused);
        Assert.False((await RestoreFolder.RunAsync(file, Path.Combine(path, "again"), null, Ct)).IsRefused);
        var again = (await DataFolder.OpenAsync(Path.Combine(path, "again"), create: false, null, Ct)).Value!;
        var restored = (await MonitoringStores.OpenAsync(again, Ct)).Value!;
        var counts = await StoredCounts.ReadAsync(restored, [new("5A0001000001000000000000", "20240701080000000", "2011", "")], Ct);
        var derived = await new Derivation(restored, clock).DrainAsync(Ct);

        Assert.Equal((1, 1, 0, 0), (counts.Readings, counts.Frames, counts.AcknowledgedMissing, derived));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.FullPath), name => name.EndsWith(".part", StringComparison.Ordinal));
        folder.Release();
        again.Release();
        TemporaryFolder.Delete(path);
    }

    private static async Task WriteAsync(MonitoringStores stores, FixedClock clock, string mn)
    {
        var frame = Lanshao.Hj212.Framing.FrameReader.Read(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38", mn: mn), ended: true).Frame;
        var journal = new FrameJournal(stores.Journal, 10, clock, NullLogger.Instance);
        await journal.TakeAsync(JournalEntry.Of(frame, new(frame.Segment), ChinaTime.NowUtc(clock), "127.0.0.1:1")!, Ct);
        journal.Close();
        await journal.RunAsync(Ct);
    }
}
