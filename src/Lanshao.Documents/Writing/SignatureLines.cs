using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanshao.Documents.Writing;

/// <summary>Who issues a document and its date, below the text (GB/T 9704 7.3.5.2): the issuer two characters from the right, the date beginning two characters behind the issuer's first; a date that is longer takes the two characters itself and moves the issuer to the left.</summary>
internal static class SignatureLines
{
    private const string Style = "Signature";
    private const int Character = 100;
    private const int Shift = 2 * Character;
    private const int TwipsOfCharacter = 320;   // 16 pt

    public static IEnumerable<Paragraph> Of(SignatureBlock signature)
    {
        var over = WidthOf(signature.Issuer) - Shift - WidthOf(signature.Date);
        return
        [
            WordText.Paragraph(Style, signature.Issuer, new KeepNext(), new KeepLines(), FromRight(Shift + Math.Max(-over, 0))),
            WordText.Paragraph(Style, signature.Date, FromRight(Shift + Math.Max(over, 0))),
        ];
    }

    // Digits are half as wide as characters.
    private static int WidthOf(string text) => text.Sum(letter => letter < '⺀' ? Character / 2 : Character);

    private static Indentation FromRight(int hundredths) => new()
    {
        Right = (hundredths * TwipsOfCharacter / Character).ToString(CultureInfo.InvariantCulture),
        RightChars = hundredths,
    };
}
