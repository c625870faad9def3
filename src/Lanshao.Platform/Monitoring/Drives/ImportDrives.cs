using System.Globalization;
using Lanshao.Documents.Tracks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>导入TSP走航 by the one staging engine: a GPX track with a TSP reading at each point, or a plain table of points. A minute of the drive is a row; the same minute of the same route again corrects it.</summary>
public static class ImportDrives
{
    public const string Code = "drives";

    /// <summary>The name of the route; without it the file's name.</summary>
    public const string RouteArgument = "route";

    /// <summary>The finding that counts points.</summary>
    public const string PointCounts = "MON-114";

    private const string NoTrack = "MON-112";
    private const string WrongCell = "MON-113";
    private const string TimeHead = "时间";
    private const string LongitudeHead = "经度";
    private const string LatitudeHead = "纬度";
    private const string TspHead = "TSP";
    private static readonly SheetTables Sheet = new([TimeHead, LongitudeHead, LatitudeHead, TspHead], NoTrack, WrongCell);

    public static ImportKind<DriveMinuteRow> Kind { get; } = new(Code, Permissions.IndicatorsImport)
    {
        Read = (_, source, ct) => Task.FromResult(LinesOf(source, ct).Then<ImportReading<DriveMinuteRow>>(lines => Minutes(lines, source))),
        CurrentOf = async (db, keys, ct) => (await OfKeys(db.Set<DriveMinute>().AsNoTracking(), keys).Where(minute => minute.VoidedUtc == null).ToListAsync(ct)).Select(DriveMinuteRow.Of).Where(row => keys.Contains(row.Key)).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static Outcome<List<SourceRow<DriveLine>>> LinesOf(ImportSource source, CancellationToken ct)
    {
        if (!GpxReader.IsTrack(source.File.Bytes, source.File.Name))
        {
            return Sheet.Read(source, Code, Line, ct).Then<List<SourceRow<DriveLine>>>(reading => reading.Rows.ToList());
        }

        var points = GpxReader.Read(source.File.Bytes, source.File.Name, TspHead, source.Limits);
        return points.Any(point => point.Reading.Length > 0) ? points.Select(OfTrack).ToList()
            : Refusal.Unreadable(NoTrack, ("file", source.File.Name), ("missing", TspHead), ("expected", "trkpt（lon、lat、time、tsp）"));
    }

    private static (string Key, DriveLine Line) Line(SheetLine line)
    {
        var atUtc = line.Instant(TimeHead, required: true) ?? DateTime.UnixEpoch;
        return (string.Empty, new(atUtc, Degrees(line, LongitudeHead, DrivePoint.West, DrivePoint.East), Degrees(line, LatitudeHead, DrivePoint.South, DrivePoint.North), line.Number(TspHead, 0, DrivePoint.MostTsp, required: false)));
    }

    private static decimal Degrees(SheetLine line, string head, decimal least, decimal most)
    {
        if (DrivePoint.Degrees(line.Text(head), least, most) is { } degrees)
        {
            return degrees;
        }

        line.Wrong(head, line.Text(head), Bounds(least, most));
        return least;
    }

    private static SourceRow<DriveLine> OfTrack(GpxPoint point)
    {
        var (where, wrong) = (string.Create(CultureInfo.InvariantCulture, $"第{point.Number}个测点"), new List<Finding>());
        var isTime = DateTimeOffset.TryParse(point.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1991 and < 2200;
        var (longitude, latitude) = (DrivePoint.Degrees(point.Longitude, DrivePoint.West, DrivePoint.East), DrivePoint.Degrees(point.Latitude, DrivePoint.South, DrivePoint.North));
        var tsp = DrivePoint.Degrees(point.Reading, 0, DrivePoint.MostTsp);
        foreach (var (isRight, head, found, expected) in new[]
        {
            (isTime, TimeHead, point.Time, "2024-07-15T00:30:00Z"), (longitude is not null, LongitudeHead, point.Longitude, Bounds(DrivePoint.West, DrivePoint.East)),
            (latitude is not null, LatitudeHead, point.Latitude, Bounds(DrivePoint.South, DrivePoint.North)), (tsp is not null || point.Reading.Length == 0, TspHead, point.Reading, Bounds(0, DrivePoint.MostTsp)),
        })
        {
            if (!isRight)
            {
                wrong.Add(new(WrongCell, Severity.Error, new Dictionary<string, string> { ["where"] = where, ["heading"] = head, ["found"] = found, ["expected"] = expected }, where));
            }
        }

        return new(where, string.Empty, [point.Time, point.Longitude, point.Latitude, point.Reading], wrong.Count > 0 ? null : new(at.UtcDateTime, longitude!.Value, latitude!.Value, tsp), wrong);
    }

    private static string Bounds(decimal least, decimal most) => string.Create(CultureInfo.InvariantCulture, $"{least}—{most}");

    // A point without a reading is no row: a receiver writes many. Of two in one second the first stays.
    private static ImportReading<DriveMinuteRow> Minutes(List<SourceRow<DriveLine>> lines, ImportSource source)
    {
        var route = RouteOf(source);
        var read = lines.Where(line => line.Row?.TspUgPerM3 is not null).Select(line => line.Row!.ToPoint()).ToList();
        var points = read.DistinctBy(point => point.AtUtc).OrderBy(point => point.AtUtc).ToList();
        var rows = points.GroupBy(point => DrivePoint.MinuteOf(point.AtUtc)).Select(minute => Minute(new(route, minute.Key, DrivePoint.Write(minute)))).ToList();
        var broken = lines.Where(line => line.Row is null).Select(line => new SourceRow<DriveMinuteRow>(line.Where, string.Empty, line.Raw, null, line.Findings)).ToList();
        var counts = new Dictionary<string, string>
        {
            ["points"] = Text(points.Count),
            ["minutes"] = Text(rows.Count),
            ["duplicates"] = Text(read.Count - points.Count),
            ["empty"] = Text(lines.Count - broken.Count - read.Count),
            ["rejected"] = Text(broken.Count),
        };
        return new(Code, source.File.Name, [.. rows, .. broken], [new(PointCounts, Severity.Note, counts)]);
    }

    private static SourceRow<DriveMinuteRow> Minute(DriveMinuteRow row) =>
        new($"{row.Route} {ChinaTime.CivilOf(row.MinuteUtc):yyyy-MM-dd HH:mm}", row.Key, [row.Route, $"{ChinaTime.CivilOf(row.MinuteUtc):yyyy-MM-dd HH:mm}", Text(row.Count)], row, []);

    private static string RouteOf(ImportSource source)
    {
        var route = source.Arguments.GetValueOrDefault(RouteArgument) is { Length: > 0 } said ? said : Path.GetFileNameWithoutExtension(source.File.Name);
        return route.Length <= DriveMinute.LongestRoute ? route : route[..DriveMinute.LongestRoute];
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<DriveMinuteRow> writing, CancellationToken ct)
    {
        var known = (await OfKeys(db.Set<DriveMinute>(), [.. writing.Changes.Select(change => change.Key)]).ToListAsync(ct)).ToDictionary(minute => DriveMinuteRow.Of(minute).Key, StringComparer.Ordinal);
        writing.Write(db, known, minute => minute.Void(writing.AtUtc), (minute, row, batch) => minute.Set(row, batch), DriveMinute.Of);
        return null;
    }

    // A key begins with its minute; a row that could not be read has none.
    private static IQueryable<DriveMinute> OfKeys(IQueryable<DriveMinute> minutes, IReadOnlyCollection<string> keys)
    {
        var times = keys.Where(key => key.Length > 0).Select(DriveMinuteRow.MinuteOf).ToList();
        var (first, last) = times.Count == 0 ? (DateTime.UnixEpoch, DateTime.UnixEpoch) : (times.Min(), times.Max());
        return minutes.Where(minute => minute.MinuteUtc >= first && minute.MinuteUtc <= last);
    }

    private sealed record DriveLine(DateTime AtUtc, decimal LongitudeDeg, decimal LatitudeDeg, decimal? TspUgPerM3)
    {
        public DrivePoint ToPoint() => new(new DateTime(AtUtc.Ticks - (AtUtc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc), LongitudeDeg, LatitudeDeg, TspUgPerM3!.Value);
    }
}
