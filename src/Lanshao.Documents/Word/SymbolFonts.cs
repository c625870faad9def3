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

    // Pairs of a character of the font and what it shows.
    private const string WingdingsPairs =
        "\u006C●\u006D❍\u006E■\u006F□\u0070□\u0071□\u0072□\u0074◆\u0075◆\u0076❖\u009E·\u009F•\u00A1○\u00A7▪\u00A8□\u00AB★"
        + "\u00D8➢\u00DF←\u00E0→\u00E1↑\u00E2↓\u00E8→\u00F0⇨\u00FB✗\u00FC✓\u00FD☒\u00FE☑";

    private const string Wingdings2Pairs = "\u004F✗\u0050✓\u0051☒\u0052☑\u0053☒\u0054☒\u0098•\u009F■\u00A3☐";

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
            "Wingdings 2" => FromPairs(Wingdings2Pairs, code),
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
        _ => FromPairs(WingdingsPairs, code),
    };

    private static char? FromPairs(string pairs, char code)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == code)
            {
                return pairs[i + 1];
            }
        }

        return null;
    }
}
