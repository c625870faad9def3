using System.Text;
using Lanshao.Documents.Charts;

namespace Lanshao.Documents.Writing;

/// <summary>A piece of a label in one font, with the advance of every character: Chinese characters take an em, Latin ones the widths of Times.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsWide">Whether they are Chinese.</param>
/// <param name="Advances">An advance for each half of UTF-16; the second half of a character has none.</param>
internal sealed record ChartWords(string Text, bool IsWide, IReadOnlyList<double> Advances)
{
    /// <summary>Takes a label apart.</summary>
    public static IEnumerable<ChartWords> Of(string text, double size)
    {
        var (piece, advances, isWide) = (new StringBuilder(), new List<double>(), false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && ChartScale.IsWide(rune) != isWide)
            {
                yield return new(piece.ToString(), isWide, [.. advances]);
                piece.Clear();
                advances.Clear();
            }

            isWide = ChartScale.IsWide(rune);
            piece.Append(rune);
            advances.Add(Ems(rune, isWide) * size);
            advances.AddRange(Enumerable.Repeat(0d, rune.Utf16SequenceLength - 1));
        }

        if (piece.Length > 0)
        {
            yield return new(piece.ToString(), isWide, [.. advances]);
        }
    }

    private static double Ems(Rune rune, bool isWide) => rune.Value switch
    {
        _ when isWide => 1,
        '.' or ',' or ' ' or ':' or ';' or '/' => 0.27,
        '-' or '(' or ')' => 0.333,
        '%' or 'm' => 0.8,
        'M' or 'W' => 0.9,
        >= 'A' and <= 'Z' => 0.68,
        _ => 0.5,
    };
}
