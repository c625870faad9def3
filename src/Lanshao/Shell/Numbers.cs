using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Standards;

namespace Lanshao.Shell;

/// <summary>Numbers as people read them.</summary>
public static partial class Numbers
{
    // Beyond these a quotient says nothing of how it is rounded.
    private const int FurtherDecimals = 4;

    /// <summary>Returns a value before it is rounded, cut where further digits explain nothing.</summary>
    /// <param name="exact">The value.</param>
    /// <param name="decimals">To how many decimals it is rounded.</param>
    public static string Unrounded(decimal exact, int decimals) => Rounding.Cut(exact, decimals + FurtherDecimals).ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Finds the numbers in a sentence with the first character of their unit: no line may end between them.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <returns>It in pieces, in order.</returns>
    public static IEnumerable<(string Text, bool IsNumber)> Split(string sentence)
    {
        var from = 0;
        foreach (Match match in Number().Matches(sentence))
        {
            if (match.Index > from)
            {
                yield return (sentence[from..match.Index], false);
            }

            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        if (from < sentence.Length)
        {
            yield return (sentence[from..], false);
        }
    }

    [GeneratedRegex("[-+≤≥]?[0-9][0-9.,%]*[\\p{IsCJKUnifiedIdeographs}]?", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
