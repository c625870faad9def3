using System.Diagnostics;
using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Benchmarks;

/// <summary><c>air-year [STATIONS]</c>: a year of hours of six items at many stations, resident, to all figures; beside the plain decimal functions on a few of them.</summary>
internal static class AirYear
{
    private const int Year = 2025;
    private const int Rounds = 7;
    private const int PlainStations = 4;

    public static void Run(int stations)
    {
        var series = Enumerable.Range(0, stations).Select(Series).ToArray();
        var values = (long)stations * series[0].Days * OzoneDay.Hours * AirItems.Basic.Count;
        var times = Enumerable.Range(0, Rounds).Select(_ => Measure(series)).Order(Comparer<(double Wall, double Cpu)>.Create((one, other) => one.Wall.CompareTo(other.Wall))).ToArray();
        var (wall, cpu) = times[0];
        var plain = Plain(series[..Math.Min(PlainStations, stations)]) * stations / Math.Min(PlainStations, stations);
        Console.WriteLine(FormattableString.Invariant(
            $"{stations} stations, {values / 1e6:0.0} M values: best {wall:0.000} s (median {times[Rounds / 2].Wall:0.000} s), {cpu:0.000} s of processor on {Environment.ProcessorCount} cores; plain functions {plain:0.0} s, ratio {plain / wall:0}; peak {Peak()} MB"));
    }

    /// <summary>Days, 8-hour means, indices, months to year, percentiles, composite index and places: the kernel that the program runs.</summary>
    private static (double Wall, double Cpu) Measure(HourlySeries[] series)
    {
        GC.Collect();
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var sums = new decimal?[series.Length];
        Parallel.For(0, series.Length, i =>
        {
            var periods = AirEvaluation.Of(series[i], AirOptions.Default).Periods().ToList();
            sums[i] = periods[0].CompositeIndex?.Exact;
        });
        var places = Ranking.Places(sums, RankOrder.SmallestFirst);
        GC.KeepAlive(places);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    /// <summary>The same daily values and percentiles by the plain functions, on one core.</summary>
    private static double Plain(HourlySeries[] series)
    {
        var rules = AirRules.All[0];
        var started = Stopwatch.GetTimestamp();
        foreach (var station in series)
        {
            foreach (var item in AirItems.Basic)
            {
                var column = station[item]!;
                var hours = Enumerable.Range(0, column.Length).Select(hour => column[hour]).ToArray();
                var days = Enumerable.Range(0, station.Days).Select(day => item == AirItem.O3
                    ? OzoneDay.Compute(hours.AsSpan(day * OzoneDay.Hours, OzoneDay.Hours), rules, 160m).Exact
                    : DailyMean.Compute(hours.AsSpan(day * OzoneDay.Hours, OzoneDay.Hours), rules).Exact).ToArray();
                GC.KeepAlive(Percentile.Compute(days.OfType<decimal>(), rules.Percentile(item)));
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static HourlySeries Series(int station)
    {
        var random = new Random(station);
        var hours = 365 * OzoneDay.Hours;
        return new($"S{station}", new(Year, 1, 1), AirItems.Basic.ToDictionary(item => item, _ => HourlyColumn.OfScaled(Enumerable.Range(0, hours).Select(_ => random.Next(50) == 0 ? HourlyColumn.Missing : random.Next(2_000)).ToArray(), 1)));
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
