using System.Globalization;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>A table of hours laid beside what the store holds: each day of a station becomes the row that the store would hold after it.</summary>
/// <param name="session">On the part of the series; reads only.</param>
/// <param name="stations">The register.</param>
/// <param name="corrects">Whether the table corrects what earlier imports brought; else the first stays.</param>
internal sealed class ReadingsTable(BulkSession session, StationNames stations, bool corrects)
{
    private static readonly int Co = HourItems.Air.All.ToList().FindIndex(item => item.Word == "CO");
    private readonly HourMerge _merge = new(corrects);

    /// <summary>Returns the rows: days of stations, then what could not be read.</summary>
    public List<SourceRow<ReadingDay>> Rows(HourlyTable table, CancellationToken ct)
    {
        var rows = new List<SourceRow<ReadingDay>>();
        foreach (var station in table.Stations.Where(station => station.Days > 0))
        {
            ct.ThrowIfCancellationRequested();
            rows.AddRange(Days(station));
        }

        rows.AddRange(table.Rejects.Select(Rejected));
        return rows;
    }

    /// <summary>Returns the counts of values, as arguments of the finding that tells them.</summary>
    public Dictionary<string, string> Counts(HourlyTable table) => _merge.Counts(table.Duplicates, table.Ignored, table.RejectCount);

    private static SourceRow<ReadingDay> Rejected(HourlyReject reject)
    {
        var line = Text(reject.Line);
        var finding = ImportReadings.FindingOf(reject, line);
        return new($"第{line}行", string.Empty, [reject.Column, reject.Found], null, [finding]);
    }

    private IEnumerable<SourceRow<ReadingDay>> Days(HourlyStation station)
    {
        var first = DateOnly.FromDayNumber(station.FirstDay);
        var stored = ImportedHours.Read(session, stations.NumberOf(station.Name), HourItems.Air, first, station.Days);
        var columns = HourItems.Air.All.Select(item => station[item.Word]).ToArray();
        var isCoInMicrograms = station.IsCoInMicrograms;
        for (var place = 0; place < station.Days; place++)
        {
            var (day, hour) = (first.AddDays(place), place * ReadingDay.HoursADay);
            var counted = _merge.Count;
            var row = ReadingDay.Of(station.Name, day, HourItems.Air, item => Merged(columns[item], hour, isCoInMicrograms && item == Co, stored.Imported(item, day), stored.Reported(item, day)));
            var brought = _merge.Count - counted;
            if (row is not null && brought > 0)
            {
                yield return new($"{station.Name} {day:yyyy-MM-dd}", ReadingDay.KeyOf(station.Name, day), [station.Name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(brought)], row, []);
            }
        }
    }

    /// <summary>What the store would hold: its own hours, and those of the table where there is room.</summary>
    private ReadOnlySpan<decimal?> Merged(HourlyValues? values, int hour, bool isMicrograms, ReadOnlySpan<decimal?> imported, ReadOnlySpan<bool> reported)
    {
        var merged = imported.ToArray();
        for (var place = 0; values is not null && place < merged.Length; place++)
        {
            if (values[hour + place] is { } value)
            {
                merged[place] = _merge.Decide(isMicrograms ? value / 1000m : value, imported[place], reported[place]);
            }
        }

        return merged;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
