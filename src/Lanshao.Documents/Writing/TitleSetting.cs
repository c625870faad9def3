namespace Lanshao.Documents.Writing;

/// <summary>Sets a title: what is a little too long for its line is drawn closer, what is longer is broken into lines of about the same length.</summary>
internal static class TitleSetting
{
    private const double MostTightening = 0.03;
    private const double Parted = 100;
    private const double Overlong = 1000;
    private const string NotAtStart = "，。、；：？！）》〉】」』”’％%";
    private const string NotAtEnd = "（《〈【「『“‘";

    /// <summary>Sets a title.</summary>
    /// <param name="title">The title; line feeds stay line breaks.</param>
    /// <param name="lineEms">Length of a line in characters of the title.</param>
    /// <returns>The lines, and by what part of a character each character is drawn closer.</returns>
    public static (IReadOnlyList<string> Lines, double TightenEms) Set(string title, double lineEms)
    {
        var given = SafeText.Lines(title);
        var over = given.Where(line => Ems(line) > lineEms).ToList();
        if (over.Count > 0 && over.All(line => Ems(line) <= lineEms * (1 + MostTightening)))
        {
            return (given, over.Max(line => (Ems(line) - lineEms) / line.Length));
        }

        return ([.. given.SelectMany(line => Balance(line, lineEms))], 0);
    }

    /// <summary>The length of a text in characters: Chinese ones count 1, Latin letters and digits a half, and between the two stands a quarter.</summary>
    public static double Ems(string text)
    {
        var ems = 0d;
        for (var i = 0; i < text.Length; i++)
        {
            ems += text[i] < 0x2000 ? 0.52 : 1;
            ems += i > 0 && IsLatin(text[i - 1]) != IsLatin(text[i]) && (IsHan(text[i - 1]) || IsHan(text[i])) ? 0.25 : 0;
        }

        return ems;
    }

    private static List<string> Balance(string line, double lineEms)
    {
        var lines = new List<string>();
        var rest = line;
        for (var left = (int)Math.Ceiling(Ems(line) / lineEms); left > 1; left--)
        {
            var cut = Cut(rest, left, lineEms);
            lines.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }

    // The place nearest to an even length at which a line may end; what stands in brackets is parted only where it must be.
    private static int Cut(string text, int lines, double lineEms)
    {
        var (best, distance) = (text.Length - 1, double.MaxValue);
        for (var i = 1; i < text.Length; i++)
        {
            var off = Math.Abs(Ems(text[..i]) - (Ems(text) / lines))
                + (Ems(text[..i]) <= lineEms && Ems(text[i..]) <= lineEms * (lines - 1) ? 0 : Overlong)
                + (IsInBrackets(text, i) ? Parted : 0);
            if (MayBreak(text, i) && off < distance)
            {
                (best, distance) = (i, off);
            }
        }

        return best;
    }

    private static bool MayBreak(string text, int at) =>
        !NotAtStart.Contains(text[at], StringComparison.Ordinal)
        && !NotAtEnd.Contains(text[at - 1], StringComparison.Ordinal)
        && !(IsJoined(text[at - 1]) && IsJoined(text[at]))
        && !char.IsLowSurrogate(text[at])
        && text[at] != '—' && text[at - 1] != '—'
        && !(IsJoined(text[at - 1]) && text[at] is '年' or '月' or '日')
        && !(text[at - 1] is '年' or '月' && IsJoined(text[at]));

    private static bool IsInBrackets(string text, int at) => text.AsSpan(0, at).Count('（') > text.AsSpan(0, at).Count('）');

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    // Numbers, Latin words and spans such as 2024年1—6月 stay whole.
    private static bool IsJoined(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '—' or '/';
}
