using System.Threading.Channels;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>How much quarantine holds; beyond it the oldest gives way.</summary>
/// <param name="Devices">Different MNs.</param>
/// <param name="Bytes">Bytes of frames.</param>
/// <param name="Age">Age of a frame.</param>
public sealed record QuarantineLimits(int Devices, long Bytes, TimeSpan Age);

/// <summary>Keeps the frames of those who are not believed, within bounds and away from the journal: strangers never make a known device wait.</summary>
public sealed class Quarantine
{
    private const int MostWaiting = 2000;
    private const int MostTogether = 500;
    private readonly Store _store;
    private readonly QuarantineLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Channel<(JournalEntry Entry, QuarantineReason Reason)> _waiting = Channel.CreateBounded<(JournalEntry, QuarantineReason)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private long _lost;

    public Quarantine(Store store, QuarantineLimits limits, TimeProvider clock, ILogger log) => (_store, _limits, _clock, _log) = (store, limits, clock, log);

    /// <summary>Gets how many frames could not be kept since the start: too many came at once, or they gave way to newer ones.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Keeps a frame, or loses it and counts when too many come at once; never waits.</summary>
    public void Keep(JournalEntry entry, QuarantineReason reason)
    {
        if (!_waiting.Writer.TryWrite((entry, reason)))
        {
            _ = Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Takes no more; what waits is still written.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Writes until it is closed and empty, or stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var batch = new List<(JournalEntry Entry, QuarantineReason Reason)>();
        while (await _waiting.Reader.WaitToReadAsync(ct))
        {
            while (batch.Count < MostTogether && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await WriteAsync(batch, ct);
            }
            catch (Exception stumble) when (Trouble.Of(stumble) is { } trouble)
            {
                _ = Interlocked.Add(ref _lost, batch.Count);
                JournalLog.TriesAgain(_log, nameof(Quarantine), trouble.Code, stumble);
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, ct);
            }

            batch.Clear();
        }
    }

    /// <summary>Lets the oldest give way to the bounds; returns how many frames did.</summary>
    public async Task<int> TrimAsync(CancellationToken ct)
    {
        await using var db = _store.NewContext();
        var oldest = ChinaTime.NowUtc(_clock) - _limits.Age;
        var late = await db.Set<QuarantinedFrame>().AsNoTracking().Where(frame => frame.ReceivedUtc < oldest).Select(frame => frame.Id).ToListAsync(ct);
        var perDevice = await db.Set<QuarantinedFrame>().AsNoTracking().GroupBy(frame => frame.Mn)
            .Select(same => new { Mn = same.Key, Newest = same.Max(frame => frame.Id), Bytes = same.Sum(frame => (long)frame.Bytes.Length) }).ToListAsync(ct);
        var tooMany = perDevice.OrderBy(device => device.Newest).Take(Math.Max(0, perDevice.Count - _limits.Devices)).Select(device => device.Mn).ToList();
        var over = perDevice.Sum(device => device.Bytes) - _limits.Bytes;
        var heavy = over <= 0 ? [] : await OldestAsync(db, over, ct);
        return late.Count + tooMany.Count + heavy.Count == 0 ? 0 : await DeleteAsync([.. late.Union(heavy)], tooMany, ct);
    }

    private static async Task<List<long>> OldestAsync(LanshaoContext db, long bytes, CancellationToken ct)
    {
        var ids = new List<long>();
        await foreach (var frame in db.Set<QuarantinedFrame>().AsNoTracking().OrderBy(frame => frame.Id).Select(frame => new { frame.Id, frame.Bytes.Length }).AsAsyncEnumerable().WithCancellation(ct))
        {
            ids.Add(frame.Id);
            if ((bytes -= frame.Length) <= 0)
            {
                break;
            }
        }

        return ids;
    }

    private async Task<int> DeleteAsync(List<long> ids, List<string> devices, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(_store, DataPart.Series, ct);
        await session.BeginAsync(ct);
        var gone = devices.Sum(mn => session.Execute(SeriesSql.DeleteQuarantinedOf, mn)) + ids.Sum(id => session.Execute(SeriesSql.DeleteQuarantined, id));
        await session.CommitAsync(ct);
        _ = Interlocked.Add(ref _lost, gone);
        return gone;
    }

    private async Task WriteAsync(List<(JournalEntry Entry, QuarantineReason Reason)> batch, CancellationToken ct)
    {
        await using (var session = await BulkSession.OpenAsync(_store, DataPart.Series, ct))
        {
            await session.BeginAsync(ct);
            var id = session.Number(SeriesSql.NewestQuarantined);
            foreach (var (entry, reason) in batch)
            {
                var whole = entry.OfWholeFrame();
                id += session.Execute(SeriesSql.InsertQuarantined, id + 1, whole.Mn, reason, whole.Digest, whole.ReceivedUtc, whole.Remote, whole.Bytes);
            }

            await session.CommitAsync(ct);
        }

        _ = await TrimAsync(ct);
    }
}
