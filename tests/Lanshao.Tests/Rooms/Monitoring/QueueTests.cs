using System.Net.Sockets;
using Lanshao.Hosting;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Queue;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>The way from a gateway over the queue to a writer: acknowledged is what the queue has confirmed, stored once is what came twice, and the broker's absence costs nothing but time.</summary>
public sealed class QueueTests(QueueRig queue) : IClassFixture<QueueRig>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_OverTheQueueToAWriterThatComesAfterOneThatWasKilled_AreStoredOnceAndInOrder()
    {
        var rig = queue.Rig;
        using var device = await rig.ConnectAsync();
        await SendAsync(device, 1, 20);
        var acknowledged = await GatewayRig.AnswersAsync(device, 20);
        Assert.DoesNotContain(await rig.JournalAsync(), frame => Acknowledged(acknowledged).Contains(frame.Qn));

        await TakeAndDieAsync();
        await PublishAsync("nonsense"u8.ToArray());
        await using var writer = await WriterAsync();
        await SendAsync(device, 7, 1);
        acknowledged.AddRange(await GatewayRig.AnswersAsync(device, 1));
        await GatewayRig.UntilAsync(() => writer.Gateway.Journal is { Accepted: >= 20, Resent: >= 1 } && writer.Lag == 0 && writer.Intake!.Unreadable == 1);

        var stored = (await rig.JournalAsync()).Where(frame => Acknowledged(acknowledged).Contains(frame.Qn)).Select(frame => frame.Qn).ToList();
        Assert.Equal(acknowledged.Take(20).Select(answer => answer.Qn), stored);
        var counts = await StoredCounts.ReadAsync(rig.Work.Stores, [.. acknowledged.Select(answer => new FrameIdentity(GatewayRig.Mn, answer.Qn, "2011", string.Empty))], Ct);
        Assert.Equal((0, counts.Frames), (counts.AcknowledgedMissing, counts.Readings));
        Assert.Equal(1u, await DeadLettersAsync());
        Assert.Empty(GatewayCheck.Reasons(writer, mostBehind: 0));
    }

    [Fact]
    public async Task Gateway_WhileTheBrokerIsAway_AcknowledgesNothingAndSaysSoUntilItIsBack()
    {
        var rig = queue.Rig;
        using var device = await rig.ConnectAsync();
        await SendAsync(device, 101, 1);
        _ = await GatewayRig.AnswersAsync(device, 1);
        Assert.Empty(GatewayCheck.Reasons(rig.Work, mostBehind: 0));

        queue.Wire.Cut();
        await GatewayRig.UntilAsync(() => GatewayCheck.Reasons(rig.Work, mostBehind: 0).Any(reason => reason.StartsWith("queue: away", StringComparison.Ordinal)));
        var confirmed = rig.Work.Outlet!.Confirmed;
        await SendAsync(device, 102, 3);
        await GatewayRig.UntilAsync(() => rig.Work.Outlet.Waiting == 3);
        Assert.Equal((0, confirmed), (device.Available, rig.Work.Outlet.Confirmed));

        queue.Wire.Mend();
        Assert.Equal(3, (await GatewayRig.AnswersAsync(device, 3)).Count);
        Assert.Equal(confirmed + 3, rig.Work.Outlet.Confirmed);
        Assert.Empty(GatewayCheck.Reasons(rig.Work, mostBehind: 0));
    }

    [Fact]
    public async Task Broker_AskedWithAnotherNumberOfQueues_Refuses()
    {
        _ = queue.Rig;
        var log = new SharedLog();
        using var lines = new LogLines(log, TimeProvider.System);
        var other = new FrameOutlet(QueueAddress.Parse(queue.BrokerUrl, 3).Value!, 10, TimeProvider.System, lines.CreateLogger("queue"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var running = other.RunAsync(stop.Token);
        _ = await log.LineAsync("PRECONDITION_FAILED", Ct);

        Assert.True(other.IsAway);
        Assert.DoesNotContain("guest", log.ToString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private static List<string> Acknowledged(IEnumerable<(string Cn, string Qn)> answers) => [.. answers.Select(answer => answer.Qn)];

    private static async Task SendAsync(TcpClient device, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            await device.GetStream().WriteAsync(GatewayRig.Frame(number), Ct);
        }
    }

    private async Task<GatewayWork> WriterAsync() =>
        (await GatewayWork.StartAsync(queue.Rig.Data, new(null, Writes: true, queue.Queue), new(), queue.Rig.Clock, NullLogger.Instance, Ct)).Value!;

    // Has been given frames, and dies before the journal had any of them.
    private async Task TakeAndDieAsync()
    {
        var journal = new FrameJournal(queue.Rig.Work.Stores.Journal, 1000, TimeProvider.System, NullLogger.Instance);
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var taking = new FrameIntake(queue.Queue, journal, TimeProvider.System, NullLogger.Instance).RunAsync(death.Token);
        await GatewayRig.UntilAsync(() => journal.Waiting > 0);
        await death.CancelAsync();
        await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PublishAsync(byte[] message)
    {
        await using var connection = await new ConnectionFactory { Uri = new(queue.BrokerUrl) }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Ct);
        await channel.BasicPublishAsync(string.Empty, "lanshao.frames.0", message, Ct);
    }

    private async Task<uint> DeadLettersAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new(queue.BrokerUrl) }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        return (await channel.BasicGetAsync("lanshao.frames.dead", autoAck: false, Ct)) is { } dead ? dead.MessageCount + 1 : 0;
    }
}
