namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>The registered segments as lines on the ground, to which points are matched: the nearest within reach; at a crossing a drive stays on its segment while that is hardly farther.</summary>
/// <param name="segments">The segments.</param>
internal sealed class RoadNetwork(IEnumerable<RoadSegment> segments)
{
    /// <summary>How far a point may lie from a segment, metres: half a wide road and the error of a receiver.</summary>
    public const double ReachM = 30;

    private const double StayM = 20;
    private const double EarthRadiusM = 6_371_008.8;
    private const double RadPerDegree = Math.PI / 180;
    private readonly List<Stretch> _stretches = [.. segments.Select(Stretch.Of)];

    /// <summary>Returns the segment of each point; null where none is near.</summary>
    public IReadOnlyList<RoadSegment?> Match(IReadOnlyList<DrivePoint> points)
    {
        var matched = new RoadSegment?[points.Count];
        Stretch? before = null;
        for (var at = 0; at < points.Count; at++)
        {
            before = Nearest((double)points[at].LongitudeDeg, (double)points[at].LatitudeDeg, before);
            matched[at] = before?.Segment;
        }

        return matched;
    }

    /// <summary>Returns the distance between two points, metres.</summary>
    public static double DistanceM(DrivePoint from, DrivePoint to)
    {
        var (x, y) = Metres((double)from.LongitudeDeg, (double)from.LatitudeDeg, (double)to.LongitudeDeg, (double)to.LatitudeDeg);
        return Math.Sqrt((x * x) + (y * y));
    }

    private Stretch? Nearest(double longitudeDeg, double latitudeDeg, Stretch? before)
    {
        var (nearest, least) = ((Stretch?)null, double.MaxValue);
        foreach (var stretch in _stretches.Where(stretch => stretch.MayReach(longitudeDeg, latitudeDeg)))
        {
            var away = stretch.DistanceM(longitudeDeg, latitudeDeg);
            var counted = stretch == before ? away - StayM : away;
            if (away <= ReachM && counted < least)
            {
                (nearest, least) = (stretch, counted);
            }
        }

        return nearest;
    }

    // On a plane that touches the ground at the first point: within a town the error is far below a metre.
    private static (double XM, double YM) Metres(double fromLongitudeDeg, double fromLatitudeDeg, double longitudeDeg, double latitudeDeg) =>
        ((longitudeDeg - fromLongitudeDeg) * RadPerDegree * EarthRadiusM * Math.Cos(fromLatitudeDeg * RadPerDegree), (latitudeDeg - fromLatitudeDeg) * RadPerDegree * EarthRadiusM);

    private sealed class Stretch
    {
        private readonly (double LongitudeDeg, double LatitudeDeg)[] _corners;
        private readonly (double West, double East, double South, double North) _box;

        private Stretch(RoadSegment segment, (double LongitudeDeg, double LatitudeDeg)[] corners)
        {
            (Segment, _corners) = (segment, corners);
            var northDeg = ReachM / EarthRadiusM / RadPerDegree;
            var eastDeg = northDeg / Math.Cos(corners[0].LatitudeDeg * RadPerDegree) * 1.01;
            _box = (corners.Min(corner => corner.LongitudeDeg) - eastDeg, corners.Max(corner => corner.LongitudeDeg) + eastDeg, corners.Min(corner => corner.LatitudeDeg) - northDeg, corners.Max(corner => corner.LatitudeDeg) + northDeg);
        }

        public RoadSegment Segment { get; }

        public static Stretch Of(RoadSegment segment) => new(segment, [.. RoadLine.Parse(segment.Line)!.Select(corner => ((double)corner.LongitudeDeg, (double)corner.LatitudeDeg))]);

        public bool MayReach(double longitudeDeg, double latitudeDeg) => longitudeDeg >= _box.West && longitudeDeg <= _box.East && latitudeDeg >= _box.South && latitudeDeg <= _box.North;

        public double DistanceM(double longitudeDeg, double latitudeDeg)
        {
            var least = double.MaxValue;
            var (x, y) = Metres(longitudeDeg, latitudeDeg, _corners[0].LongitudeDeg, _corners[0].LatitudeDeg);
            foreach (var corner in _corners.AsSpan(1))
            {
                var (nextX, nextY) = Metres(longitudeDeg, latitudeDeg, corner.LongitudeDeg, corner.LatitudeDeg);
                least = Math.Min(least, FromOrigin(x, y, nextX, nextY));
                (x, y) = (nextX, nextY);
            }

            return least;
        }

        // How far the line between two places passes from the origin.
        private static double FromOrigin(double x1, double y1, double x2, double y2)
        {
            var (dx, dy) = (x2 - x1, y2 - y1);
            var length = (dx * dx) + (dy * dy);
            var along = length == 0 ? 0 : Math.Clamp(-((x1 * dx) + (y1 * dy)) / length, 0, 1);
            var (x, y) = (x1 + (along * dx), y1 + (along * dy));
            return Math.Sqrt((x * x) + (y * y));
        }
    }
}
