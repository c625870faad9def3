using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class FrameJournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_ResendsAndOtherContent_StoresOnceAndMarksTheConflict(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var first = MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38.0,a34004-Flag=N");
        var other = MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=99.0,a34004-Flag=N");

        var journal = await sample.JournalAsync(first, first, other, other);
        _ = await sample.JournalAsync(first);

        await using var db = sample.NewContext();
        var frames = await db.Set<JournalFrame>().AsNoTracking().OrderBy(frame => frame.Seq).ToListAsync(Ct);
        Assert.Equal([(1L, false), (2L, true)], frames.Select(frame => (frame.Seq, frame.IsConflict)));
        Assert.Equal((2, 2), (journal.Accepted, journal.Resent));
        Assert.Equal(first[..^2], frames[0].Bytes);
        Assert.Equal(("2011", "20240701080000000", MonitoringSample.Mn), (frames[0].Cn, frames[0].Qn, frames[0].Mn));
    }

    [Theory]
    [EveryStore]
    public async Task Run_AFrame_IsToldWhenAnotherConnectionCanReadIt(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var journal = new FrameJournal(sample.Stores.Journal, 10, sample.Clock, NullLogger.Instance);
        var seen = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var entry = sample.Entry(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38.0")) with
        {
            Committed = _ =>
            {
                using var db = sample.NewContext();
                seen.SetResult(db.Set<JournalFrame>().Any());
            },
        };

        await journal.TakeAsync(entry, Ct);
        journal.Close();
        await journal.RunAsync(Ct);

        Assert.True(await seen.Task);
    }

    [Theory]
    [EveryStore]
    public async Task Take_TooManyWaiting_WaitsForTheWriter(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var journal = new FrameJournal(sample.Stores.Journal, 1, sample.Clock, NullLogger.Instance);

        await journal.TakeAsync(sample.Entry(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=1")), Ct);
        var second = journal.TakeAsync(sample.Entry(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=2", millisecond: 1)), Ct);

        Assert.False(second.IsCompleted);
        var writing = journal.RunAsync(Ct);
        await second;
        journal.Close();
        await writing;
        Assert.Equal(2, journal.Accepted);
    }

    [Theory]
    [EveryStore]
    public async Task Run_TwoJournalsOfOneStore_NumberTheirFramesOneAfterTheOther(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var (first, second) = (new FrameJournal(sample.Stores.Journal, 10, sample.Clock, NullLogger.Instance), new FrameJournal(sample.Stores.Journal, 10, sample.Clock, NullLogger.Instance));
        var (one, two) = (first.RunAsync(Ct), second.RunAsync(Ct));

        for (var i = 0; i < 6; i++)
        {
            var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var entry = sample.Entry(MonitoringSample.Frame($"DataTime=20240701080000;a34004-Rtd={i}", millisecond: i)) with { Committed = _ => stored.SetResult() };
            await (i % 2 == 0 ? first : second).TakeAsync(entry, Ct);
            await stored.Task;
        }

        first.Close();
        second.Close();
        await Task.WhenAll(one, two);
        await using var db = sample.NewContext();
        Assert.Equal([1L, 2, 3, 4, 5, 6], await db.Set<JournalFrame>().Select(frame => frame.Seq).OrderBy(seq => seq).ToListAsync(Ct));
        Assert.Equal((3, 3, 6), (first.Accepted, second.Accepted, second.Newest));
    }

    [Fact]
    public void Of_IdentityWithForeignCharacters_IsNoEntry()
    {
        var bytes = MonitoringSample.Frame("DataTime=20240701080000", mn: "站\u0000点");
        var frame = Lanshao.Hj212.Framing.FrameReader.Read(bytes, ended: true).Frame;

        Assert.Null(JournalEntry.Of(frame, new(frame.Segment), DateTime.UnixEpoch, "x"));
    }
}
