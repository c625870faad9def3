using System.Globalization;

namespace Lanshao.Platform.Monitoring;

/// <summary>A civil day of one station as tables bring it: the 24 hours of each item as text, so that equal days are equal text.</summary>
/// <param name="Station">The station as the table names it.</param>
/// <param name="Day">The civil day.</param>
/// <param name="Hours">By item, 24 places parted by commas; an empty place is no value. In the units of <see cref="HourItems"/>.</param>
public sealed record ReadingDay(string Station, DateOnly Day, IReadOnlyDictionary<string, string> Hours)
{
    internal const int HoursADay = 24;

    // 28 digits, a point, a sign and the comma.
    private const int LongestValue = 32;

    /// <summary>Gets how many values the day has.</summary>
    public int Values => Hours.Values.Sum(CountOf);

    internal static string KeyOf(string station, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{station}|{day:yyyy-MM-dd}");

    internal static (string Station, DateOnly Day) Of(string key) =>
        (key[..^11], DateOnly.ParseExact(key.AsSpan(key.Length - 10), "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Makes a day of its hours; null where no item has a value.</summary>
    /// <param name="station">The station.</param>
    /// <param name="day">The civil day.</param>
    /// <param name="kind">The items.</param>
    /// <param name="hours">Returns the 24 hours of an item by its place among them.</param>
    internal static ReadingDay? Of(string station, DateOnly day, HourItems kind, Func<int, ReadOnlySpan<decimal?>> hours)
    {
        var items = new Dictionary<string, string>();
        for (var item = 0; item < kind.All.Count; item++)
        {
            var values = hours(item);
            if (values.ContainsAnyExcept((decimal?)null))
            {
                items.Add(kind.All[item].Word, Written(values));
            }
        }

        return items.Count == 0 ? null : new(station, day, items);
    }

    /// <summary>Returns the 24 hours of an item.</summary>
    internal decimal?[] HoursOf(string item)
    {
        var values = new decimal?[HoursADay];
        if (Hours.GetValueOrDefault(item) is { } written)
        {
            var hour = 0;
            foreach (var place in written.AsSpan().Split(','))
            {
                values[hour++] = written.AsSpan(place) is { IsEmpty: false } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
            }
        }

        return values;
    }

    private static int CountOf(string hours)
    {
        var count = 0;
        foreach (var place in hours.AsSpan().Split(','))
        {
            count += place.Start.Value < place.End.Value ? 1 : 0;
        }

        return count;
    }

    // Without the zeros behind the last digit: 0.40 and 0.4 are one number.
    private static string Written(ReadOnlySpan<decimal?> values)
    {
        Span<char> text = stackalloc char[values.Length * LongestValue];
        var length = 0;
        for (var hour = 0; hour < values.Length; hour++)
        {
            if (hour > 0)
            {
                text[length++] = ',';
            }

            if (values[hour] is { } number)
            {
                _ = number.TryFormat(text[length..], out var written, provider: CultureInfo.InvariantCulture);
                var digits = text.Slice(length, written);
                length += digits.Contains('.') ? digits.TrimEnd('0').TrimEnd('.').Length : written;
            }
        }

        return new(text[..length]);
    }
}
