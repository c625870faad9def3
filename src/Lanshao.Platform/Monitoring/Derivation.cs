using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>Makes readings of the journal, frame after frame as they came. The mark moves in the same transaction as the readings, so that a run that was killed is simply repeated.</summary>
public sealed class Derivation(MonitoringStores stores, TimeProvider clock)
{
    internal const string MarkName = "readings";
    private const int FramesAtOnce = 400;
    private const int MostFrames = 8_000;
    private const int MostValues = 60_000;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);
    private readonly Dictionary<string, Known> _devices = new(StringComparer.Ordinal);
    private long _mark = -1;
    private long _registerAt = -1;

    /// <summary>Gets how far the journal has been worked off.</summary>
    public long Mark => Math.Max(0, Interlocked.Read(ref _mark));

    /// <summary>Works off everything that lies in the journal now; returns how many frames.</summary>
    public async Task<long> DrainAsync(CancellationToken ct)
    {
        var done = 0L;
        for (int taken; (taken = await StepAsync(ct)) > 0;)
        {
            done += taken;
        }

        return done;
    }

    /// <summary>Works off the journal until it is stopped.</summary>
    public async Task RunAsync(ILogger log, CancellationToken ct)
    {
        _mark = -1;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync(ct) == 0)
                {
                    await Task.Delay(Idle, clock, ct);
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

    private async Task<int> StepAsync(CancellationToken ct)
    {
        var taken = await TakeAsync(ct);
        if (taken.Frames == 0)
        {
            return 0;
        }

        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        StoreAll(session, taken.Readings, ChinaTime.NowUtc(clock));
        _ = session.Execute(SeriesSql.MoveMark, MarkName, taken.Last);
        await session.CommitAsync(ct);
        _ = Interlocked.Exchange(ref _mark, taken.Last);
        return taken.Frames;
    }

    // As many frames as fill one transaction: the more values of one device and factor lie in it, the fewer pages it writes.
    private async Task<(int Frames, long Last, List<Derived> Readings)> TakeAsync(CancellationToken ct)
    {
        if (_mark < 0)
        {
            await using var series = stores.Series.NewContext();
            _mark = await MonitoringQueries.MarkAsync(series, ct);
        }

        var (count, last, readings) = (0, _mark, new List<Derived>());
        await using var journal = stores.Journal.NewContext();
        while (readings.Count < MostValues && count < MostFrames && await NextAsync(journal, last, ct) is { Count: > 0 } frames)
        {
            await LoadDevicesAsync(frames, ct);
            foreach (var frame in frames.Where(frame => !frame.IsConflict))
            {
                Derive(frame, readings);
            }

            (count, last) = (count + frames.Count, frames[^1].Seq);
        }

        return (count, last, readings);
    }

    private static Task<List<JournalFrame>> NextAsync(LanshaoContext journal, long after, CancellationToken ct) =>
        journal.Set<JournalFrame>().AsNoTracking().Where(frame => frame.Seq > after).OrderBy(frame => frame.Seq).Take(FramesAtOnce).ToListAsync(ct);

    private void Derive(JournalFrame frame, List<Derived> readings)
    {
        if (_devices.GetValueOrDefault(frame.Mn) is { } device)
        {
            foreach (var value in device.Values.Read(frame.Bytes, frame.ReceivedUtc))
            {
                readings.Add(new(device.Number, value, frame.Seq));
            }
        }
    }

    // In the order in which the table lies, and of one reading in the order of its frames: neighbours lie on one page.
    private static void StoreAll(BulkSession session, List<Derived> readings, DateTime nowUtc)
    {
        readings.Sort();
        var noted = (Device: 0, Factor: string.Empty, StartUtc: default(DateTime));
        for (var i = 0; i < readings.Count; i++)
        {
            var (device, value, seq) = readings[i];
            var hour = (Device: device, value.Factor, StartUtc: Rollups.HourOf(value.StartUtc));
            if (Put(session, device, value, seq) && value.Span != ReadingSpan.Day && hour != noted)
            {
                _ = session.Execute(SeriesSql.InsertRollupDue, device, value.Factor, hour.StartUtc, nowUtc);
                noted = hour;
            }

            if (value.Span == ReadingSpan.Realtime && (i + 1 == readings.Count || !readings[i + 1].IsLaterThan(readings[i])))
            {
                _ = session.Execute(SeriesSql.PutLatest, value.Factor, device, value.StartUtc, value.Number, value.Flag, value.IsValid);
            }
        }
    }

    // Most readings are new. One that is there stays as an earlier one when a later frame says otherwise; the same again changes nothing.
    private static bool Put(BulkSession session, int device, DerivedValue value, long seq)
    {
        if (session.Execute(
            SeriesSql.InsertReading,
            device, value.Factor, value.Span, value.StartUtc, value.Number, value.Least, value.Most, value.Total, value.Text, value.Flag, value.IsValid, (int)value.Doubts, seq) > 0)
        {
            return true;
        }

        if (session.Execute(
            SeriesSql.KeepEarlierReading,
            device, value.Factor, value.Span, value.StartUtc, seq, value.Number, value.Least, value.Most, value.Total, value.Flag, (int)value.Doubts) == 0)
        {
            return false;
        }

        return session.Execute(
            SeriesSql.ReplaceReading,
            device, value.Factor, value.Span, value.StartUtc, value.Number, value.Least, value.Most, value.Total, value.Text, value.Flag, value.IsValid, (int)value.Doubts, seq) > 0;
    }

    // The register is read again when it has changed, and simulated devices enter it with their first frame.
    private async Task LoadDevicesAsync(List<JournalFrame> frames, CancellationToken ct)
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

            _registerAt = changedAt;
        }
    }

    private sealed record Known(int Number, FrameValues Values)
    {
        public static Known Of(Device device) => new(device.Number, new(FactorSetting.TryParse(device.Factors, out var settings, out _) ? settings : []));
    }

    private readonly record struct Derived(int Device, DerivedValue Value, long Seq) : IComparable<Derived>
    {
        /// <summary>Returns whether it is a moment of the same factor and device, and does not come before.</summary>
        public bool IsLaterThan(Derived other) => Device == other.Device && Value.Span == other.Value.Span && Value.Factor == other.Value.Factor;

        public int CompareTo(Derived other)
        {
            var order = Device.CompareTo(other.Device);
            order = order != 0 ? order : string.CompareOrdinal(Value.Factor, other.Value.Factor);
            order = order != 0 ? order : Value.Span.CompareTo(other.Value.Span);
            order = order != 0 ? order : Value.StartUtc.CompareTo(other.Value.StartUtc);
            return order != 0 ? order : Seq.CompareTo(other.Seq);
        }
    }
}
