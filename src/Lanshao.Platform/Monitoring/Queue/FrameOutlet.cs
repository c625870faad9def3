using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>The gateway's end of the queue: what waits while a message is on its way goes into the next one together. A frame is told to be committed when the broker has confirmed that its queue holds it.</summary>
/// <remarks>Each queue has one message on its way at a time, so that the frames of a device keep their order also where one must be sent again. A message that was sent twice changes nothing: the journal knows its frames.</remarks>
public sealed class FrameOutlet
{
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly QueueAddress _address;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly FrameLane[] _lanes;
    private long _confirmed;

    /// <param name="address">Where the queues are.</param>
    /// <param name="mostWaiting">How many frames may wait for all of them; then whoever brings more waits himself.</param>
    /// <param name="clock">For the pause after a trouble.</param>
    /// <param name="log">Is told of troubles with the broker.</param>
    public FrameOutlet(QueueAddress address, int mostWaiting, TimeProvider clock, ILogger log)
    {
        (_address, _clock, _log) = (address, clock, log);
        _lanes = [.. Enumerable.Range(0, address.Partitions).Select(_ => new FrameLane(Math.Max(1, mostWaiting / address.Partitions)))];
    }

    /// <summary>Gets how many frames the broker has confirmed since the start.</summary>
    public long Confirmed => Interlocked.Read(ref _confirmed);

    /// <summary>Gets how many frames wait.</summary>
    public int Waiting => _lanes.Sum(lane => lane.Waiting);

    /// <summary>Gets whether the broker cannot be reached or does not confirm: nothing is acknowledged meanwhile.</summary>
    public bool IsAway { get; private set; } = true;

    /// <summary>Takes a frame; waits while too many wait for the queue of its device.</summary>
    public ValueTask TakeAsync(JournalEntry entry, CancellationToken ct) => _lanes[_address.PartitionOf(entry.Mn)].TakeAsync(entry, ct);

    /// <summary>Takes no more; what waits is still sent.</summary>
    public void Close() => Array.ForEach(_lanes, lane => lane.Close());

    /// <summary>Sends until it is closed and empty, or stopped; run again after a fault, it loses nothing.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await using var link = await BrokerLink.OpenAsync(_address, ct);
                IsAway = Array.Exists(_lanes, lane => lane.Batch.Count > 0);
                await link.RunAsync(over => Task.WhenAll(_lanes.Select((lane, partition) => SendAsync(link, lane, partition, over))), ct);
                return;
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && BrokerLink.IsTrouble(stumble))
            {
                IsAway = true;
                QueueLog.CannotSend(_log, _address, Waiting, stumble.Message);
                await Task.Delay(Pause, _clock, ct);
            }
        }
    }

    private async Task SendAsync(BrokerLink link, FrameLane lane, int partition, CancellationToken ct)
    {
        try
        {
            await using var channel = await link.Connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
            do
            {
                lane.Fill(FrameBatch.MostFrames, FrameBatch.EnoughBytes);
                if (lane.Batch.Count > 0)
                {
                    await SendAsync(channel, partition, FrameBatch.Write(lane.Batch), ct);
                    IsAway = false;
                    _ = Interlocked.Add(ref _confirmed, lane.Batch.Count);
                    lane.Settle();
                }
            }
            while (await lane.WaitAsync(ct));
        }
        catch (Exception stumble) when (BrokerLink.IsTrouble(stumble))
        {
            // The other queues stop too, and all begin again on a new connection.
            link.End(stumble.Message);
            throw;
        }
    }

    // Returns when the queue's quorum has it; a queue that is not there, or a refusal, throws.
    private async Task SendAsync(IChannel channel, int partition, byte[] message, CancellationToken ct)
    {
        var properties = new BasicProperties { Persistent = true, ContentType = "application/x-lanshao-frames" };
        await channel.BasicPublishAsync(string.Empty, QueueAddress.NameOf(partition), mandatory: true, properties, message, ct).AsTask().WaitAsync(ConfirmPatience, _clock, ct);
    }
}
