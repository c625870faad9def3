using System.Globalization;

namespace Lanshao.Documents.Word;

/// <summary>What the characters of symbol fonts show, as far as official documents use them.</summary>
internal static class SymbolFonts
{
    private const char PrivateFirst = '\uF000';
    private const char PrivateLast = '\uF0FF';

    // The Symbol font from 0x20 to 0x7E and from 0xA0 to 0xF2, in order.
    private const string SymbolLow = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    private const string SymbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫";

    private static readonly Dictionary<char, char> Wingdings = new()
    {
        ['\x6C'] = '●', ['\x6D'] = '❍', ['\x6E'] = '■', ['\x6F'] = '□', ['\x70'] = '□', ['\x71'] = '□', ['\x72'] = '□', ['\x74'] = '◆', ['\x75'] = '◆',
        ['\x76'] = '❖', ['\x9E'] = '·', ['\x9F'] = '•', ['\xA1'] = '○', ['\xA7'] = '▪', ['\xA8'] = '□', ['\xAB'] = '★', ['\xD8'] = '➢', ['\xDF'] = '←',
        ['\xE0'] = '→', ['\xE1'] = '↑', ['\xE2'] = '↓', ['\xE8'] = '→', ['\xF0'] = '⇨', ['\xFB'] = '✗', ['\xFC'] = '✓', ['\xFD'] = '☒', ['\xFE'] = '☑',
    };

    private static readonly Dictionary<char, char> Wingdings2 = new()
    {
        ['\x4F'] = '✗', ['\x50'] = '✓', ['\x51'] = '☒', ['\x52'] = '☑', ['\x53'] = '☒', ['\x54'] = '☒', ['\x98'] = '•', ['\x9F'] = '■', ['\xA3'] = '☐',
    };

    /// <summary>Returns the font's name if its characters are symbols that are known here.</summary>
    public static string? Known(string? font) => font is "Symbol" or "Wingdings" or "Wingdings 2" ? font : null;

    public static bool IsPrivate(char c) => c is >= PrivateFirst and <= PrivateLast;

    /// <summary>Returns what a <c>sym</c> element shows; <see langword="null"/> where it is not known.</summary>
    public static char? Find(string font, string hexadecimal) =>
        ushort.TryParse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? Find(font, (char)code) : null;

    /// <summary>Returns what a character shows in the font; <see langword="null"/> where it is not known.</summary>
    public static char? Find(string font, char c)
    {
        if (c > '\xFF' && !IsPrivate(c))
        {
            return c;
        }

        var code = (char)(c & 0xFF);
        return font switch
        {
            "Symbol" => FromSymbol(code),
            "Wingdings" => FromWingdings(code),
            "Wingdings 2" => Wingdings2.TryGetValue(code, out var symbol) ? symbol : null,
            _ => IsPrivate(c) ? null : c,
        };
    }

    private static char? FromSymbol(char code) => code switch
    {
        >= '\x20' and <= '\x7E' => SymbolLow[code - 0x20],
        >= '\xA0' when code - 0xA0 < SymbolHigh.Length && SymbolHigh[code - 0xA0] != '\0' => SymbolHigh[code - 0xA0],
        _ => null,
    };

    private static char? FromWingdings(char code) => code switch
    {
        >= '\x81' and <= '\x8A' => (char)('①' + code - 0x81),
        >= '\x8C' and <= '\x95' => (char)('❶' + code - 0x8C),
        _ => Wingdings.TryGetValue(code, out var symbol) ? symbol : null,
    };
}
