namespace Lanshao.Documents.Word;

/// <summary>What the instruction of a field asks for.</summary>
internal static class FieldInstruction
{
    private static readonly HashSet<string> ActiveWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE", "RD", "EMBED", "MACROBUTTON",
    };

    /// <summary>Whether a program that follows the field fetches or runs something.</summary>
    public static bool IsActive(string instruction) => ActiveWords.Contains(Word(instruction).ToString());

    /// <summary>Returns what a field prints that has no stored result, e.g. the circled character of <c>EQ \o\ac(○,秘)</c>.</summary>
    public static string? PrintedText(string instruction)
    {
        var rest = instruction.AsSpan().Trim();
        var word = Word(instruction);
        if (word.Equals("MACROBUTTON", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[word.Length..].TrimStart();
            return rest.IndexOf(' ') is > 0 and var end ? rest[(end + 1)..].Trim().ToString() : null;
        }

        if (!word.Equals("EQ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var open = rest.LastIndexOfAny('(', ',');
        var close = rest.LastIndexOf(')');
        return open >= 0 && close > open ? rest[(open + 1)..close].ToString() : null;
    }

    private static ReadOnlySpan<char> Word(string instruction)
    {
        var text = instruction.AsSpan().Trim();
        var end = text.IndexOfAny(' ', '\t', '\\');
        return end < 0 ? text : text[..end];
    }
}
