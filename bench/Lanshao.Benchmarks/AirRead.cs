using System.Diagnostics;
using Lanshao.Documents.Hourly;

namespace Lanshao.Benchmarks;

/// <summary><c>air-read FOLDER [ROUNDS]</c>: all CSV of hours in a folder to series, by the reader that the program runs, on all cores.</summary>
internal static class AirRead
{
    public static void Run(string folder, int rounds)
    {
        var files = Directory.GetFiles(folder, "*.csv");
        var megabytes = files.Sum(file => new FileInfo(file).Length) / 1e6;
        var times = Enumerable.Range(0, rounds).Select(_ => Measure(files)).Order().ToArray();
        Console.WriteLine(FormattableString.Invariant($"{files.Length} files, {megabytes:0} MB: best {times[0]:0.000} s, median {times[rounds / 2]:0.000} s"));
    }

    private static double Measure(string[] files)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        var values = 0L;
        Parallel.ForEach(files, file =>
        {
            using var stream = File.OpenRead(file);
            Interlocked.Add(ref values, HourlyReader.Read(stream, Path.GetFileName(file)).Values);
        });
        GC.KeepAlive(values);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
