using System.Globalization;
using System.Text.Json;

namespace Lanshao.Standards;

/// <summary>The holiday arrangement of one year: the days that a notice of the State Council's office takes out of, or puts into, the working week.</summary>
/// <remarks>国务院办公厅关于部分节假日安排的通知. A notice may name days at the end of the year before, so the table keeps dates, not a year's grid.</remarks>
public sealed class HolidayTable
{
    private const int LongestRange = 31;

    private HolidayTable(int year, string standard, string source, string confidence, IReadOnlyDictionary<DateOnly, HolidayTableDay> days)
    {
        Year = year;
        Standard = standard;
        Source = source;
        Confidence = confidence;
        Days = days;
    }

    /// <summary>Returns the year that the notice arranges.</summary>
    public int Year { get; }

    /// <summary>Returns the title of the notice.</summary>
    public string Standard { get; }

    /// <summary>Returns where the notice was published.</summary>
    public string Source { get; }

    /// <summary>Returns how sure the table is: V verified in a public source, R recalled, ? open.</summary>
    public string Confidence { get; }

    /// <summary>Returns the days that differ from an ordinary week, by civil day of China.</summary>
    public IReadOnlyDictionary<DateOnly, HolidayTableDay> Days { get; }

    /// <summary>Reads a table from its JSON text.</summary>
    /// <param name="json">The text: <c>year</c>, <c>standard</c>, <c>source</c>, <c>confidence</c> and <c>days</c> with <c>from</c>, optional <c>to</c> (both counted), <c>name</c> and <c>kind</c> (<c>holiday</c> or <c>workday</c>).</param>
    /// <returns>The table.</returns>
    /// <exception cref="FormatException">The text is no such table; the message names the place.</exception>
    public static HolidayTable Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(problem.Message, problem);
        }
    }

    private static HolidayTable Read(JsonElement table)
    {
        var year = table.GetProperty("year").GetInt32();
        var days = new SortedDictionary<DateOnly, HolidayTableDay>();
        foreach (var range in table.GetProperty("days").EnumerateArray())
        {
            AddRange(days, range, year);
        }

        return new(year, Text(table, "standard"), Text(table, "source"), Text(table, "confidence"), days);
    }

    private static void AddRange(SortedDictionary<DateOnly, HolidayTableDay> days, JsonElement range, int year)
    {
        var from = Day(range, "from");
        var to = range.TryGetProperty("to", out _) ? Day(range, "to") : from;
        var kind = Text(range, "kind");
        if (kind is not ("holiday" or "workday"))
        {
            throw new FormatException($"kind of {from:yyyy-MM-dd}: expected holiday or workday, found {kind}");
        }

        if (to < from || to.DayNumber - from.DayNumber >= LongestRange || to.Year != year && (to.Year != year - 1 || to.Month != 12) || from < new DateOnly(year - 1, 12, 1))
        {
            throw new FormatException($"days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} do not fit a notice for {year}");
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!days.TryAdd(day, new(kind == "workday", Text(range, "name"))))
            {
                throw new FormatException($"{day:yyyy-MM-dd} occurs twice");
            }
        }
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString() is { Length: > 0 } text ? text : throw new FormatException($"{key} is empty");

    private static DateOnly Day(JsonElement element, string key)
    {
        var text = Text(element, key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{key}: expected a day such as 2022-01-01, found {text}");
    }
}
