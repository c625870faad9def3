using System.Text;

namespace Lanshao.Documents.Language;

/// <summary>What readers of printed Chinese do to characters before they read: full-width forms, letter-spacing, line ends.</summary>
public static class ChineseText
{
    /// <summary>Tells whether a character is a Chinese one (CJK ideograph).</summary>
    /// <param name="c">The character.</param>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3007' || char.IsSurrogate(c);

    /// <summary>Turns full-width digits, letters and the signs that stand in numbers into the plain ones; Chinese punctuation stays.</summary>
    /// <param name="text">The text as printed.</param>
    /// <returns>A text of the same length.</returns>
    public static string ToHalfWidth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NeedsNoChange(text) ? text : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Plain(source[i]);
            }
        });
    }

    /// <summary>Drops every blank, the full-width one included, and makes full-width forms plain: for names and headings, which letter-spacing must not change.</summary>
    /// <param name="text">The text as printed.</param>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = ToHalfWidth(text);
        if (!HasBlank(plain))
        {
            return plain;
        }

        var kept = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (!IsBlank(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>Tells whether nothing is printed for a character.</summary>
    /// <param name="c">The character.</param>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD';

    private static bool HasBlank(string text)
    {
        foreach (var c in text)
        {
            if (IsBlank(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeedsNoChange(string text)
    {
        foreach (var c in text)
        {
            if (Plain(c) != c)
            {
                return false;
            }
        }

        return true;
    }

    private static char Plain(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 0xFEE0),
        '％' or '．' or '／' or '＋' or '＜' or '＞' or '＝' => (char)(c - 0xFEE0),
        _ => c,
    };
}
