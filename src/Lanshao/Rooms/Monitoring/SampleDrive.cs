using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>TSP走航 of the demonstration: five segments of one road and an evening's drive along them, at places that are no streets.</summary>
internal static class SampleDrive
{
    public const string Route = "演示走航-环线";
    private const int Segments = 5;
    private const int PointsEach = 12;
    private const int Seconds = 5;

    // Millionths of a degree between two points: some forty metres.
    private const int Step = 450;

    public static string Register(IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("路段编号,道路,路段,街道,折线\n");
        for (var segment = 0; segment < Segments; segment++)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"演示-{segment + 1:00},{SampleRoads.NameOf(0)},{SampleRoads.NameOf(segment + 30)}至{SampleRoads.NameOf(segment + 31)}段,{areas[segment % areas.Count].Name},{Longitude(segment * PointsEach)} 38.02; {Longitude((segment + 1) * PointsEach)} 38.02\n");
        }

        return text.ToString();
    }

    public static string Track(DateOnly today)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"演示\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n");
        for (var point = 0; point < Segments * PointsEach; point++)
        {
            // A muddy crossing in the third segment.
            var tsp = 78 + (point * 7 % 19) + (point / PointsEach == 2 ? 190 + (20 * (6 - Math.Abs((point % PointsEach) - 6))) : 0);
            var at = today.AddDays(-1).ToDateTime(new(14, 0), DateTimeKind.Utc).AddSeconds(point * Seconds);
            _ = text.Append(CultureInfo.InvariantCulture, $"<trkpt lat=\"38.02003\" lon=\"{Longitude(point)}\"><time>{at:yyyy-MM-ddTHH:mm:ssZ}</time><extensions><tsp>{tsp}</tsp></extensions></trkpt>\n");
        }

        return text.Append("</trkseg></trk></gpx>\n").ToString();
    }

    private static string Longitude(int point) => ((110_030_000 + (point * Step)) / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture);
}
