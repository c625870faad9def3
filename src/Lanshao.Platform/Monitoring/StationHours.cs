using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>Hours of a table laid beside what the store holds: each day of a station becomes the row that the store would hold after it.</summary>
/// <param name="session">On the part of the series; reads only.</param>
/// <param name="stations">The register.</param>
/// <param name="items">The items.</param>
/// <param name="corrects">Whether the table corrects what earlier imports brought; else the first stays.</param>
internal sealed class StationHours(BulkSession session, StationNames stations, HourItems items, bool corrects)
{
    private readonly HourMerge _merge = new(corrects);
    private int _duplicates;
    private int _rejected;

    /// <summary>Gets the counts of values, as arguments of the finding that tells them.</summary>
    public Dictionary<string, string> Counts => _merge.Counts(_duplicates, ignored: 0, _rejected);

    /// <summary>Returns the rows: days of stations, then the lines that could not be read.</summary>
    public List<SourceRow<ReadingDay>> Rows(IReadOnlyList<SourceRow<StationHour>> lines, CancellationToken ct)
    {
        var rows = new List<SourceRow<ReadingDay>>();
        foreach (var station in lines.Where(line => line.Row is not null).GroupBy(line => line.Row!.Station))
        {
            foreach (var day in station.GroupBy(line => ChinaTime.DayOf(line.Row!.StartUtc)).OrderBy(day => day.Key))
            {
                ct.ThrowIfCancellationRequested();
                rows.AddRange(Day(station.Key, day.Key, [.. day.Select(line => line.Row!)]));
            }
        }

        var broken = lines.Where(line => line.Row is null).ToList();
        _rejected += broken.Count;
        rows.AddRange(broken.Select(line => new SourceRow<ReadingDay>(line.Where, string.Empty, line.Raw, null, line.Findings)));
        return rows;
    }

    private IEnumerable<SourceRow<ReadingDay>> Day(string station, DateOnly day, List<StationHour> hours)
    {
        var (stored, counted) = (ImportedHours.Read(session, stations.NumberOf(station), items, day, days: 1), _merge.Count);
        var row = ReadingDay.Of(station, day, items, item => Merged(hours, item, day, stored));
        var brought = _merge.Count - counted;
        if (row is not null && brought > 0)
        {
            yield return new($"{station} {day:yyyy-MM-dd}", ReadingDay.KeyOf(station, day), [station, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), brought.ToString(CultureInfo.InvariantCulture)], row, []);
        }
    }

    // Of an hour that the table says twice the first stays.
    private ReadOnlySpan<decimal?> Merged(List<StationHour> hours, int item, DateOnly day, ImportedHours stored)
    {
        var (merged, said) = (stored.Imported(item, day).ToArray(), new bool[ReadingDay.HoursADay]);
        foreach (var hour in hours)
        {
            var place = (int)((hour.StartUtc - ChinaTime.StartUtc(day)).Ticks / TimeSpan.TicksPerHour);
            if (hour.Values[item] is not { } value)
            {
                continue;
            }

            if (said[place])
            {
                _duplicates++;
                continue;
            }

            said[place] = true;
            merged[place] = _merge.Decide(value, stored.Imported(item, day)[place], stored.Reported(item, day)[place]);
        }

        return merged;
    }
}
