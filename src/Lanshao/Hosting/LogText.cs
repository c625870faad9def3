using System.Globalization;
using System.Text;

namespace Lanshao.Hosting;

/// <summary>Foreign text made fit for a log line or an error sentence: control characters escaped, 200 characters at most.</summary>
public static class LogText
{
    public const int MostCharacters = 200;

    public static string Shown(string? text, int most = MostCharacters)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (shown.Length >= most)
            {
                return shown.Append('…').ToString();
            }

            Append(shown, rune);
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n':
                shown.Append("\\n");
                break;
            case '\r':
                shown.Append("\\r");
                break;
            case '\t':
                shown.Append("\\t");
                break;
            case '"' or '\\':
                shown.Append('\\').Append((char)rune.Value);
                break;
            default:
                if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                {
                    shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                }
                else
                {
                    shown.Append(rune.ToString());
                }

                break;
        }
    }
}
