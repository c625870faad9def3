using System.Globalization;
using Lanshao.Documents.Language;

namespace Lanshao.Documents.Filling;

/// <summary>When two texts say the same, although a word processor, a spreadsheet program or an input method had its way with them.</summary>
internal static class SameText
{
    private const string Dashes = "—–‐‑−－﹣";

    /// <summary>A key in its plain form: no spaces, half-width digits, hyphens for every kind of dash.</summary>
    public static string Key(string text) => string.Concat(ChineseText.Compact(text).Select(c => Dashes.Contains(c, StringComparison.Ordinal) ? '-' : c));

    /// <summary>Whether two texts differ in no more than spaces, line breaks and character widths, or are the same number.</summary>
    public static bool IsSame(string left, string right)
    {
        var (first, second) = (ChineseText.Compact(left), ChineseText.Compact(right));
        return string.Equals(first, second, StringComparison.Ordinal)
            || (Number(first) is { } number && number == Number(second));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? text.EndsWith('%') ? number / 100 : number : null;
}
