using System.Net;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Platform.Monitoring;

/// <summary>放行: brings a device's frames out of quarantine into the journal, in the order in which they came, as far as its register and its keys make them believed now. They leave quarantine only when the journal has them on disk; those that the journal knows already are not stored twice.</summary>
public static class ReleaseFrames
{
    private const int MostTogether = 500;

    /// <param name="stores">Where the room lies.</param>
    /// <param name="journal">The running journal; null where none runs.</param>
    /// <param name="mn">The device; of one that is not registered nothing is released.</param>
    /// <param name="secrets">Opens its keys.</param>
    /// <param name="clock">For the journal.</param>
    /// <param name="ct">Stops between frames; what was not moved stays.</param>
    /// <returns>How many frames went over.</returns>
    public static async Task<int> RunAsync(MonitoringStores stores, FrameJournal? journal, string mn, SecretBox secrets, TimeProvider clock, CancellationToken ct)
    {
        await using var business = stores.Business.NewContext();
        if (await business.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == mn && known.VoidedUtc == null, ct) is not { } device)
        {
            return 0;
        }

        var proof = new Proof(device, await DeviceKeyRing.ReadAsync(business, secrets, mn, ct));
        var moved = 0;
        await using var db = stores.Series.NewContext();
        for (var after = 0L; ;)
        {
            var frames = await db.Set<QuarantinedFrame>().AsNoTracking().Where(frame => frame.Mn == mn && frame.Id > after).OrderBy(frame => frame.Id).Take(MostTogether).ToListAsync(ct);
            if (frames.Count == 0)
            {
                return moved;
            }

            after = frames[^1].Id;
            var believed = frames.Select(frame => (frame.Id, Entry: proof.EntryOf(frame))).Where(pair => pair.Entry is not null).ToList();
            await WriteAsync(stores, journal, [.. believed.Select(pair => pair.Entry!)], clock, ct);
            await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
            await session.BeginAsync(ct);
            moved += believed.Sum(pair => session.Execute(SeriesSql.DeleteQuarantined, pair.Id));
            await session.CommitAsync(ct);
        }
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

    /// <summary>What makes a kept frame of a device believed: its password, its network where one is set, and its key where it is encrypted. What came plain while a key held stays aside: nothing says that the device itself sent it.</summary>
    private sealed class Proof(Device device, DeviceKeyRing keys)
    {
        private readonly IReadOnlyList<IPNetwork> _networks = AddressRanges.TryParse(device.Networks, out var ranges, out _) ? ranges : [];

        public JournalEntry? EntryOf(QuarantinedFrame kept)
        {
            var reading = FrameReader.Read(kept.Bytes, ended: true);
            if (reading.Status != FrameStatus.Frame || kept.Reason == QuarantineReason.NotEncrypted || !device.IsOpenOn(ChinaTime.DayOf(kept.ReceivedUtc)) || !IsAtHome(kept.Remote))
            {
                return null;
            }

            var segment = new Segment(reading.Frame.Segment);
            return !DevicePassword.Fits(device.Mn, segment.Pw, device.PasswordDigest) ? null
                : reading.Frame.IsEncrypted ? Opened(kept, reading.Frame)
                : JournalEntry.Of(reading.Frame, segment, kept.ReceivedUtc, kept.Remote);
        }

        private JournalEntry? Opened(QuarantinedFrame kept, Frame frame)
        {
            if (keys.Open(frame, kept.ReceivedUtc) is not { } bytes)
            {
                return null;
            }

            var plain = FrameReader.Read(bytes, ended: true);
            return plain.Status == FrameStatus.Frame ? JournalEntry.Of(plain.Frame, new Segment(plain.Frame.Segment), kept.ReceivedUtc, kept.Remote) : null;
        }

        private bool IsAtHome(string remote) =>
            _networks.Count == 0 || (IPEndPoint.TryParse(remote, out var from) && _networks.Any(range => range.Contains(from.Address.IsIPv4MappedToIPv6 ? from.Address.MapToIPv4() : from.Address)));
    }
}
