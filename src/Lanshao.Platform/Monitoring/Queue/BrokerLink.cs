using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>One connection to the broker with the queues declared: replicated (quorum), one consumer at a time each, and a place for what nobody can read. It is never mended: whoever uses it opens another.</summary>
internal sealed class BrokerLink : IAsyncDisposable
{
    private const int MostDeadLetters = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrokerLink(IConnection connection)
    {
        Connection = connection;
        connection.ConnectionShutdownAsync += (_, end) =>
        {
            End(end.ReplyText);
            return Task.CompletedTask;
        };
    }

    public IConnection Connection { get; }

    /// <summary>Returns whether something is the broker's trouble or the way to it, which time or people mend.</summary>
    public static bool IsTrouble(Exception stumble) =>
        stumble is RabbitMQClientException or IOException or SocketException or TimeoutException or AuthenticationException or ObjectDisposedException or OperationCanceledException;

    public static async Task<BrokerLink> OpenAsync(QueueAddress address, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = address.Uri,
            ClientProvidedName = "lanshao",
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            RequestedHeartbeat = Patience,
        };
        var link = new BrokerLink(await factory.CreateConnectionAsync(ct));
        try
        {
            await link.DeclareAsync(address, ct);
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says that the link is of no use any more.</summary>
    public void End(string reason) => _ended.TrySetResult(reason);

    /// <summary>Does work on the link. Where the link ends first, the work is stopped and this throws.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = work(over.Token);
        if (await Task.WhenAny(working, _ended.Task) == working)
        {
            await working;
            return;
        }

        await over.CancelAsync();
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        throw new IOException(await _ended.Task);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.CloseAsync(Constants.ReplySuccess, "Goodbye", TimeSpan.FromSeconds(2), abort: true, CancellationToken.None);
        await Connection.DisposeAsync();
    }

    // How many queues there are stands in what each of them is made of: processes that were told different numbers are refused by the broker, not left with frames that nobody fetches.
    private async Task DeclareAsync(QueueAddress address, CancellationToken ct)
    {
        await using var channel = await Connection.CreateChannelAsync(cancellationToken: ct);
        await channel.ExchangeDeclareAsync(QueueAddress.DeadLetters, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        _ = await channel.QueueDeclareAsync(
            QueueAddress.DeadLetters, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-max-length"] = MostDeadLetters }, cancellationToken: ct);
        await channel.QueueBindAsync(QueueAddress.DeadLetters, QueueAddress.DeadLetters, string.Empty, cancellationToken: ct);
        for (var i = 0; i < address.Partitions; i++)
        {
            var arguments = new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-single-active-consumer"] = true,
                ["x-dead-letter-exchange"] = QueueAddress.DeadLetters,
                ["x-dead-letter-routing-key"] = string.Create(CultureInfo.InvariantCulture, $"{i}/{address.Partitions}"),
            };
            _ = await channel.QueueDeclareAsync(QueueAddress.NameOf(i), durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: ct);
        }
    }
}
