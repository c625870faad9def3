using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>A segment as one drive passed it.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Points">The points on it, in the order of time.</param>
public sealed record DriveSegment(RoadSegment Segment, IReadOnlyList<DrivePoint> Points)
{
    /// <summary>Gets the plain mean of the points, exact, µg/m³.</summary>
    public decimal MeanUgPerM3 => Points.Sum(point => point.TspUgPerM3) / Points.Count;

    /// <summary>Gets the highest point, the first of equal ones.</summary>
    public DrivePoint Peak => Points.MaxBy(point => point.TspUgPerM3)!;
}

/// <summary>高值点: points one after the other that are all high.</summary>
/// <param name="Peak">The highest of them.</param>
/// <param name="Segment">Where it lies; null off the registered segments.</param>
/// <param name="FromUtc">When the first of them was read.</param>
/// <param name="ToUtc">When the last was.</param>
public sealed record HighPoint(DrivePoint Peak, RoadSegment? Segment, DateTime FromUtc, DateTime ToUtc)
{
    /// <summary>Gets how long the points stayed high, the second of the first one counted.</summary>
    public int Seconds => (int)(ToUtc - FromUtc).TotalSeconds + 1;
}

/// <summary>TSP走航: one drive along a route, its points matched to the segments that are registered now.</summary>
/// <param name="Route">路线.</param>
/// <param name="Points">The points in the order of time.</param>
/// <param name="Matched">The segment of each; null off the registered ones.</param>
public sealed record Drive(string Route, IReadOnlyList<DrivePoint> Points, IReadOnlyList<RoadSegment?> Matched)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(30);
    private const double FastestMps = 42;

    /// <summary>How far a point may lie from its segment, metres.</summary>
    public const double ReachM = RoadNetwork.ReachM;

    public DateTime FromUtc => Points[0].AtUtc;

    public DateTime ToUtc => Points[^1].AtUtc;

    /// <summary>Gets what the address calls it.</summary>
    public string Key => $"{ChinaTime.CivilOf(FromUtc):yyyyMMddHHmm}-{Route}";

    /// <summary>Gets the plain mean of all points, exact, µg/m³.</summary>
    public decimal MeanUgPerM3 => Points.Sum(point => point.TspUgPerM3) / Points.Count;

    public decimal PeakUgPerM3 => Points.Max(point => point.TspUgPerM3);

    /// <summary>Gets the way between points that follow each other within a minute and at the speed of a car.</summary>
    public double DistanceM => Enumerable.Range(1, Points.Count - 1).Sum(at => (Points[at].AtUtc - Points[at - 1].AtUtc) is var time && time <= Break && RoadNetwork.DistanceM(Points[at - 1], Points[at]) is var way && way <= FastestMps * time.TotalSeconds ? way : 0);

    /// <summary>Gets the segments, in the order in which they were first passed.</summary>
    public IReadOnlyList<DriveSegment> Segments =>
        [.. Points.Zip(Matched).Where(pair => pair.Second is not null).GroupBy(pair => pair.Second!.Code).Select(segment => new DriveSegment(segment.First().Second!, [.. segment.Select(pair => pair.First)]))];

    /// <summary>Returns the places that are high, the highest first.</summary>
    /// <param name="fromUgPerM3">From where on a point is high.</param>
    public IReadOnlyList<HighPoint> HighPoints(decimal fromUgPerM3)
    {
        var (found, run) = (new List<HighPoint>(), new List<int>());
        for (var at = 0; at < Points.Count; at++)
        {
            if (Points[at].TspUgPerM3 < fromUgPerM3)
            {
                continue;
            }

            if (run.Count > 0 && Points[at].AtUtc - Points[run[^1]].AtUtc > Together)
            {
                found.Add(HighPointOf(run));
                run.Clear();
            }

            run.Add(at);
        }

        if (run.Count > 0)
        {
            found.Add(HighPointOf(run));
        }

        return [.. found.OrderByDescending(high => high.Peak.TspUgPerM3).ThenBy(high => high.FromUtc)];
    }

    /// <summary>Reads the drives of some days, the newest first: minutes of one route with no longer pause than half an hour are one.</summary>
    public static async Task<IReadOnlyList<Drive>> ListAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(period.From), ChinaTime.StartUtc(period.To.AddDays(1)));
        var minutes = await db.Set<DriveMinute>().AsNoTracking().Where(minute => minute.VoidedUtc == null && minute.MinuteUtc >= fromUtc && minute.MinuteUtc < toUtc).ToListAsync(ct);
        if (minutes.Count == 0)
        {
            return [];
        }

        var roads = new RoadNetwork(await db.Set<RoadSegment>().AsNoTracking().Where(segment => segment.VoidedUtc == null).OrderBy(segment => segment.Code).ToListAsync(ct));
        return [.. minutes.GroupBy(minute => minute.Route).SelectMany(route => Parts(route.Key, [.. route.OrderBy(minute => minute.MinuteUtc)], roads)).OrderByDescending(drive => drive.FromUtc).ThenBy(drive => drive.Route, StringComparer.Ordinal)];
    }

    private static IEnumerable<Drive> Parts(string route, List<DriveMinute> minutes, RoadNetwork roads)
    {
        for (var (from, to) = (0, 1); from < minutes.Count; (from, to) = (to, to + 1))
        {
            while (to < minutes.Count && minutes[to].MinuteUtc - minutes[to - 1].MinuteUtc <= Pause)
            {
                to++;
            }

            var points = minutes[from..to].SelectMany(minute => DrivePoint.Read(minute.MinuteUtc, minute.Points)).ToList();
            yield return new(route, points, roads.Match(points));
        }
    }

    private HighPoint HighPointOf(List<int> run)
    {
        var peak = run.MaxBy(at => Points[at].TspUgPerM3);
        return new(Points[peak], Matched[peak], Points[run[0]].AtUtc, Points[run[^1]].AtUtc);
    }
}
