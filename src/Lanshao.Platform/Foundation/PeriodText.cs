using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanshao.Platform.Foundation;

/// <summary>Reads periods as clerks write them: the codes of <see cref="Period"/>, and 2024年, 2024年上半年, 2024年1—6月, 2024年二季度, 2024年6月, 2024年6月30日.</summary>
public static partial class PeriodText
{
    private const string Quarters = "一二三四";
    private const int LongestText = 40;

    /// <summary>Reads a period; broken text answers false and never throws. A span that the calendar names gets its name: 1—6月 is the first half.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        var compact = (text ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (Period.TryParse(compact, out period))
        {
            period = period.Kind == PeriodKind.Range ? Period.Spanning(period.From, period.To) : period;
            return true;
        }

        return compact.Length <= LongestText && Chinese().Match(compact) is { Success: true } match && TryRead(match, out period);
    }

    private static bool TryRead(Match match, out Period period)
    {
        var year = Number(match, "year");
        var (from, to) = (Number(match, "from"), Number(match, "to"));
        period = default;
        if (year is < 1900 or > 2999 || from > 12 || to > 12 || (to > 0 && from > to))
        {
            return false;
        }

        if (match.Groups["day"].Success)
        {
            var day = Number(match, "day");
            var isDay = from > 0 && day > 0 && day <= DateTime.DaysInMonth(year, from);
            period = isDay ? Period.Day(new(year, from, day)) : default;
            return isDay;
        }

        period = match switch
        {
            _ when match.Groups["half"].Success => Period.Half(year, match.Groups["half"].Value == "上" ? 1 : 2),
            _ when match.Groups["quarter"].Success => Period.Quarter(year, Quarters.IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) + 1),
            _ when to > 0 && from > 0 => Period.Spanning(new(year, from, 1), new(year, to, DateTime.DaysInMonth(year, to))),
            _ when from > 0 => Period.Month(year, from),
            _ => Period.Year(year),
        };
        return !match.Groups["from"].Success || from > 0;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<year>[0-9]{4})年(?:(?<half>[上下])半年|第?(?<quarter>[一二三四])季度|(?<from>[0-9]{1,2})月?[—–\-~至](?<to>[0-9]{1,2})月|(?<from>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日)?)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Chinese();
}
