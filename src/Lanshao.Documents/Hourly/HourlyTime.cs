namespace Lanshao.Documents.Hourly;

/// <summary>Times of hourly tables: to the start of the hour, as hours since the first day of the calendar.</summary>
internal static class HourlyTime
{
    private const int HoursADay = 24;
    private const int FirstYear = 1950;
    private const int LastYear = 2149;

    /// <summary>Reads date, or date and time, in one cell: 2016-01-01 08:00[:00], 2016/1/1 8:00, 2016-01-01T08:00, 20160101, 2016010108, 2016年1月1日8时.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out int day, out int? hour)
    {
        (day, hour) = (0, null);
        Span<int> groups = stackalloc int[6];
        var count = 0;
        var rest = cell.Trim((byte)' ');
        rest = rest.EndsWith("+08:00"u8) ? rest[..^6] : rest;
        while (count < groups.Length && rest.IndexOfAnyInRange((byte)'0', (byte)'9') is >= 0 and var start)
        {
            rest = rest[start..];
            var end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var digits = end < 0 ? rest : rest[..end];
            if (!Split(digits, groups, ref count))
            {
                return false;
            }

            rest = rest[digits.Length..];
        }

        rest = rest.StartsWith("."u8) ? rest[1..].TrimStart((byte)'0') : rest;   // a fraction of a second, if it is zero
        if (count < 3 || rest.ContainsAnyInRange((byte)'0', (byte)'9') || rest.Contains((byte)'Z') || !TryDay(groups[0], groups[1], groups[2], out day))
        {
            return false;
        }

        hour = count > 3 ? groups[3] : null;
        return groups[4] == 0 && groups[5] == 0;
    }

    /// <summary>Tells the day number of a civil date.</summary>
    public static bool TryDay(int year, int month, int day, out int dayNumber)
    {
        dayNumber = 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        dayNumber = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    /// <summary>Joins day and labelled hour to the hour's start; 24 is allowed where labels are ends.</summary>
    public static bool TryStart(int day, int hour, bool labelsEnds, out int start)
    {
        start = (day * HoursADay) + hour - (labelsEnds ? 1 : 0);
        return hour >= 0 && hour < HoursADay + (labelsEnds ? 1 : 0);
    }

    /// <summary>Parts a run of digits: 20160101 and 2016010108 hold several numbers.</summary>
    private static bool Split(ReadOnlySpan<byte> digits, Span<int> groups, ref int count)
    {
        if (count == 0 && digits.Length is 8 or 10 or 12 or 14)
        {
            for (var at = 0; at < digits.Length; at += at == 0 ? 4 : 2)
            {
                groups[count++] = Whole(digits.Slice(at, at == 0 ? 4 : 2));
            }

            return true;
        }

        if (digits.Length > 4)
        {
            return false;
        }

        groups[count++] = Whole(digits);
        return true;
    }

    private static int Whole(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
