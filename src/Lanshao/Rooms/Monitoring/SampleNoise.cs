using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>声环境 of the demonstration: three stations named 演示 over a week, reckoned by a rule that is no measurement.</summary>
internal static class SampleNoise
{
    private const int Days = 7;
    private static readonly string[] Zones = ["1类", "2类", "4a类"];

    // Tenths of dB(A) at noon.
    private static readonly int[] Loud = [545, 585, 672];

    public static string Points(DateOnly today, IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("站点,声功能区,起始日期,来源\n");
        for (var station = 0; station < Zones.Length; station++)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{NameOf(areas, station)},{Zones[station]},{today.Year}-01-01,演示区划\n");
        }

        return text.ToString();
    }

    public static string Hours(DateOnly today, IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("站点,时间,Leq\n");
        for (var hour = 0; hour < 24 * Days * Zones.Length; hour++)
        {
            var (station, day, clock) = (hour / (24 * Days), hour / 24 % Days, hour % 24);
            var level = Loud[station] - (clock is >= 6 and < 22 ? Math.Abs(clock - 14) * 4 : 95 + (station * 12)) + (((hour * 37) + (day * 11)) % 23);

            // One hour in forty is missing.
            _ = hour % 40 == 17 ? text : text.Append(CultureInfo.InvariantCulture, $"{NameOf(areas, station)},{today.AddDays(day - Days):yyyy-MM-dd} {clock:00}:00,{level / 10}.{level % 10}\n");
        }

        return text.ToString();
    }

    private static string NameOf(IReadOnlyList<Subdistrict> areas, int station) => string.Create(CultureInfo.InvariantCulture, $"演示声站-{areas[station % areas.Count].ShortName}-{station + 1:00}");
}
