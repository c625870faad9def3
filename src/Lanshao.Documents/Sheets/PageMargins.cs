using System.Text;

namespace Lanshao.Documents.Sheets;

/// <summary>Reads the head and foot of a sheet's pages: left, middle and right with codes for fonts and fields.</summary>
internal static class PageMargins
{
    public static IEnumerable<string> Lines(string coded)
    {
        var text = new StringBuilder();
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != '&' || i + 1 == coded.Length)
            {
                text.Append(coded[i]);
                continue;
            }

            i++;
            if (coded[i] is 'L' or 'C' or 'R')
            {
                text.Append('\n');
            }
            else if (coded[i] == '"')
            {
                i = coded.IndexOf('"', i + 1) is >= 0 and var end ? end : coded.Length;
            }
            else if (coded[i] == '&')
            {
                text.Append('&');
            }
            else
            {
                i = SkipDigits(coded, i);
            }
        }

        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // &12 is a font size; other codes are one letter.
    private static int SkipDigits(string coded, int at)
    {
        while (char.IsAsciiDigit(coded[at]) && at + 1 < coded.Length && char.IsAsciiDigit(coded[at + 1]))
        {
            at++;
        }

        return at;
    }
}
