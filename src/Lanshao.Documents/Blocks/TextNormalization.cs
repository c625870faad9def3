namespace Lanshao.Documents.Blocks;

/// <summary>Brings the forms in which one text may be typed together, for comparing and for reading numbers; blocks keep what is printed.</summary>
public static class TextNormalization
{
    private const int FullWidthOffset = '\uFF01' - '!';

    /// <summary>
    /// Returns the text with full-width digits, letters and <c>％ ．</c> as ASCII and every kind of space or tab as one plain space character.
    /// Chinese punctuation such as <c>，；：（）</c> stays, and so does the number of characters.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same text where nothing changes.</returns>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && Normalize(text[first]) == text[first])
        {
            first++;
        }

        return first == text.Length ? text : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Normalize(source[i]);
            }
        });
    }

    /// <summary>Returns the normal form of one character.</summary>
    /// <param name="c">Any character.</param>
    public static char Normalize(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '％' or '．' => (char)(c - FullWidthOffset),
        _ => IsSpace(c) ? ' ' : c,
    };

    /// <summary>Returns the normalised text without any space: what remains when two printings of one name are compared.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutSpaces(string text)
    {
        var normal = Normalize(text);
        return normal.Contains(' ', StringComparison.Ordinal) ? normal.Replace(" ", "", StringComparison.Ordinal) : normal;
    }

    /// <summary>Returns whether the character prints nothing but takes room: space, tab, no-break and ideographic space and their kin.</summary>
    /// <param name="c">Any character.</param>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    /// <summary>Returns whether the character is a Chinese character (not punctuation).</summary>
    /// <param name="c">Any character.</param>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3007';

    /// <summary>Returns whether the character takes no room and prints nothing: soft hyphen, zero-width and direction marks.</summary>
    /// <param name="c">Any character.</param>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF';
}
