using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>The one writer of the journal: what waits while a commit reaches the disk goes into the next one together. A frame is acknowledged only from here.</summary>
public sealed class FrameJournal
{
    private const int MostTogether = 4000;
    private readonly Store _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly FrameLane _lane;
    private readonly WalCheckpoints _checkpoints;
    private long _accepted;
    private long _resent;

    /// <param name="store">Where the journal lies.</param>
    /// <param name="mostWaiting">How many frames may wait; then whoever brings more waits himself.</param>
    /// <param name="clock">For the pause after a trouble.</param>
    /// <param name="log">Is told of troubles with disk or database.</param>
    public FrameJournal(Store store, int mostWaiting, TimeProvider clock, ILogger log)
    {
        (_store, _clock, _log) = (store, clock, log);
        _lane = new(mostWaiting);
        _checkpoints = new(store, DataPart.Journal);
    }

    /// <summary>Gets how many frames went in since the start.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Gets how many frames were there already.</summary>
    public long Resent => Interlocked.Read(ref _resent);

    /// <summary>Gets how many frames wait.</summary>
    public int Waiting => _lane.Waiting;

    /// <summary>Gets the number of the newest frame.</summary>
    public long Newest { get; private set; }

    /// <summary>Gets whether the last attempt to write failed: nothing is acknowledged until one succeeds.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>Takes a frame; waits while too many wait, and with data of the past while much of it is on its way.</summary>
    public ValueTask TakeAsync(JournalEntry entry, CancellationToken ct) => _lane.TakeAsync(entry, ct);

    /// <summary>Takes no more; what waits is still written.</summary>
    public void Close() => _lane.Close();

    /// <summary>Writes until it is closed and empty, or stopped; run again after a fault, it loses nothing.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        BulkSession? session = null;
        try
        {
            do
            {
                _lane.Fill(MostTogether);
                session = await WriteStubbornlyAsync(session, _lane.Batch, ct);
                Settle();
            }
            while (await _lane.WaitAsync(ct));
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }
        }
    }

    // A full disk or a database that is away stops the acknowledgements, and through the full queue the senders; nothing is forgotten.
    private async Task<BulkSession?> WriteStubbornlyAsync(BulkSession? session, List<JournalEntry> batch, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                session ??= await OpenAsync(ct);
                await WriteAsync(session, batch, ct);
                IsStuck = false;
                return session;
            }
            catch (Exception stumble) when (Trouble.Of(stumble) is { } trouble)
            {
                IsStuck = true;
                JournalLog.Stuck(_log, trouble.Code, batch.Count, stumble);
                if (session is not null)
                {
                    await session.DisposeAsync();
                    session = null;
                }

                await Task.Delay(TimeSpan.FromSeconds(1), _clock, ct);
            }
        }
    }

    private async Task<BulkSession> OpenAsync(CancellationToken ct)
    {
        var session = await BulkSession.OpenAsync(_store, DataPart.Journal, ct);
        session.LeaveCheckpoints();
        Newest = session.Number(SeriesSql.NewestFrame);
        return session;
    }

    private async Task WriteAsync(BulkSession session, List<JournalEntry> batch, CancellationToken ct)
    {
        await _checkpoints.BeforeAsync(session, batch.Count);
        await session.BeginAsync(ct);

        // Other processes write too; the number of a frame that was deleted is not given again.
        var newest = Math.Max(Newest, session.Number(SeriesSql.NewestFrame));
        var added = session.Kind == StoreKind.Sqlite ? InsertEach(session, batch, newest + 1) : new FrameCopy(session).Write(batch, newest + 1);
        await session.CommitAsync(ct);
        Newest = newest + added;
    }

    private static int InsertEach(BulkSession session, List<JournalEntry> batch, long first)
    {
        var next = first;
        foreach (var entry in batch)
        {
            entry.IsNew = session.Execute(SeriesSql.InsertFrame, next, entry.Mn, entry.Qn, entry.Cn, entry.Pno, entry.Digest, entry.ReceivedUtc, entry.Remote, entry.Bytes, entry.IsBackFill) > 0;
            next += entry.IsNew ? 1 : 0;
        }

        return (int)(next - first);
    }

    private void Settle()
    {
        var added = _lane.Batch.Count(entry => entry.IsNew);
        _ = Interlocked.Add(ref _accepted, added);
        _ = Interlocked.Add(ref _resent, _lane.Batch.Count - added);
        _lane.Settle();
    }
}
