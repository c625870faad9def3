using System.Globalization;

namespace Lanshao.Documents.Sheets;

/// <summary>Writes the numbers of cells as text: plain decimals, percentages, ISO dates.</summary>
internal static class ExcelNumber
{
    private const double LastDay = 2958466;
    private const int SecondsOfDay = 86_400;
    private static readonly DateTime Epoch1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Returns the text of a stored number.</summary>
    /// <param name="stored">The number as it stands in the file.</param>
    /// <param name="kind">What its format makes of it.</param>
    /// <param name="is1904">Whether the workbook counts its days from 1904.</param>
    /// <returns>The text; the stored text where it is no number.</returns>
    public static string Write(string stored, NumberKind kind, bool is1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return stored;
        }

        return kind switch
        {
            NumberKind.Percent => Percent(number),
            NumberKind.Date when number is >= 0 and < LastDay => Date(number, is1904),
            NumberKind.Time when number is >= 0 and < LastDay => number < 1 ? Time(number) : Date(number, is1904),
            NumberKind.Duration when number is >= 0 and < LastDay => Duration(number),
            _ => Plain(number),
        };
    }

    // Excel keeps and shows 15 digits; what stands behind them is noise of binary arithmetic (38.699999999999996).
    private static string Plain(double number)
    {
        var digits = number.ToString("G15", CultureInfo.InvariantCulture);
        return ToDecimal(digits) is { } exact ? exact.ToString("0.############################", CultureInfo.InvariantCulture) : digits;
    }

    private static string Percent(double number) =>
        ToDecimal(number.ToString("G15", CultureInfo.InvariantCulture)) is { } exact and < 1_000_000_000m and > -1_000_000_000m
            ? (exact * 100).ToString("0.############################", CultureInfo.InvariantCulture) + "%"
            : Plain(number);

    private static decimal? ToDecimal(string digits) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && (exact != 0 || digits is "0" or "-0") ? exact : null;

    private static string Date(double number, bool is1904)
    {
        var (days, seconds) = Split(number);
        // The 1900 count has a 29 February 1900 that never was.
        var epoch = is1904 ? Epoch1904 : days < 60 ? Epoch1900.AddDays(1) : Epoch1900;
        var instant = epoch.AddDays(days).AddSeconds(seconds);
        return instant.ToString(seconds == 0 ? "yyyy-MM-dd" : seconds % 60 == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Time(double number)
    {
        var (days, seconds) = Split(number);
        return days > 0 ? Duration(number) : TimeSpan.FromSeconds(seconds).ToString(seconds % 60 == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
    }

    private static string Duration(double number)
    {
        var (days, seconds) = Split(number);
        var hours = (days * 24) + (seconds / 3600);
        var text = string.Create(CultureInfo.InvariantCulture, $"{hours}:{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{seconds % 60:00}");
    }

    private static (int Days, int Seconds) Split(double number)
    {
        var days = (int)number;
        var seconds = (int)(((number - days) * SecondsOfDay) + 0.5);
        return seconds == SecondsOfDay ? (days + 1, 0) : (days, seconds);
    }
}
