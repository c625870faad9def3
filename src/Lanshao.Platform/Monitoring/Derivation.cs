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
    private const int MostTogether = 400;
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
        await using var series = stores.Series.NewContext();
        if (_mark < 0)
        {
            _mark = await MonitoringQueries.MarkAsync(series, ct);
        }

        var frames = await NextAsync(ct);
        if (frames.Count == 0)
        {
            return 0;
        }

        await LoadDevicesAsync(frames, ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        var due = new HashSet<(int Device, string Factor, DateTime HourUtc)>();
        foreach (var frame in frames.Where(frame => !frame.IsConflict))
        {
            Store(session, frame, due);
        }

        var nowUtc = ChinaTime.NowUtc(clock);
        foreach (var (device, factor, hourUtc) in due)
        {
            _ = session.Execute(SeriesSql.InsertRollupDue, device, factor, hourUtc, nowUtc);
        }

        _ = session.Execute(SeriesSql.MoveMark, MarkName, frames[^1].Seq);
        await session.CommitAsync(ct);
        _ = Interlocked.Exchange(ref _mark, frames[^1].Seq);
        return frames.Count;
    }

    private async Task<List<JournalFrame>> NextAsync(CancellationToken ct)
    {
        await using var journal = stores.Journal.NewContext();
        return await journal.Set<JournalFrame>().AsNoTracking().Where(frame => frame.Seq > _mark).OrderBy(frame => frame.Seq).Take(MostTogether).ToListAsync(ct);
    }

    private void Store(BulkSession session, JournalFrame frame, HashSet<(int Device, string Factor, DateTime HourUtc)> due)
    {
        if (_devices.GetValueOrDefault(frame.Mn) is not { } device)
        {
            return;
        }

        foreach (var value in device.Values.Read(frame.Bytes, frame.ReceivedUtc))
        {
            if (Put(session, device.Number, value, frame.Seq) && value.Span != ReadingSpan.Day)
            {
                _ = due.Add((device.Number, value.Factor, Rollups.HourOf(value.StartUtc)));
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
}
