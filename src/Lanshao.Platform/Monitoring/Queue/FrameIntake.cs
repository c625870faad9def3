using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>The writer's end of the queue: gives frames to the journal in their order, and tells the broker that a message is done only when the journal has all of it on disk. What was given twice is known to the journal.</summary>
/// <param name="address">Where the queues are.</param>
/// <param name="journal">The running journal.</param>
/// <param name="clock">For the pause after a trouble.</param>
/// <param name="log">Is told of troubles with the broker, and of messages that cannot be read.</param>
public sealed class FrameIntake(QueueAddress address, FrameJournal journal, TimeProvider clock, ILogger log)
{
    private const ushort MessagesAtOnce = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long _unreadable;

    /// <summary>Gets whether the broker cannot be reached.</summary>
    public bool IsAway { get; private set; } = true;

    /// <summary>Gets how many messages could not be read since the start; they lie with the dead letters.</summary>
    public long Unreadable => Interlocked.Read(ref _unreadable);

    /// <summary>Takes until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var link = await BrokerLink.OpenAsync(address, ct);
                await link.RunAsync(over => TakeAllAsync(link, over), ct);
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && BrokerLink.IsTrouble(stumble))
            {
                IsAway = true;
                QueueLog.CannotTake(log, address, stumble.Message);
                await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TakeAllAsync(BrokerLink link, CancellationToken ct)
    {
        await using var channel = await link.Connection.CreateChannelAsync(cancellationToken: ct);
        await channel.BasicQosAsync(0, MessagesAtOnce, global: false, ct);
        var stored = Channel.CreateUnbounded<ulong>(new() { SingleReader = true });
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => TakeAsync(channel, delivery, stored.Writer, ct);
        consumer.UnregisteredAsync += (_, _) => EndAsync(link, "The broker gives no more from a queue.");
        channel.CallbackExceptionAsync += (_, fault) => EndAsync(link, fault.Exception.Message);
        channel.ChannelShutdownAsync += (_, end) => EndAsync(link, end.ReplyText);
        for (var i = 0; i < address.Partitions; i++)
        {
            _ = await channel.BasicConsumeAsync(QueueAddress.NameOf(i), autoAck: false, consumer, ct);
        }

        IsAway = false;
        await foreach (var tag in stored.Reader.ReadAllAsync(ct))
        {
            await channel.BasicAckAsync(tag, multiple: false, ct);
        }
    }

    private static Task EndAsync(BrokerLink link, string reason)
    {
        link.End(reason);
        return Task.CompletedTask;
    }

    // Where the journal makes its senders wait, the next messages wait too.
    private async Task TakeAsync(IChannel channel, BasicDeliverEventArgs delivery, ChannelWriter<ulong> stored, CancellationToken ct)
    {
        var tag = delivery.DeliveryTag;
        if (!FrameBatch.TryRead(delivery.Body.Span, out var entries, out var reason))
        {
            _ = Interlocked.Increment(ref _unreadable);
            QueueLog.Unreadable(log, delivery.RoutingKey, delivery.Body.Length, reason);
            await channel.BasicRejectAsync(tag, requeue: false, ct);
            return;
        }

        var left = entries.Count;
        foreach (var entry in entries)
        {
            await journal.TakeAsync(entry with { Committed = _ => Tell() }, ct);
        }

        void Tell()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                _ = stored.TryWrite(tag);
            }
        }
    }
}
