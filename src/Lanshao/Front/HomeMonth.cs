using System.Globalization;
using Lanshao.Platform.Progress;
using Lanshao.Standards;

namespace Lanshao.Front;

/// <summary>A month as the office lives it: its working days, and the day by which the returns are due.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Weeks">Weeks from Monday; null outside the month.</param>
/// <param name="DueOn">The third working day.</param>
/// <param name="MissingYear">The year whose holiday arrangement is not loaded; null where all is known.</param>
internal sealed record HomeMonth(DateOnly First, IReadOnlyList<IReadOnlyList<HomeMonth.Day?>> Weeks, DateOnly? DueOn, int? MissingYear)
{
    /// <summary>A day; <paramref name="IsMoved"/> where a holiday falls on a weekday or work on a weekend.</summary>
    public sealed record Day(DateOnly On, bool IsWorking, bool IsMoved, bool IsDue, bool IsToday);

    /// <summary>Returns the month of a day while its due day is still to come, else the next.</summary>
    /// <param name="calendar">The working days.</param>
    /// <param name="day">The day for which the page speaks.</param>
    /// <param name="today">Today, which is marked.</param>
    public static HomeMonth Of(WorkCalendar calendar, DateOnly day, DateOnly today)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        try
        {
            var due = calendar.NthWorkingDay(first.Year, first.Month, ReportingPeriod.DueWorkingDay);
            if (due < day)
            {
                first = first.AddMonths(1);
                due = calendar.NthWorkingDay(first.Year, first.Month, ReportingPeriod.DueWorkingDay);
            }

            return new(first, WeeksOf(calendar, first, due, today), due, null);
        }
        catch (CalendarMissingException missing)
        {
            return new(first, [], null, missing.Year);
        }
    }

    /// <summary>Says when the returns are due: 7月月报截止7月3日.</summary>
    public string? Sentence => DueOn?.ToString("M月月报截止M月d日", CultureInfo.InvariantCulture);

    private static List<IReadOnlyList<Day?>> WeeksOf(WorkCalendar calendar, DateOnly first, DateOnly? due, DateOnly today)
    {
        var days = new List<Day?>(Enumerable.Repeat<Day?>(null, ((int)first.DayOfWeek + 6) % 7));
        for (var day = first; day.Month == first.Month; day = day.AddDays(1))
        {
            var isWorking = calendar.IsWorkingDay(day);
            days.Add(new(day, isWorking, isWorking == day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, day == due, day == today));
        }

        return [.. days.Chunk(7).Select(week => week.Concat(Enumerable.Repeat<Day?>(null, 7 - week.Length)).ToList())];
    }
}
