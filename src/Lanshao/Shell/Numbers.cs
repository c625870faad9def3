using System.Text.RegularExpressions;

namespace Lanshao.Shell;

/// <summary>Finds the numbers in a sentence with the first character of their unit: no line may end between them.</summary>
public static partial class Numbers
{
    /// <summary>Returns the sentence in pieces, in order.</summary>
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
