using System.Text;

namespace Lanshao.Documents.Blocks;

/// <summary>Joins the lines of one text as a reader does: Chinese runs on, Latin words keep a space.</summary>
public static class LineJoin
{
    /// <summary>Joins lines: the break vanishes beside a Chinese character or punctuation mark and is one space between Latin letters or digits.</summary>
    /// <param name="lines">Lines in order; empty ones are skipped.</param>
    /// <returns>The text on one line.</returns>
    public static string Join(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 1)
        {
            return lines[0];
        }

        var text = new StringBuilder();
        foreach (var line in lines)
        {
            AppendLine(text, line);
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (text.Length > 0 && NeedsSpace(text[^1], line[0]))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    private static bool NeedsSpace(char before, char after) => IsLatin(before) && IsLatin(after);

    // Everything below U+2000 that is visible is written with spaces between words; Chinese text, its punctuation and full-width forms are not.
    private static bool IsLatin(char c) => c is > ' ' and < '\u2000' and not '\u00A0';
}
