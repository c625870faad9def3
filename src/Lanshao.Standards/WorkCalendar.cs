using System.Collections.Immutable;

namespace Lanshao.Standards;

/// <summary>The working days of China: Monday to Friday, less the holidays and plus the make-up working days of each year's notice.</summary>
/// <remarks>Immutable. Years without a table are unknown, not ordinary: asking for one throws <see cref="CalendarMissingException"/>.</remarks>
public sealed class WorkCalendar
{
    private static readonly Lazy<WorkCalendar> EmbeddedCalendar = new(LoadEmbedded);
    private readonly ImmutableSortedDictionary<int, HolidayTable> _tables;

    private WorkCalendar(ImmutableSortedDictionary<int, HolidayTable> tables) => _tables = tables;

    /// <summary>Returns the calendar of the years that ship with the library, 2022 to 2026.</summary>
    public static WorkCalendar Embedded => EmbeddedCalendar.Value;

    /// <summary>Returns the years whose working days are known, ascending.</summary>
    public IEnumerable<int> Years => _tables.Keys;

    /// <summary>Returns the tables, by year ascending, for showing their sources.</summary>
    public IEnumerable<HolidayTable> Tables => _tables.Values;

    /// <summary>Makes a calendar that also knows a further year.</summary>
    /// <param name="table">The table of the year; it takes the place of a table of the same year.</param>
    /// <returns>The new calendar.</returns>
    public WorkCalendar With(HolidayTable table)
    {
        ArgumentNullException.ThrowIfNull(table);

        return new(_tables.SetItem(table.Year, table));
    }

    /// <summary>Says whether a day is a working day.</summary>
    /// <param name="day">A civil day of China.</param>
    /// <returns><see langword="true"/> on working days, make-up days included.</returns>
    /// <exception cref="CalendarMissingException">No table is loaded for the year of the day.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!_tables.TryGetValue(day.Year, out var table))
        {
            throw new CalendarMissingException(day.Year);
        }

        return Named(day, table) is { } named ? named.IsWorkday : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>Finds the n-th working day of a month (每月第三个工作日).</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <param name="nth">Which working day, from 1.</param>
    /// <returns>The civil day; <see langword="null"/> where the month has fewer working days.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> or the month is out of range.</exception>
    /// <exception cref="CalendarMissingException">No table is loaded for the year.</exception>
    public DateOnly? NthWorkingDay(int year, int month, int nth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nth);
        var first = new DateOnly(year, month, 1);
        var working = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(first.AddDays).Where(IsWorkingDay).Skip(nth - 1).Take(1);

        return working.Select(day => (DateOnly?)day).FirstOrDefault();
    }

    private HolidayTableDay? Named(DateOnly day, HolidayTable table)
    {
        if (table.Days.TryGetValue(day, out var named))
        {
            return named;
        }

        return day.Month == 12 && _tables.TryGetValue(day.Year + 1, out var next) && next.Days.TryGetValue(day, out named) ? named : null;
    }

    private static WorkCalendar LoadEmbedded()
    {
        var assembly = typeof(WorkCalendar).Assembly;
        var tables = ImmutableSortedDictionary.CreateBuilder<int, HolidayTable>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".calendar.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var table = HolidayTable.Parse(reader.ReadToEnd());
            tables.Add(table.Year, table);
        }

        return new(tables.ToImmutable());
    }
}
