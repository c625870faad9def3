using System.Globalization;

namespace Lanshao.Documents.Filling;

/// <summary>When two texts say the same, although a word processor, a spreadsheet program or an input method had its way with them.</summary>
internal static class SameText
{
    // Full-width forms of the visible ASCII characters, in the same order.
    private const char FirstWide = '！';
    private const char LastWide = '～';

    /// <summary>A key in its plain form: no spaces, half-width digits, hyphens for every kind of dash.</summary>
    public static string Key(string text) => Plain(text).Replace('—', '-').Replace('–', '-').Replace('‐', '-').Replace('−', '-');

    /// <summary>Whether two texts differ in no more than spaces, line breaks and character widths, or are the same number.</summary>
    public static bool IsSame(string left, string right)
    {
        var (first, second) = (Plain(left), Plain(right));
        return string.Equals(first, second, StringComparison.Ordinal)
            || (Number(first) is { } number && number == Number(second));
    }

    /// <summary>The text without spaces and line breaks, characters in their plain width.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Select(c => c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!') : c));

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? text.EndsWith('%') ? number / 100 : number : null;
}
