using System.Diagnostics;
using System.Globalization;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Benchmarks;

/// <summary><c>months ADDRESS FIRST-DAY-KEPT</c>: what is over leaves a filled PostgreSQL database while frames are written; how long writers waited beside and without it. Then frames by their number alone.</summary>
internal static class PostgresMonths
{
    private const int FramesATime = 25;
    private const int Lookups = 2_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(string address, DateOnly keptFrom)
    {
        var store = Store.Postgres(address);
        var stores = new MonitoringStores(store, store, store);
        await LookupAsync(store, await NumbersAsync(store));
        using var over = new CancellationTokenSource();
        var commits = new List<(long At, double Ms)>();
        var writing = Task.Run(() => WriteAsync(stores, commits, over.Token));
        await Task.Delay(Alone);
        var began = Stopwatch.GetTimestamp();
        var clock = new Fixed(ChinaTime.StartUtc(keptFrom.AddMonths(1)).AddDays(3));
        var said = await DeleteExpired.RunAsync(stores, new(1, 1), clock, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await over.CancelAsync();
        await writing;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left (frames readings): {said}, in {took:0.0} s"));
        Tell("writers alone", commits.Where(commit => commit.At < began).Select(commit => commit.Ms));
        Tell("writers beside it", commits.Where(commit => commit.At >= began).Select(commit => commit.Ms));
        await LookupAsync(store, await NumbersAsync(store));
        store.Release();
    }

    private static async Task WriteAsync(MonitoringStores stores, List<(long At, double Ms)> commits, CancellationToken ct)
    {
        var devices = Enumerable.Range(0, FramesATime).Select(number => new SimulatedDevice(Hj212.Simulation.DeviceKind.Air, number, 1, default)).ToList();
        using var timer = new PeriodicTimer(Between);
        while (!ct.IsCancellationRequested)
        {
            var now = ChinaTime.NowUtc(TimeProvider.System);
            var journal = new FrameJournal(stores.Journal, FramesATime, TimeProvider.System, NullLogger.Instance);
            foreach (var device in devices)
            {
                var frame = FrameReader.Read(device.Send(ChinaTime.CivilOf(now)).Bytes.Span, ended: true).Frame;
                await journal.TakeAsync(JournalEntry.Of(frame, new Segment(frame.Segment), now, "127.0.0.1:1")!, CancellationToken.None);
            }

            journal.Close();
            var began = Stopwatch.GetTimestamp();
            await journal.RunAsync(CancellationToken.None);
            commits.Add((began, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
            _ = await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<List<long>> NumbersAsync(Store store)
    {
        await using var session = await BulkSession.OpenAsync(store, DataPart.Journal, CancellationToken.None);
        var (first, newest) = (session.Number(SeriesSql.NextFrame, 0L), session.Number(SeriesSql.NewestFrame));
        return [.. Enumerable.Range(0, Lookups).Select(place => first + ((newest - first) * ((place * 7919L) % Lookups) / Lookups))];
    }

    private static async Task LookupAsync(Store store, List<long> numbers)
    {
        await using var session = await BulkSession.OpenAsync(store, DataPart.Journal, CancellationToken.None);
        var times = new List<double>();
        foreach (var number in numbers)
        {
            var began = Stopwatch.GetTimestamp();
            using (var rows = session.Rows(SeriesSql.FrameOf, number))
            {
                _ = rows.Next();
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Tell("a frame by its number", times);
    }

    private static void Tell(string what, IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {sorted.Count}, p50 {sorted[sorted.Count / 2]:0.00} ms, p99 {sorted[sorted.Count * 99 / 100]:0.00} ms, most {sorted[^1]:0.00} ms"));
    }

    private sealed class Fixed(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
