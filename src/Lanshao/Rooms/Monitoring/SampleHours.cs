using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The hours of the demonstration: stations named 演示, reckoned by a rule that looks like a northern town and is no measurement, brought in by the import that every table goes through.</summary>
internal static class SampleHours
{
    private const int Rounds = 3;
    private const int LastDayOfRound = 20;

    // Who has just started the demonstration wants its first pages before its past.
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(10);
    private static readonly string[] Items = ["PM2.5", "PM10", "SO2", "NO2", "CO", "O3"];

    // By month: µg/m³, CO in tenths of mg/m³.
    private static readonly int[][] Monthly =
    [
        [52, 50, 46, 36, 28, 26, 27, 25, 29, 38, 48, 50],
        [78, 80, 92, 88, 70, 56, 48, 44, 54, 68, 80, 78],
        [6, 5, 4, 4, 3, 3, 2, 2, 3, 3, 4, 5],
        [46, 40, 36, 30, 25, 21, 19, 21, 27, 36, 43, 46],
        [9, 8, 7, 6, 5, 5, 5, 5, 6, 7, 8, 9],
        [42, 58, 76, 92, 112, 124, 114, 106, 88, 60, 42, 36],
    ];

    // Stations tell an hour some minutes after it is over.
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromMinutes(5);

