using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>气象 of the demonstration: one station named 演示 over a week, reckoned by a rule that is no measurement.</summary>
internal static class SampleWeather
{
    private const int Days = 7;

    public static string Hours(DateOnly today, IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("站点,时间,气温,湿度,气压,风速,风向,降水量\n");
        for (var hour = 0; hour < 24 * Days; hour++)
        {
            var (day, clock) = (hour / 24, hour % 24);
            var (warm, wind) = (60 - (Math.Abs(clock - 14) * 6) + (day * 5), (hour * 13 % 29) + (clock is >= 10 and <= 17 ? 12 : 0));
            _ = text.Append(CultureInfo.InvariantCulture, $"演示气象站-{areas[0].ShortName}-01,{today.AddDays(day - Days):yyyy-MM-dd} {clock:00}:00,{warm / 10m},{40 + Math.Abs(clock - 14) + (day * 3)},{(1013 + day) / 10m},{wind / 10m},{((day % 3) * 60) + (hour * 37 % 90)},{(day == 5 && clock is > 2 and < 7 ? "0.6" : "0")}\n");
        }

        return text.ToString();
    }
}
