using System.Diagnostics;

namespace Lanshao.Benchmarks;

/// <summary>Asks one page over a number of keep-alive connections, each waiting for its answer before it asks again, and prints what people would wait.</summary>
internal static class PageLoad
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Uri page, int connections, TimeSpan length)
    {
        await AskAsync(page, connections, WarmUp);
        var waits = await AskAsync(page, connections, length);

        waits.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{page}: {connections} connections, {waits.Count} answers in {length.TotalSeconds:0} s, p50 {At(waits, 0.50):0.0} ms, p99 {At(waits, 0.99):0.0} ms, most {waits[^1]:0.0} ms"));
    }

    private static async Task<List<double>> AskAsync(Uri page, int connections, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => AskUntilAsync(page, until)));
        return [.. all.SelectMany(waits => waits)];
    }

    private static async Task<List<double>> AskUntilAsync(Uri page, long until)
    {
        // One handler a connection: each keeps its own socket alive.
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseCookies = false };
        using var client = new HttpClient(handler);
        var waits = new List<double>();
        while (Stopwatch.GetTimestamp() is var asked && asked < until)
        {
            using var answer = await client.GetAsync(page);
            answer.EnsureSuccessStatusCode();
            _ = await answer.Content.ReadAsByteArrayAsync();
            waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return waits;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
