using Lanshao.CommandLine;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;
using Lanshao.Standards.Air;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Files of hourly values to the series of stations: read side by side, stations of the same name joined, the first value of an hour kept.</summary>
internal sealed class AirFiles
{
    private const int MicrogramDecimals = 3;

    private AirFiles(IReadOnlyList<HourlyTable> tables, IReadOnlyList<HourlyStation> stations, int duplicates) => (Tables, Stations, Duplicates) = (tables, stations, duplicates);

    public IReadOnlyList<HourlyTable> Tables { get; }

    public IReadOnlyList<HourlyStation> Stations { get; }

    /// <summary>Gets rows and values for hours that were there already, within and across files.</summary>
    public int Duplicates { get; }

    public static Outcome<AirFiles> Read(IReadOnlyList<FileInfo> files, HourlyProfile? profile, CancellationToken ct)
    {
        var read = new Outcome<HourlyTable>[files.Count];
        SideBySide.Each(files.Count, i => read[i] = HourlyFiles.Read(files[i], profile, ct));
        var tables = new List<HourlyTable>(read.Length);
        foreach (var table in read)
        {
            if (table.IsRefused)
            {
                return table.Refusal;
            }

            tables.Add(table.Value);
        }

        return Join(tables);
    }

    /// <summary>The series of the stations within the chosen days; without a choice each station's own days.</summary>
    public List<HourlySeries> Series(DateOnly? from, DateOnly? to) =>
        [.. Stations.Select(station => Series(station, from?.DayNumber ?? station.FirstDay, to?.DayNumber ?? station.FirstDay + station.Days - 1)).OfType<HourlySeries>()];

    private static AirFiles Join(IReadOnlyList<HourlyTable> tables)
    {
        var stations = new List<HourlyStation>();
        var byName = new Dictionary<string, HourlyStation>(StringComparer.Ordinal);
        var duplicates = tables.Sum(table => table.Duplicates);
        foreach (var station in tables.SelectMany(table => table.Stations))
        {
            if (byName.TryGetValue(station.Name, out var known))
            {
                duplicates += known.Merge(station);
            }
            else
            {
                byName.Add(station.Name, station);
                stations.Add(station);
            }
        }

        return new(tables, [.. stations.Where(station => station.Days > 0)], duplicates);
    }

    private static HourlySeries? Series(HourlyStation station, int from, int to)
    {
        if (to < from)
        {
            return null;
        }

        var columns = new HourlyColumn?[AirItems.Basic.Count];
        for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
        {
            if (station[AirItems.NameOf(item)] is { } values)
            {
                columns[(int)item] = Column(values, station, from, to, item == AirItem.Co && station.IsCoInMicrograms);
            }
        }

        return new(station.Name, DateOnly.FromDayNumber(from), columns);
    }

    private static HourlyColumn Column(HourlyValues values, HourlyStation station, int from, int to, bool isMicrograms)
    {
        var (skip, hours) = ((from - station.FirstDay) * OzoneDay.Hours, (to - from + 1) * OzoneDay.Hours);
        if (values.IsPlain || values.Decimals + (isMicrograms ? MicrogramDecimals : 0) > HourlyColumn.MostDecimals)
        {
            var plain = Within<decimal?>(values.Plain(), skip, hours, null);
            return HourlyColumn.OfDecimals(isMicrograms ? [.. plain.ToArray().Select(value => value / 1000m)] : plain.ToArray());
        }

        return HourlyColumn.OfScaled(Within(values.Scaled, skip, hours, HourlyColumn.Missing), values.Decimals + (isMicrograms ? MicrogramDecimals : 0));
    }

    private static ReadOnlyMemory<T> Within<T>(ReadOnlyMemory<T> values, int skip, int hours, T missing)
    {
        if (skip >= 0 && skip + hours <= values.Length)
        {
            return values.Slice(skip, hours);
        }

        var padded = new T[hours];
        padded.AsSpan().Fill(missing);
        var (start, end) = (Math.Max(skip, 0), Math.Min(skip + hours, values.Length));
        if (end > start)
        {
            values.Span[start..end].CopyTo(padded.AsSpan(start - skip));
        }

        return padded;
    }
}
