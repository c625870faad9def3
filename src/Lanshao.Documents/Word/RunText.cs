using System.Text;
using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Word;

/// <summary>The characters of a run as they are printed.</summary>
internal static class RunText
{
    /// <summary>Takes out what prints nothing, turns line feeds of the file into spaces and symbol-font characters into what they show.</summary>
    public static ReadOnlySpan<char> Clean(StringBuilder text, bool preservesSpace, string? symbolFont)
    {
        var clean = text.ToString().AsSpan();
        if (!preservesSpace)
        {
            clean = clean.Trim([' ', '\t', '\r', '\n']);
        }

        return clean.IndexOfAnyInRange('\0', '\u001F') < 0 && !NeedsWork(clean) ? clean : CleanSlowly(clean, symbolFont);
    }

    private static bool NeedsWork(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (TextNormalization.IsInvisible(c) || SymbolFonts.IsPrivate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string CleanSlowly(ReadOnlySpan<char> text, string? symbolFont)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < ' ')
            {
                clean.Append(' ');
            }
            else if (!TextNormalization.IsInvisible(c))
            {
                clean.Append(symbolFont is null ? c : SymbolFonts.Find(symbolFont, c) ?? c);
            }
        }

        return clean.ToString();
    }
}
