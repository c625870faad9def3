using System.Globalization;

namespace Lanshao.Standards.Air;

/// <summary>A stretch of civil days with its code: 2016, 2016H1, 2016Q2, 2016-01, or two days for any other.</summary>
/// <param name="Code">The code.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record AirPeriod(string Code, DateOnly From, DateOnly To)
{
    /// <summary>Says whether it is a calendar year.</summary>
    public bool IsYear => From is { Month: 1, Day: 1 } && To is { Month: 12, Day: 31 } && From.Year == To.Year;

    /// <summary>Makes a stretch of days that is no calendar period, such as a running year to date.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, not before the first.</param>
    /// <returns>The period, its code the two days joined by a slash.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public static AirPeriod Between(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return new(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}"), from, to);
    }

    /// <summary>Lists the calendar periods that a stretch of days touches: each year, its halves, quarters and months.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <returns>The periods, year by year; whole periods, also where the days cover a part.</returns>
    public static IEnumerable<AirPeriod> Touched(DateOnly first, DateOnly last)
    {
        for (var year = first.Year; year <= last.Year; year++)
        {
            foreach (var months in (int[])[12, 6, 3, 1])
            {
                for (var place = 1; place <= 12 / months; place++)
                {
                    var start = new DateOnly(year, ((place - 1) * months) + 1, 1);
                    var end = start.AddMonths(months - 1);
                    end = new DateOnly(year, end.Month, DateTime.DaysInMonth(year, end.Month));
                    if (start <= last && end >= first)
                    {
                        yield return new AirPeriod(CodeOf(year, months, place), start, end);
                    }
                }
            }
        }
    }

    private static string CodeOf(int year, int months, int place) => months switch
    {
        12 => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
        6 => string.Create(CultureInfo.InvariantCulture, $"{year:0000}H{place}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{year:0000}Q{place}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{place:00}"),
    };
}