    /// <summary>Imports the hours that are over, then every hour that passes, until it is stopped.</summary>
    public static async Task ImportAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await Task.Delay(HeadStart, clock, ct);
        await ImportPastAsync(folder, clock, ct);
        for (var isFirst = true; ; isFirst = false)
        {
            await TellAsync(folder, isFirst, clock, ct);
            var now = ChinaTime.NowUtc(clock);
            await Task.Delay(now.Date.AddHours(now.Hour + 1) + AfterTheHour - now, clock, ct);
        }
    }

    /// <summary>Imports the hours of today that are over, and at first and past midnight those of the day before; not those of another year, from which levels are reckoned anew.</summary>
    internal static async Task TellAsync(DataFolder folder, bool isFirst, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return;
        }

        var now = ChinaTime.CivilOf(ChinaTime.NowUtc(clock));
        var today = DateOnly.FromDateTime(now);
        var yesterday = today.AddDays(-1);
        foreach (var (day, hours) in (isFirst || now.Hour == 0) && yesterday.Year == today.Year ? [(yesterday, 24), (today, now.Hour)] : new[] { (today, now.Hour) })
        {
            foreach (var alike in SampleStation.Of(pack.Value.District.Subdistricts).Index().GroupBy(station => station.Item.Items))
            {
                var tables = alike.Select(station => Table(station.Item, station.Index, day, day, hours)).ToList();
                var text = string.Concat(tables.Select((table, at) => at == 0 ? table : table[(table.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
                var source = new ImportSource(IncomingFile.Of(string.Create(CultureInfo.InvariantCulture, $"演示站{alike.Key}项 {day:yyyy-MM-dd} 小时值（演示）.csv"), Encoding.UTF8.GetBytes(text)));
                _ = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportReadings.Kind, source, "text/csv", Actor.System, clock, ct);
            }
        }
    }

    // Once: a later start brings none.
    private static async Task ImportPastAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || (await ImportQueries.ListAsync(db, ImportReadings.Code, null, 1, ct)).Rows.Count > 0)
        {
            return;
        }

        var now = ChinaTime.CivilOf(ChinaTime.NowUtc(clock));
        var today = DateOnly.FromDateTime(now);
        foreach (var (place, station) in SampleStation.Of(pack.Value.District.Subdistricts).Index())
        {
            var source = new ImportSource(IncomingFile.Of($"{station.Name} 小时值（演示）.csv", Encoding.UTF8.GetBytes(Table(station, place, station.FirstDay(today), today, now.Hour))));
            _ = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportReadings.Kind, source, "text/csv", Actor.System, clock, ct);
        }

        await ComputeAsync(folder, today, clock, ct);
    }

    // What every morning computes of the last weeks and rounds, so that the first day has a bulletin and a review too.
    private static async Task ComputeAsync(DataFolder folder, DateOnly today, TimeProvider clock, CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(folder, ct);
        if (stores.IsRefused)
        {
            return;
        }

        await using var db = folder.Store.NewContext();
        foreach (var week in ComputeWeek.WeeksBefore(today))
        {
            _ = await ComputeWeek.RunAsync(db, stores.Value, week, Actor.System, clock, ct);
        }

        for (var back = 0; back < Rounds; back++)
        {
            var last = new DateOnly(today.Year, today.Month, LastDayOfRound).AddMonths(-back);
            if (last < today)
            {
                _ = await SaveReviewPeriod.RunAsync(db, new(last.Month, "pm25", last.AddMonths(-1).AddDays(1), last, "演示点评周期通知", string.Empty, 0), Actor.System, clock, ct);
            }
        }

        _ = await PublishRounds.RunAsync(db, stores.Value, today, Actor.System, clock, ct);
    }

    /// <summary>Returns the hours of a station between two days, both included, and of the last only so many.</summary>
    internal static string Table(SampleStation station, int place, DateOnly first, DateOnly last, int hoursOfLast = 24)
    {
        var text = new StringBuilder("站点,时间,").AppendJoin(',', Items.Take(station.Items)).Append('\n');
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            for (var hour = 0; hour < (day == last ? hoursOfLast : 24); hour++)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"{station.Name},{day:yyyy-MM-dd} {hour:00}:00");
                for (var item = 0; item < station.Items; item++)
                {
                    _ = text.Append(',').Append(Cell(place, station.Level, item, day, hour, last.Year));
                }

                _ = text.Append('\n');
            }
        }

        return text.ToString();
    }

    // One hour in eighty is missing, and a whole day now and then.
    private static string Cell(int station, int level, int item, DateOnly day, int hour, int lastYear)
    {
        if (Noise(station, item, (day.DayNumber * 24) + hour) % 80 == 0 || Noise(station, item, day.DayNumber) % 150 == 0)
        {
            return string.Empty;
        }

        var value = Monthly[item][day.Month - 1] * Weather(item, day) * OfHour(item, hour) * (100 + (3 * (lastYear - day.Year))) * (level / 100_000_000m);
        var shaken = value * (90 + (Noise(station, item, (day.DayNumber * 24) + hour) % 21)) / 100m;
        return item == 4
            ? (Rounding.HalfEven(Math.Max(shaken, 1m), 0) / 10m).ToString("0.0", CultureInfo.InvariantCulture)
            : Rounding.HalfEven(Math.Max(shaken, 1m), 0).ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>Per cent of the month's level: stretches of some days, the same at all stations; ozone goes the other way.</summary>
    private static int Weather(int item, DateOnly day) => item == 5 ? 130 - (SpellOf(day) / 5) : SpellOf(day);

    /// <summary>Returns per cent of the month's level on a day, without ozone.</summary>
    internal static int SpellOf(DateOnly day) => (Noise(7, 0, day.DayNumber / 4) % 100) switch { < 12 => 210, < 35 => 130, < 75 => 85, _ => 45 };

    /// <summary>Per cent of the day's level.</summary>
    private static int OfHour(int item, int hour) => item == 5 ? 40 + (hour is >= 8 and <= 20 ? (7 - Math.Abs(hour - 14)) * 16 : 0) : 90 + (hour is >= 7 and <= 9 or >= 19 and <= 23 ? 25 : 0);

    private static int Noise(int station, int item, int place)
    {
        unchecked
        {
            var mixed = ((uint)station * 374761393u) + ((uint)item * 668265263u) + ((uint)place * 2246822519u);
            mixed = (mixed ^ (mixed >> 15)) * 2654435761u;
            return (int)((mixed ^ (mixed >> 13)) >> 1);
        }
    }
}
