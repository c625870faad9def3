using System.Diagnostics;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Benchmarks;

/// <summary><c>series [READINGS] [FOLDER]</c>: what pages ask of a store that holds many readings: the latest value of 10,000 stations, a year of one station's hours, a month's ranking of 18 areas. A folder that is named is kept, and used again.</summary>
internal static class SeriesSpeed
{
    private const int Stations = 10_000;
    private const int Areas = 18;
    private const int HoursAYear = 8_784;
    private const int MinutesAnHour = 60;
    private const int Rounds = 20;
    private const string Factor = "a34004";
    private static readonly DateTime Begin = new(2023, 12, 31, 16, 0, 0, DateTimeKind.Utc);

    private const string Fill =
        """
        WITH RECURSIVE m(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM m WHERE i + 1 < $3)
        INSERT OR IGNORE INTO reading (device_number, factor, span, start_utc, number, flag, is_valid, doubt_bits, frame_seq, revision)
        SELECT $1, 'a34004', 'Realtime', $2 + (i * 60000), 10000000 + (($1 * 7919 + i * 104729) % 90000000), 'N', 1, 0, 1, 1 FROM m
        """;

    private const string FillSums =
        """
        WITH RECURSIVE m(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM m WHERE i + 1 < $4)
        INSERT OR IGNORE INTO rollup (device_number, factor, span, start_utc, source, sum, count, least, most, present, expected, is_valid)
        SELECT $1, 'a34004', $2, $3 + (i * 3600000), 'Realtime', 60 * (10000000 + (($1 * 7919 + i * 104729) % 90000000)), 60, 1, 2, 60, 60, 1 FROM m
        """;

    private const string FillLatest = "INSERT OR IGNORE INTO latest_reading (factor, device_number, start_utc, number, flag, is_valid) SELECT factor, device_number, start_utc, number, flag, is_valid FROM reading WHERE device_number = $1 AND factor = 'a34004' AND span = 'Realtime' ORDER BY start_utc DESC LIMIT 1";

    public static async Task RunAsync(int readings, string? path)
    {
        var full = path ?? Directory.CreateTempSubdirectory("lanshao-series-").FullName;
        var folder = (await DataFolder.OpenAsync(full, create: true, null, CancellationToken.None)).Value!;
        var stores = (await MonitoringStores.OpenAsync(folder, CancellationToken.None)).Value!;
        var began = Stopwatch.GetTimestamp();
        await FillAsync(stores, readings / Stations);
        Console.WriteLine(FormattableString.Invariant($"filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; {new FileInfo(Path.Combine(full, "series.db")).Length >> 20} MB"));
        await using (var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, CancellationToken.None))
        {
            Console.WriteLine(FormattableString.Invariant($"{session.Number(SeriesSql.CountReadings)} readings stored"));
            Tell("latest value of 10,000 stations", () => ReadLatest(session));
            Tell("a year of one station's hours", () => ReadYear(session));
        }

        await using var db = stores.Series.NewContext();
        Tell($"a month's ranking of {Areas} areas", () => RankAsync(db).GetAwaiter().GetResult());
        folder.Release();
        if (path is null)
        {
            Directory.Delete(full, recursive: true);
        }
    }

    private static async Task FillAsync(MonitoringStores stores, int each)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, CancellationToken.None);
        if (session.Number("SELECT COUNT(*) FROM rollup WHERE span = 'Month'") == Stations)
        {
            return;
        }

        for (var first = 1; first <= Stations; first += 100)
        {
            await session.BeginAsync(CancellationToken.None);
            for (var station = first; station < first + 100; station++)
            {
                _ = session.Execute(Fill, station, Begin, each);
                _ = session.Execute(FillSums, station, RollupSpan.Month, Begin, 1);
                _ = session.Execute(FillSums, station, RollupSpan.Hour, Begin, Math.Max(1, each / MinutesAnHour));
                _ = session.Execute(FillLatest, station);
            }

            await session.CommitAsync(CancellationToken.None);
        }

        await session.BeginAsync(CancellationToken.None);
        _ = session.Execute(FillSums, 1, RollupSpan.Hour, Begin, HoursAYear);
        await session.CommitAsync(CancellationToken.None);
    }

    private static int ReadLatest(BulkSession session)
    {
        var (count, sum) = (0, 0L);
        using var rows = session.Rows(SeriesSql.LatestOf, Factor);
        while (rows.Next())
        {
            sum += rows.Number(2);
            count++;
        }

        return sum > 0 && count == Stations ? count : throw new InvalidOperationException("A station has no value.");
    }

    private static int ReadYear(BulkSession session)
    {
        var count = 0;
        using var rows = session.Rows(SeriesSql.SumsOf, 1, Factor, RollupSpan.Hour, Begin, Begin.AddHours(HoursAYear));
        while (rows.Next())
        {
            count += rows.Number(1) / rows.Count(2) > 0 && rows.InstantUtc(0) >= Begin ? 1 : 0;
        }

        return count == HoursAYear ? count : throw new InvalidOperationException("An hour is missing.");
    }

    // A station in each area, as the sheet of a month asks: means unrounded, then ranked.
    private static async Task<int> RankAsync(LanshaoContext db)
    {
        var numbers = Enumerable.Range(1, Areas).ToList();
        var months = await db.Set<Rollup>().AsNoTracking()
            .Where(rollup => numbers.Contains(rollup.DeviceNumber) && rollup.Factor == Factor && rollup.Span == RollupSpan.Month && rollup.StartUtc == Begin).ToListAsync();
        var ranks = Ranking.Places([.. months.Select(month => month.Mean)], RankOrder.SmallestFirst);
        return ranks.Count;
    }

    private static void Tell(string what, Func<int> run)
    {
        var (waits, used) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (began, usedBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            _ = run();
            used.Add((Environment.CpuUsage.TotalTime - usedBefore).TotalMilliseconds);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var first = waits[0];
        waits.Sort();
        used.Sort();
        Console.WriteLine(FormattableString.Invariant($"{what}: first {first:0.0} ms, median of {Rounds} {waits[Rounds / 2]:0.0} ms, least {waits[0]:0.0} ms; processor time, median {used[Rounds / 2]:0.0} ms"));
    }
}
