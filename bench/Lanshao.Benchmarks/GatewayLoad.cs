using System.Diagnostics;
using System.Net;

namespace Lanshao.Benchmarks;

/// <summary><c>connections HOST:PORT [CONNECTIONS] [RATE] [SECONDS]</c>: a steady rate of frames over many connections to a running gateway, and how long their 9014 takes.</summary>
internal static class GatewayLoad
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(IPEndPoint to, int connections, int perSecond, int seconds)
    {
        var devices = Enumerable.Range(0, connections).Select(number => new LoadFrames(number)).ToArray();
        var links = await LoadLink.ConnectAsync(to, connections);
        using var over = new CancellationTokenSource();
        var receiving = Task.WhenAll(links.Select(link => link.ReceiveAsync(over.Token)));
        var warm = await SendAsync(links, devices, perSecond, WarmUp, 0);
        Array.ForEach(links, link => link.IsMeasured = true);
        var usedBefore = Environment.CpuUsage.TotalTime;
        var sent = await SendAsync(links, devices, perSecond, TimeSpan.FromSeconds(seconds), warm);
        await Task.WhenAny(EmptyAsync(links), Task.Delay(LongestEnd));
        var used = Environment.CpuUsage.TotalTime - usedBefore;
        await over.CancelAsync();
        await receiving;
        Tell(links, connections, perSecond, sent, seconds, used);
        Array.ForEach(links, link => link.Dispose());
    }

    private static void Tell(LoadLink[] links, int connections, int perSecond, int sent, int seconds, TimeSpan used)
    {
        var waits = links.SelectMany(link => link.WaitsMs).Order().ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"{connections} connections, {perSecond} frames/s asked for, {sent} sent in {seconds} s, {links.Sum(link => link.Waiting)} unanswered; 9014 after p50 {At(waits, 0.5):0.00} ms, p99 {At(waits, 0.99):0.00} ms, most {At(waits, 1):0.0} ms; the client itself took {used.TotalSeconds:0.0} s of processor time"));
    }

    private static async Task<int> SendAsync(LoadLink[] links, LoadFrames[] devices, int perSecond, TimeSpan length, int from)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var next = 0;
        while (Stopwatch.GetElapsedTime(began) is var elapsed && elapsed < length)
        {
            for (var due = (int)(elapsed.TotalSeconds * perSecond); next < due; next++)
            {
                var message = (from + next) / links.Length;
                var link = (from + next) % links.Length;
                await links[link].SendAsync(devices[link].Frame(TimeSpan.FromSeconds(message), message));
            }

            _ = await timer.WaitForNextTickAsync();
        }

        return next;
    }

    private static async Task EmptyAsync(LoadLink[] links)
    {
        while (links.Any(link => link.Waiting > 0))
        {
            await Task.Delay(10);
        }
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
