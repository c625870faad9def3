using System.Globalization;

namespace Lanshao.Documents.Charts;

/// <summary>Draws months as calendars: a box a day in the colour of its category, with the category's first character for greyscale print; days without a value stay open.</summary>
public static class DayCalendar
{
    private const double Box = 30;
    private const double MonthWidth = (7 * Box) + 24;
    private const double HeadHeight = 54;
    private const double MonthHeight = HeadHeight + (6 * Box);
    private const int MostMonthsInRow = 3;
    private const int FirstDarkLevel = 4;

    /// <summary>A day.</summary>
    /// <param name="On">The civil day.</param>
    /// <param name="Level">Category 1–6 of the standard; <see langword="null"/> where there is no value.</param>
    /// <param name="Word">The category's word, or why there is none.</param>
    /// <param name="IsExceptional">Whether the day is left out of the count, e.g. for a dust storm.</param>
    public sealed record Day(DateOnly On, int? Level, string Word, bool IsExceptional = false);

    /// <summary>Draws the chart.</summary>
    /// <param name="title">The chart's title.</param>
    /// <param name="weekdays">Seven short names, Monday first.</param>
    /// <param name="monthName">A month's heading.</param>
    /// <param name="days">The days; months are drawn whole, days that are not given stay empty.</param>
    /// <param name="monthsInRow">How many months stand beside each other; one for a phone.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(string title, IReadOnlyList<string> weekdays, Func<DateOnly, string> monthName, IReadOnlyList<Day> days, int monthsInRow = MostMonthsInRow)
    {
        var months = days.GroupBy(day => new DateOnly(day.On.Year, day.On.Month, 1)).OrderBy(month => month.Key).ToList();
        var marks = new List<ChartMark>();
        foreach (var (index, month) in months.Index())
        {
            var (left, top) = (index % monthsInRow * MonthWidth, index / monthsInRow * MonthHeight);
            marks.Add(new TextMark(left, top + 18, monthName(month.Key), "chart-head"));
            marks.AddRange(weekdays.Select((name, at) => new TextMark(left + (at * Box) + (Box / 2), top + 40, name, "chart-axis", TextAnchor.Middle)));
            foreach (var day in month)
            {
                AddDay(marks, day, left, top + 48);
            }
        }

        var width = Math.Min(Math.Max(months.Count, 1), monthsInRow) * MonthWidth;
        var lastRow = months.Skip((months.Count - 1) / monthsInRow * monthsInRow).SelectMany(month => month).Select(day => WeekOf(day.On)).DefaultIfEmpty(0).Max();
        return new(title, Describe(days), width, (Math.Max(months.Count - 1, 0) / monthsInRow * MonthHeight) + HeadHeight + ((lastRow + 1) * Box) + 4, marks);
    }

    // The row of a day in its month, from 0.
    private static int WeekOf(DateOnly on) => (on.Day + (((int)new DateOnly(on.Year, on.Month, 1).DayOfWeek + 6) % 7) - 1) / 7;

    private static void AddDay(List<ChartMark> marks, Day day, double left, double top)
    {
        var weekday = ((int)day.On.DayOfWeek + 6) % 7;
        var (x, y) = (left + (weekday * Box) + 1, top + (WeekOf(day.On) * Box) + 1);
        var level = day.Level is { } known ? string.Create(CultureInfo.InvariantCulture, $"chart-day aqi-{known}") : "chart-day missing";
        var tip = string.Create(CultureInfo.InvariantCulture, $"{day.On:yyyy-MM-dd} {day.Word}");
        marks.Add(new BoxMark(x, y, Box - 2, Box - 2, level, day.IsExceptional, tip));
        var on = day.Level switch { null => string.Empty, >= FirstDarkLevel => " on-dark", _ => " on-light" };
        marks.Add(new TextMark(x + 3, y + 11, day.On.Day.ToString(CultureInfo.InvariantCulture), "chart-day-number" + on));
        if (day.Level is not null)
        {
            marks.Add(new TextMark(x + Box - 5, y + Box - 7, day.Word[..1], "chart-day-word" + on, TextAnchor.End));
        }
    }

    private static string Describe(IReadOnlyList<Day> days) =>
        string.Join('，', days.GroupBy(day => (day.Level ?? int.MaxValue, day.Word)).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key.Word}{group.Count()}")));
}
