using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>导入小时数据 of other stations than those of air: a station and hour a row in the table, a day of a station a row of the import. What is there already stays, unless the clerk says that the table corrects earlier imports; what a device reported always stays.</summary>
/// <param name="code">The stable code of the import.</param>
/// <param name="items">The items.</param>
/// <param name="needed">The columns of items without which a file is no such table.</param>
public sealed class ImportStationHours(string code, HourItems items, params IReadOnlyList<string> needed)
{
    private const string StationHead = "站点";
    private const string TimeHead = "时间";
    private readonly SheetTables _sheet = new([StationHead, TimeHead, .. needed], "MON-100", "MON-101");

    /// <summary>Gets 导入声环境小时数据.</summary>
    public static ImportStationHours Noise { get; } = new("noise-hours", HourItems.Noise, HourItems.Leq);

    /// <summary>Gets 导入气象小时数据.</summary>
    public static ImportStationHours Weather { get; } = new("weather-hours", HourItems.Weather, "风速", "风向");

    /// <summary>Gets the items.</summary>
    public HourItems Items => items;

    /// <summary>Gets the kind, as the staging engine runs it.</summary>
    public ImportKind<ReadingDay> Kind => field ??= KindOf(new(items));

    private ImportKind<ReadingDay> KindOf(StoredDays days) =>
        new(code, Permissions.DevicesEdit) { Read = ReadAsync, CurrentOf = days.CurrentOfAsync, Write = days.WriteAsync, Prepare = days.RegisterAsync, LiesApart = true };

    private async Task<Outcome<ImportReading<ReadingDay>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var read = ImportReadings.TierRefusal(source) is { } refusal ? refusal : _sheet.Read(source, code, Row, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var stations = await StationNames.ReadAsync(db, ct);
        var series = await Store.BesideAsync(db, DataPart.Series, ct);
        if (series.IsRefused)
        {
            return series.Refusal;
        }

        await using var session = await BulkSession.OpenAsync(series.Value, DataPart.Series, ct);
        var beside = new StationHours(session, stations, items, source.Arguments.GetValueOrDefault(ImportReadings.CorrectsArgument) == "1");
        var rows = beside.Rows(read.Value.Rows, ct);
        return new ImportReading<ReadingDay>(code, source.File.Name, rows, ImportReadings.FindingsOf(source, rows, stations, beside.Counts));
    }

    private (string Key, StationHour Row) Row(SheetLine line)
    {
        var (station, startUtc) = (line.Filled(StationHead, 1, Device.LongestName), line.Instant(TimeHead, required: true) ?? DateTime.UnixEpoch);
        if (startUtc.Ticks % TimeSpan.TicksPerHour != 0)
        {
            line.Wrong(TimeHead, line.Text(TimeHead), "整点时间，如 2024-07-15 08:00");
        }

        return (station, new(station, startUtc, [.. items.All.Select(item => line.Number(item.Word, item.Least, item.Most, required: false))]));
    }
}

/// <summary>One hour of a station as a table says it.</summary>
/// <param name="Station">The station as the table names it.</param>
/// <param name="StartUtc">When the hour begins.</param>
/// <param name="Values">By item; null where the table says none.</param>
internal sealed record StationHour(string Station, DateTime StartUtc, IReadOnlyList<decimal?> Values);
