using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Evaluation;

/// <summary>Writes a period into the titles and headings of printed tables.</summary>
public static class PeriodWords
{
    /// <summary>Fills {months} (2024年1—6月), {period} (2024年上半年), {monthRange} (1—6月) and {lastMonth} (6月).</summary>
    public static string Fill(string text, Period period)
    {
        ArgumentNullException.ThrowIfNull(text);

        return text
            .Replace("{months}", Months(period), StringComparison.Ordinal)
            .Replace("{period}", period.ChineseText, StringComparison.Ordinal)
            .Replace("{monthRange}", MonthRange(period), StringComparison.Ordinal)
            .Replace("{lastMonth}", LastMonth(period).ChineseText[5..], StringComparison.Ordinal);
    }

    /// <summary>Returns the month in which the period ends.</summary>
    public static Period LastMonth(Period period) => Period.Month(period.To.Year, period.To.Month);

    /// <summary>Returns the period by its months: 2024年1—6月, 2024年6月; other spans as officials write them.</summary>
    public static string Months(Period period) =>
        IsWholeMonths(period) && period.From.Year == period.To.Year ? Year(period) + MonthRange(period) : period.ChineseText;

    private static string MonthRange(Period period) => (IsWholeMonths(period) && period.From.Year == period.To.Year, period.From.Month == period.To.Month) switch
    {
        (false, _) => period.ChineseText,
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{period.From.Month}月"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{period.From.Month}—{period.To.Month}月"),
    };

    private static string Year(Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.From.Year}年");

    private static bool IsWholeMonths(Period period) => period.From.Day == 1 && period.To.AddDays(1).Day == 1;
}
