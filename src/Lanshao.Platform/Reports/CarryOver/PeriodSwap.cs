using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>The words of the old period and those of the new one; years move by as many years as the periods lie apart.</summary>
internal sealed partial class PeriodSwap
{
    private const int YearsBack = 1;
    private static readonly string[] Names = ["period", "span", "months", "monthRange", "lastMonth", "quarter", "lastDay", "issue", "days", "year"];
    private readonly List<(string Before, string Now)> _pairs;

    public PeriodSwap(FactCatalogue before, FactCatalogue now)
    {
        var (year, later) = (before.Period.To.Year, now.Period.To.Year);
        var words = Names.Where(name => before.Words.ContainsKey(name) && now.Words.ContainsKey(name)).Select(name => (before.Words[name], now.Words[name]));
        var years = Enumerable.Range(0, YearsBack + 1).Select(back => (YearOf(year - back), YearOf(later - back)));
        _pairs = [.. words.Concat(years).Where(pair => pair.Item1.Length > 1).DistinctBy(pair => pair.Item1).OrderByDescending(pair => pair.Item1.Length)];
    }

    /// <summary>A date or period of a text.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Before">As it was.</param>
    /// <param name="Now">As it reads now; null where nobody can say.</param>
    public sealed record Swapped(int Start, string Before, string? Now);

    /// <summary>Finds the dates and periods of a text, and how firm its figures are said to be; what reads the same in both periods is left out.</summary>
    public IEnumerable<Swapped> Find(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var pair = _pairs.Find(pair => string.CompareOrdinal(text, at, pair.Before, 0, pair.Before.Length) == 0 && !IsInsideNumber(text, at));
            if (pair.Before is not null)
            {
                if (pair.Before != pair.Now)
                {
                    yield return new(at, pair.Before, pair.Now);
                }

                at += pair.Before.Length;
                continue;
            }

            var other = Dated().Match(text, at);
            if (other.Success && other.Index == at && !IsInsideNumber(text, at))
            {
                yield return new(at, other.Value, null);
                at += other.Length;
                continue;
            }

            at++;
        }
    }

    // The 5 of PM2.5月度 begins no month.
    private static bool IsInsideNumber(string text, int at) => at > 0 && char.IsAsciiDigit(text[at])
        && (char.IsAsciiDigit(text[at - 1]) || (at > 2 && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiLetter(text[at - 3])));

    private static string YearOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}年");

    [GeneratedRegex("([0-9]{4}年)?[0-9]{1,2}([—-][0-9]{1,2})?月([0-9]{1,2}日)?|[0-9]{4}年|[一二三四]季度|[上下]半年|(实时|初步|已复核|已通报|已更正|尚无当月)数据", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dated();
}
