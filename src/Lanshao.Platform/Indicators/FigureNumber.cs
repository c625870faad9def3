using System.Globalization;

namespace Lanshao.Platform.Indicators;

/// <summary>Reads the number of a figure: plain decimals, also with a percent sign, thousands parted by commas, a full-width or mathematical minus. At most six decimals, as many as are stored.</summary>
internal static class FigureNumber
{
    private const int MostDecimals = 6;
    private const decimal Largest = 999_999_999_999m;

    public static bool TryRead(string text, out decimal number)
    {
        var plain = text.Trim().TrimEnd('%', '％').Replace('−', '-').Replace('－', '-').Replace('＋', '+');
        plain = HasThousands(plain) ? plain.Replace(",", "", StringComparison.Ordinal) : plain;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && plain.Any(char.IsAsciiDigit) && number.Scale <= MostDecimals && Math.Abs(number) <= Largest;
    }

    // 31,266,600 and not 1,5: every comma stands before exactly three digits.
    private static bool HasThousands(string text)
    {
        var groups = text.Split('.')[0].TrimStart('-', '+').Split(',');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }
}
