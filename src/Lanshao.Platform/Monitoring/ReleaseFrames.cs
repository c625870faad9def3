using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Platform.Monitoring;

/// <summary>Brings a claimed device's frames out of quarantine into the journal, in the order in which they came. They leave quarantine only when the journal has them on disk.</summary>
internal static class ReleaseFrames
{
    private const int MostTogether = 500;

    /// <param name="stores">Where the room lies.</param>
    /// <param name="journal">The running journal; null where none runs.</param>
    /// <param name="device">The device.</param>
    /// <param name="clock">For the journal.</param>
    /// <param name="ct">Stops between frames; what was not moved stays.</param>
    /// <returns>How many frames went over: those that carry the device's password.</returns>
    public static async Task<int> RunAsync(MonitoringStores stores, FrameJournal? journal, Device device, TimeProvider clock, CancellationToken ct)
    {
        var moved = 0;
        await using var db = stores.Series.NewContext();
        for (var after = 0L; ;)
        {
            var frames = await db.Set<QuarantinedFrame>().AsNoTracking().Where(frame => frame.Mn == device.Mn && frame.Id > after).OrderBy(frame => frame.Id).Take(MostTogether).ToListAsync(ct);
            if (frames.Count == 0)
            {
                return moved;
            }

            after = frames[^1].Id;
            var believed = frames.Select(frame => (frame.Id, Entry: EntryOf(frame, device))).Where(pair => pair.Entry is not null).ToList();
            await WriteAsync(stores, journal, [.. believed.Select(pair => pair.Entry!)], clock, ct);
            await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
            await session.BeginAsync(ct);
            moved += believed.Sum(pair => session.Execute(SeriesSql.DeleteQuarantined, pair.Id));
            await session.CommitAsync(ct);
        }
    }

    private static JournalEntry? EntryOf(QuarantinedFrame kept, Device device)
    {
        var reading = FrameReader.Read(kept.Bytes, ended: true);
        if (reading.Status != FrameStatus.Frame || reading.Frame.IsEncrypted)
        {
            return null;
        }

        var segment = new Segment(reading.Frame.Segment);
        return DevicePassword.Fits(device.Mn, segment.Pw, device.PasswordDigest) ? JournalEntry.Of(reading.Frame, segment, kept.ReceivedUtc, kept.Remote) : null;
    }

    private static async Task WriteAsync(MonitoringStores stores, FrameJournal? running, List<JournalEntry> entries, TimeProvider clock, CancellationToken ct)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var journal = running ?? new FrameJournal(stores.Journal, entries.Count, clock, NullLogger.Instance);
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var entry in entries.SkipLast(1))
        {
            await journal.TakeAsync(entry, ct);
        }

        // One writer, one order: when the last is on disk, so are those before it.
        await journal.TakeAsync(entries[^1] with { Committed = _ => stored.TrySetResult() }, ct);
        if (running is null)
        {
            journal.Close();
            await journal.RunAsync(ct);
        }

        await stored.Task.WaitAsync(ct);
    }
}
