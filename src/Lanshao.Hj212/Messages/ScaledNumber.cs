using System.Globalization;
using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>A decimal number as a device wrote it: 38.50 is 3850 with two decimals, so that nothing is lost and nothing is allocated.</summary>
/// <param name="Mantissa">The digits without the point, at most 18.</param>
/// <param name="Decimals">How many of them stand behind the point, 0–18.</param>
public readonly record struct ScaledNumber(long Mantissa, int Decimals)
{
    private const int MostDigits = 18;

    /// <summary>Gets the value as a decimal with the decimals that were sent.</summary>
    public decimal Value => new(unchecked((int)Math.Abs(Mantissa)), unchecked((int)(Math.Abs(Mantissa) >> 32)), 0, Mantissa < 0, (byte)Decimals);

    /// <summary>Reads a plain decimal number: a sign, digits, one point; leading zeros are allowed, an exponent or a comma is not.</summary>
    /// <param name="text">The bytes of the value.</param>
    /// <param name="number">The number, when the answer is true.</param>
    /// <returns>False of everything else, also of more than 18 digits.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out ScaledNumber number)
    {
        number = default;
        var at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var point = -1;
        var mantissa = 0L;
        for (var i = at; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                // Eighteen digits fit; beyond them the length below refuses what wrapped around here.
                mantissa = unchecked((mantissa * 10) + digit);
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        var digits = text.Length - at - (point < 0 ? 0 : 1);
        if (digits is 0 or > MostDigits)
        {
            return digits > MostDigits && TryParseLong(text, at, out number);
        }

        number = new(text[0] == '-' ? -mantissa : mantissa, point < 0 ? 0 : text.Length - point - 1);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Zeros in front do not count: 0000000000000000012.5 is a number.
    private static bool TryParseLong(ReadOnlySpan<byte> text, int sign, out ScaledNumber number)
    {
        var digits = text[sign..].TrimStart((byte)'0');
        number = default;
        if (digits.Length == text.Length - sign || !TryParse(digits, out var unsigned) || !(Ascii.IsDigit(digits[0]) || digits[0] == '.'))
        {
            return false;
        }

        number = text[0] == '-' ? unsigned with { Mantissa = -unsigned.Mantissa } : unsigned;
        return true;
    }
}
