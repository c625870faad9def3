using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Lanshao.Platform.Monitoring;

/// <summary>Frames on their way to one writer, in their order: what waits while a batch is written goes into the next one together. Whoever brings more than fits waits himself.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The semaphore holds nothing as long as nobody asks for its wait handle.")]
internal sealed class FrameLane(int mostWaiting)
{
    private const int MostOfThePast = 400;
    private readonly Channel<JournalEntry> _waiting = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });

    // The past comes in heaps: only so much of it is on its way at once, so that what is measured now never waits behind a month.
    private readonly SemaphoreSlim _past = new(MostOfThePast);

    /// <summary>Gets how many frames wait.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Gets what is being written; what a fault left unwritten stays and is written first.</summary>
    public List<JournalEntry> Batch { get; } = [];

    /// <summary>Takes a frame; waits while too many wait, and with data of the past while much of it is on its way.</summary>
    public ValueTask TakeAsync(JournalEntry entry, CancellationToken ct) => entry.IsOfThePast ? TakePastAsync(entry, ct) : _waiting.Writer.WriteAsync(entry, ct);

    /// <summary>Takes no more.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Waits for frames; false when it is closed and empty.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct);

    /// <summary>Puts what waits into the batch, up to a number of frames and about as many bytes.</summary>
    public void Fill(int mostFrames, int enoughBytes = int.MaxValue)
    {
        var bytes = Batch.Sum(entry => (long)entry.Bytes.Length);
        while (Batch.Count < mostFrames && bytes < enoughBytes && _waiting.Reader.TryRead(out var entry))
        {
            Batch.Add(entry);
            bytes += entry.Bytes.Length;
        }
    }

    /// <summary>Tells everybody whose frame is in the batch that it is written, and begins the next one.</summary>
    public void Settle()
    {
        if (Batch.Count(entry => entry.IsOfThePast) is > 0 and var past)
        {
            _ = _past.Release(past);
        }

        foreach (var entry in Batch)
        {
            entry.Committed?.Invoke(entry);
        }

        Batch.Clear();
    }

    private async ValueTask TakePastAsync(JournalEntry entry, CancellationToken ct)
    {
        await _past.WaitAsync(ct);
        try
        {
            await _waiting.Writer.WriteAsync(entry, ct);
        }
        catch
        {
            _ = _past.Release();
            throw;
        }
    }
}
