using System.Globalization;
using System.Text;

namespace Lanshao.Documents.Hourly;

/// <summary>A concentration as written: digits, at most one point, nothing lost.</summary>
internal static class HourlyNumber
{
    /// <summary>No concentration is larger: what is above is no measurement.</summary>
    public const decimal Largest = 99_999m;

    private const int LongDigits = 17;
    private const int DecimalDigits = 28;

    /// <summary>Reads plain digits into a mantissa and its decimals; false where it takes <see cref="TryReadAny"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out long mantissa, out int decimals)
    {
        (mantissa, decimals) = (0, 0);
        var point = -1;
        if (cell.Length is 0 or > LongDigits)
        {
            return false;
        }

        for (var i = 0; i < cell.Length; i++)
        {
            var digit = unchecked((uint)(cell[i] - '0'));
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (cell[i] == '.' && point < 0 && i > 0 && i < cell.Length - 1)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        decimals = point < 0 ? 0 : cell.Length - 1 - point;
        return true;
    }

    /// <summary>Reads any number of at most 28 digits, also with an exponent or a sign.</summary>
    public static bool TryReadAny(ReadOnlySpan<byte> cell, out decimal value)
    {
        value = 0m;
        var digits = 0;
        foreach (var letter in cell)
        {
            digits += char.IsAsciiDigit((char)letter) ? 1 : 0;
        }

        return cell.Length <= 64 && digits <= DecimalDigits
            && decimal.TryParse(Encoding.UTF8.GetString(cell), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a small whole number, with blanks around.</summary>
    public static bool TryReadWhole(ReadOnlySpan<byte> cell, out int number)
    {
        number = 0;
        var trimmed = cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ') ? cell.Trim((byte)' ') : cell;
        if (trimmed.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var letter in trimmed)
        {
            var digit = unchecked((uint)(letter - '0'));
            if (digit > 9)
            {
                return false;
            }

            number = (number * 10) + (int)digit;
        }

        return true;
    }
}
