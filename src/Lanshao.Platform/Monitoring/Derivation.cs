using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>Makes readings of the journal, frame after frame as they came. The mark moves in the same transaction as the readings, so that a run that was killed is simply repeated.</summary>
/// <param name="stores">Where the room lies.</param>
/// <param name="clock">For pauses and notes.</param>
/// <param name="backFillDays">How old data may be that nobody asked for; older ones are kept aside.</param>
public sealed class Derivation(MonitoringStores stores, TimeProvider clock, long backFillDays = Derivation.UsualBackFillDays)
{
    /// <summary>How old back-fill may be where no setting says otherwise.</summary>
    public const long UsualBackFillDays = 62;

    internal const string MarkName = "readings";
    private const int FramesAtOnce = 400;
    private const int MostFrames = 8_000;
    private const int MostValues = 60_000;
    private const int FewFrames = 100;
    private static readonly TimeSpan LongestQuery = TimeSpan.FromDays(2);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);
    private readonly DerivedValues _room = new();
    private readonly Dictionary<string, Known> _devices = new(StringComparer.Ordinal);
    private ILookup<string, Asked> _asked = Array.Empty<Asked>().ToLookup(asked => asked.Mn, StringComparer.Ordinal);
    private long _mark = -1;
    private long _registerAt = -1;

    /// <summary>Gets how far the journal has been worked off.</summary>
    public long Mark => Math.Max(0, Interlocked.Read(ref _mark));

    /// <summary>Works off everything that lies in the journal now; returns how many frames.</summary>
    public async Task<long> DrainAsync(CancellationToken ct)
    {
        var done = 0L;
        for (int frames; (frames = (await StepAsync(ct)).Frames) > 0;)
        {
            done += frames;
        }

        return done;
    }

    /// <summary>Works off the journal until it is stopped.</summary>
    public async Task RunAsync(ILogger log, CancellationToken ct)
    {
        _mark = -1;
        _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                // What fills no transaction waits for more: one page that is written for many readings leaves the disk and the processor to those who wait for an acknowledgement.
                var taken = await StepAsync(ct);
                if (!taken.IsFull)
                {
                    await Task.Delay(taken.Frames < FewFrames ? Idle : Gathering, clock, ct);
                }
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && Trouble.Of(stumble) is { } trouble)
            {
                JournalLog.TriesAgain(log, nameof(Derivation), trouble.Code, stumble);
                _mark = -1;
                await Task.Delay(Idle * 10, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<Taken> StepAsync(CancellationToken ct)
    {
        var taken = await TakeAsync(ct);
        if (taken.Frames == 0)
        {
            _room.Trim();
            return taken;
        }

        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        session.Relax();
        await session.BeginAsync(ct);
        if (session.Number(SeriesSql.MarkOf, MarkName) != taken.From)
        {
            // Another process has worked off the same frames: its readings stand, and the next step begins behind them.
            _mark = -1;
            return taken;
        }

        new ReadingWriter(session, ChinaTime.NowUtc(clock)).Write(taken.Readings);
        taken.Late.Write(session, ChinaTime.NowUtc(clock));
        PartsBook.Note(session, taken.Parts);
        taken.Held.ForEach(held => session.Execute(SeriesSql.InsertHeldFrame, held.Seq, held.Mn, held.Reason, held.ReceivedUtc, held.DataUtc));
        taken.Ahead.ForEach(ahead => DeviceNotices.Raise(session, ahead.Mn, DeviceNoticeKind.TimeAhead, ahead.Time, ahead.ReceivedUtc));
        _ = session.Execute(SeriesSql.MoveMark, MarkName, taken.Last);
        await session.CommitAsync(ct);
        _ = Interlocked.Exchange(ref _mark, taken.Last);
        return taken;
    }

    // As many frames as fill one transaction: the more values of one device and factor lie in it, the fewer pages it writes.
    private async Task<Taken> TakeAsync(CancellationToken ct)
    {
        if (_mark < 0)
        {
            await using var series = stores.Series.NewContext();
            _mark = await MonitoringQueries.MarkAsync(series, ct);
        }

        _room.Begin();
        var taken = new Taken { From = _mark, Last = _mark, Readings = _room.Readings };
        await using var journal = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        while (!taken.IsFull && Next(journal, taken.Last) is { Count: > 0 } frames)
        {
            await LoadDevicesAsync(frames, ct);
            foreach (var frame in frames)
            {
                Derive(journal, frame, taken);
                _ = Thread.Yield();
            }

            (taken.Frames, taken.Last) = (taken.Frames + frames.Count, frames[^1].Seq);
        }

        return taken;
    }

    private static List<Waiting> Next(BulkSession journal, long after)
    {
        var frames = new List<Waiting>(FramesAtOnce);
        using var rows = journal.Rows(SeriesSql.FramesAfter, after, FramesAtOnce);
        while (rows.Next())
        {
            frames.Add(new(rows.Number(0), rows.Text(1)!, rows.InstantUtc(2), rows.Flag(3), rows.Bytes(4)));
        }

        return frames;
    }

    private void Derive(BulkSession journal, Waiting frame, Taken taken)
    {
        if (_devices.GetValueOrDefault(frame.Mn) is not { } device)
        {
            return;
        }

        var reading = FrameReader.Read(frame.Bytes, ended: true);
        var segment = new Segment(reading.Status == FrameStatus.Frame ? reading.Frame.Segment : default);
        if (PartsBook.Of(segment, frame.Mn, frame.ReceivedUtc) is { } part)
        {
            taken.Parts.Add(part);
        }

        var values = HeldValues.ValuesOf(journal, segment, frame.Mn, frame.Seq, frame.ReceivedUtc, device.Values, _room);
        if (HeldFor(frame, values) is { } reason)
        {
            taken.Held.Add(new(frame.Seq, frame.Mn, reason, frame.ReceivedUtc, values is [var held, ..] ? held.StartUtc : frame.ReceivedUtc));
            return;
        }

        if (values is [var first, ..] && first.Doubts.HasFlag(ReadingDoubts.TimeAhead) && !DeviceBook.IsSimulated(frame.Mn))
        {
            taken.Ahead.Add((frame.Mn, $"{ChinaTime.CivilOf(first.StartUtc):yyyy-MM-dd HH:mm}", frame.ReceivedUtc));
        }

        if (values.Count > 0 && !device.IsSimulated)
        {
            taken.Late.Take(device.Number, values[0], frame.ReceivedUtc);
        }

        foreach (var value in values)
        {
            taken.Readings.Add(new(device.Number, value, frame.Seq));
        }
    }

    // What a query asked for may be of any age, and simulated devices live in whatever year they like.
    private HeldReason? HeldFor(Waiting frame, IReadOnlyList<DerivedValue> values) =>
        frame.IsConflict ? HeldReason.OtherContent
        : values is [var first, ..] && frame.ReceivedUtc - first.StartUtc > TimeSpan.FromDays(backFillDays) && !DeviceBook.IsSimulated(frame.Mn) && !_asked[frame.Mn].Any(asked => asked.Covers(first.StartUtc, frame.ReceivedUtc)) ? HeldReason.BeyondWindow
        : null;

    // The register is read again when it has changed, and simulated devices enter it with their first frame.
    private async Task LoadDevicesAsync(List<Waiting> frames, CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        var unregistered = frames.Select(frame => frame.Mn).Distinct().Where(mn => !_devices.ContainsKey(mn)).ToList();
        var changedAt = await MonitoringQueries.RegisterChangedAtAsync(db, ct);
        if (changedAt != _registerAt || unregistered.Count > 0)
        {
            await RegisterSimulated.RunAsync(db, unregistered, clock, ct);
            _devices.Clear();
            foreach (var device in await db.Set<Device>().AsNoTracking().ToListAsync(ct))
            {
                _devices.Add(device.Mn, Known.Of(device));
            }

            var queries = await db.Set<RemoteCommand>().AsNoTracking().Where(command => command.FromUtc != null && command.ToUtc != null).Select(command => new { command.Mn, command.FromUtc, command.ToUtc, command.AskedUtc }).ToListAsync(ct);
            _asked = queries.ToLookup(query => query.Mn, query => new Asked(query.Mn, query.FromUtc!.Value, query.ToUtc!.Value, query.AskedUtc), StringComparer.Ordinal);
            _registerAt = changedAt;
        }
    }

    /// <summary>What some frames said, on its way into one transaction.</summary>
    private sealed class Taken
    {
        public int Frames { get; set; }

        public long From { get; init; }

        public long Last { get; set; }

        public required List<DerivedReading> Readings { get; init; }

        public LateBook Late { get; } = new();

        public bool IsFull => Readings.Count >= MostValues || Frames >= MostFrames;

        public List<PartCame> Parts { get; } = [];

        public List<Holding> Held { get; } = [];

        public List<(string Mn, string Time, DateTime ReceivedUtc)> Ahead { get; } = [];
    }

    /// <summary>A query of a device's past.</summary>
    private sealed record Asked(string Mn, DateTime FromUtc, DateTime ToUtc, DateTime AskedUtc)
    {
        public bool Covers(DateTime startUtc, DateTime receivedUtc) => startUtc >= FromUtc && startUtc <= ToUtc && receivedUtc >= AskedUtc && receivedUtc - AskedUtc <= LongestQuery;
    }

    private sealed record Known(int Number, bool IsSimulated, FrameValues Values)
    {
        public static Known Of(Device device) => new(device.Number, DeviceBook.IsSimulated(device.Mn), new(FactorSetting.TryParse(device.Factors, out var settings, out _) ? settings : []));
    }

    private readonly record struct Waiting(long Seq, string Mn, DateTime ReceivedUtc, bool IsConflict, byte[] Bytes);
}
