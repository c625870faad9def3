using System.Diagnostics;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Benchmarks;

/// <summary><c>backfill [READINGS] [FRAMES_A_SECOND]</c>: devices bring a month of their past through the journal while others report the present; how fast the past becomes readings, and how long a live frame waits for its commit.</summary>
internal static class BackFill
{
    private const int MinutesAMonth = 43_200;
    private const int LiveDevices = 500;
    private const int LivePerSecond = 500;

    public static async Task RunAsync(int readings, int perSecond)
    {
        var path = Directory.CreateTempSubdirectory("lanshao-backfill-").FullName;
        var folder = (await DataFolder.OpenAsync(Path.Combine(path, "data"), create: true, null, CancellationToken.None)).Value!;
        var stores = (await MonitoringStores.OpenAsync(folder, CancellationToken.None)).Value!;
        var journal = new FrameJournal(stores.Journal, 20_000, TimeProvider.System, NullLogger.Instance);
        var derivation = new Derivation(stores, TimeProvider.System);
        using var over = new CancellationTokenSource();
        var writing = Task.Run(() => journal.RunAsync(CancellationToken.None));
        var deriving = Task.Run(() => derivation.RunAsync(NullLogger.Instance, over.Token));
        var summing = Task.Run(() => new Rollups(stores, TimeProvider.System).RunAsync(NullLogger.Instance, over.Token));
        var usedBefore = Environment.CpuUsage.TotalTime;
        var (began, frames) = (Stopwatch.GetTimestamp(), readings / LoadFrames.ValuesAFrame);
        using var past = new CancellationTokenSource();
        var live = Task.Run(() => LiveAsync(journal, past.Token));
        await PastAsync(journal, frames, perSecond);
        var brought = Stopwatch.GetElapsedTime(began);
        await past.CancelAsync();
        var waits = await live;
        journal.Close();
        await writing;
        while (derivation.Mark < journal.Newest)
        {
            await Task.Delay(20);
        }

        var derived = Stopwatch.GetElapsedTime(began);
        await over.CancelAsync();
        await deriving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await summing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (used, summed) = (Environment.CpuUsage.TotalTime - usedBefore, await SumAsync(stores));
        var stored = (await StoredCounts.ReadAsync(stores, [], CancellationToken.None)).Readings;
        waits.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{frames} frames of the past brought in {brought.TotalSeconds:0.0} s, {stored} readings derived in {derived.TotalSeconds:0.0} s: {stored / derived.TotalSeconds:0} readings/s; {waits.Count} live frames beside at {LivePerSecond}/s, on disk after p50 {waits[waits.Count / 2]:0.0} ms, p99 {waits[(int)(waits.Count * 0.99)]:0.0} ms, most {waits[^1]:0.0} ms; {used.TotalSeconds:0.0} s of processor time for all of it; {summed} hours summed beside or right after"));
        folder.Release();
        Directory.Delete(path, recursive: true);
    }

    private static async Task<long> SumAsync(MonitoringStores stores)
    {
        _ = await new Rollups(stores, TimeProvider.System).DrainAsync(CancellationToken.None);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, CancellationToken.None);
        return session.Number("SELECT COUNT(*) FROM rollup WHERE span = 'Hour'");
    }

    // As many devices as their months take, each in the order of its time, all side by side.
    private static async Task PastAsync(FrameJournal journal, int frames, int perSecond)
    {
        var devices = Enumerable.Range(0, Math.Max(1, frames / MinutesAMonth)).Select(number => new LoadFrames(LiveDevices + number)).ToArray();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < frames; i++)
        {
            var minute = i / devices.Length;
            await journal.TakeAsync(Entry(devices[i % devices.Length].Frame(TimeSpan.FromMinutes(minute - MinutesAMonth), minute), null), CancellationToken.None);
            if (i / (double)perSecond is var due && i % 50 == 0 && due > Stopwatch.GetElapsedTime(began).TotalSeconds)
            {
                await Task.Delay(5);
            }
        }
    }

    private static async Task<List<double>> LiveAsync(FrameJournal journal, CancellationToken ct)
    {
        var devices = Enumerable.Range(0, LiveDevices).Select(number => new LoadFrames(number)).ToArray();
        var (waits, began) = (new List<double>(), Stopwatch.GetTimestamp());
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            var (frame, at) = (devices[i % LiveDevices].Frame(TimeSpan.FromSeconds(i / LivePerSecond), i / LiveDevices), Stopwatch.GetTimestamp());
            await journal.TakeAsync(Entry(frame, _ => waits.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds)), CancellationToken.None);
            if (i / (double)LivePerSecond > Stopwatch.GetElapsedTime(began).TotalSeconds)
            {
                await Task.Delay(2, CancellationToken.None);
            }
        }

        return waits;
    }

    private static JournalEntry Entry(byte[] bytes, Action<JournalEntry>? committed)
    {
        var frame = FrameReader.Read(bytes, ended: true).Frame;
        return JournalEntry.Of(frame, new Segment(frame.Segment), ChinaTime.NowUtc(TimeProvider.System), "127.0.0.1:1")! with { Committed = committed };
    }
}
