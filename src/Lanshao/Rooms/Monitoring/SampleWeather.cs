using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>气象 of the demonstration: one station named 演示 over two months, reckoned by a rule that is no measurement: weak wind from the south where the air of <see cref="SampleHours"/> is foul, else wind from the north.</summary>
internal static class SampleWeather
{
    private const int Days = 62;
    private const int DaysOfWeek = 7;
    private const int Foul = 130;   // per cent of the month's level

    public static string Hours(DateOnly today, IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("站点,时间,气温,湿度,气压,风速,风向,降水量\n");
        for (var hour = 0; hour < 24 * Days; hour++)
        {
            var (on, clock) = (today.AddDays((hour / 24) - Days), hour % 24);
            var (step, isFoul) = (on.DayNumber % DaysOfWeek, SampleHours.SpellOf(on) >= Foul);
            var warm = 60 - (Math.Abs(clock - 14) * 6) + (step * 5);
            var wind = (hour * 13 % (isFoul ? 17 : 29)) + (clock is >= 10 and <= 17 ? 12 : 0);
            var from = ((isFoul ? 150 : 300) + (hour * 37 % 90)) % 360;
            _ = text.Append(CultureInfo.InvariantCulture, $"演示气象站-{areas[0].ShortName}-01,{on:yyyy-MM-dd} {clock:00}:00,{warm / 10m},{40 + Math.Abs(clock - 14) + (step * 3)},{(1013 + step) / 10m},{wind / 10m},{from},{(step == 5 && clock is > 2 and < 7 ? "0.6" : "0")}\n");
        }

        return text.ToString();
    }
}
