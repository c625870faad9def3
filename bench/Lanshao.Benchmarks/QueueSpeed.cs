using System.Diagnostics;
using Lanshao.Platform.Monitoring.Queue;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Benchmarks;

/// <summary>Frames a second that the queue has confirmed, of many devices that all wait: what a gateway without a writer can acknowledge.</summary>
internal static class QueueSpeed
{
    private const int Partitions = 8;

    public static async Task RunAsync(int count, string url)
    {
        var entries = JournalSpeed.Entries(count);
        var outlet = new FrameOutlet(QueueAddress.Parse(url, Partitions).Value ?? throw new ArgumentException("amqp://user:password@host:port/vhost is expected.", nameof(url)), 20_000, TimeProvider.System, NullLogger.Instance);
        var sending = outlet.RunAsync(CancellationToken.None);
        await outlet.TakeAsync(entries[0], CancellationToken.None);
        while (outlet.Confirmed == 0)
        {
            await Task.Delay(10);
        }

        var began = Stopwatch.GetTimestamp();
        foreach (var entry in entries.Skip(1))
        {
            await outlet.TakeAsync(entry, CancellationToken.None);
        }

        outlet.Close();
        await sending;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{count} frames of {entries.Average(entry => entry.Bytes.Length):0} bytes: {(count - 1) / seconds:0} confirmed frames/s over {Partitions} queues"));
    }
}
