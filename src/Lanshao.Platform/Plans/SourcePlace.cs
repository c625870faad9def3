using System.Globalization;
using System.Text;
using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans;

/// <summary>Where a value stands in its source file, as one short text: <c>t2r14c4p1</c> (table, row, cell, paragraph), <c>l243</c> (line), <c>Sheet1!r5c3</c> (part), outer cells first: <c>t1r2c3/t1r1c1</c>.</summary>
public static class SourcePlace
{
    public const int MostCharacters = 120;

    /// <summary>Prints a place; null for none.</summary>
    public static string? Of(Origin? origin)
    {
        if (origin is null)
        {
            return null;
        }

        var text = new StringBuilder(Of(origin.Within));
        if (text.Length > 0)
        {
            text.Append('/');
        }

        if (origin.Part is { } part)
        {
            text.Append(part.Length <= 31 ? part : part[..31]).Append('!');
        }

        Append(text, 't', origin.Table);
        Append(text, 'b', origin.Table is null && origin.Line is null ? origin.Block : null);
        Append(text, 'r', origin.Row);
        Append(text, 'c', origin.Cell);
        Append(text, 'p', origin.Paragraph);
        Append(text, 'l', origin.Line);
        return text.Length is 0 or > MostCharacters ? null : text.ToString();
    }

    /// <summary>Says a printed place in words: 第2张表第14行第4格第1段.</summary>
    public static string InWords(string place)
    {
        var text = new StringBuilder();
        foreach (var step in place.Split('/'))
        {
            var bang = step.IndexOf('!', StringComparison.Ordinal);
            text.Append(text.Length > 0 ? "内" : string.Empty).Append(bang > 0 ? $"“{step[..bang]}”" : string.Empty);
            foreach (var (mark, number) in Steps(step[(bang + 1)..]))
            {
                text.Append(CultureInfo.InvariantCulture, $"第{number}{Word(mark)}");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(char Mark, string Number)> Steps(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            yield return (text[i], text[(i + 1)..end]);
            i = end;
        }
    }

    private static string Word(char mark) => mark switch { 't' => "张表", 'r' => "行", 'c' => "格", 'l' => "行", _ => "段" };

    private static void Append(StringBuilder text, char mark, int? number)
    {
        if (number is { } known)
        {
            text.Append(mark).Append(known.ToString(CultureInfo.InvariantCulture));
        }
    }
}
