using System.Globalization;

namespace Lanshao.Documents.Language;

/// <summary>Reads numbers as official Chinese prints them: <c>16269</c>, <c>3,126.66</c>, <c>2.9万</c>, <c>三十二</c>, <c>三点五</c>, <c>二〇二二</c>.</summary>
public static class ChineseNumber
{
    private const int MostDigits = 18;
    private const int MostDecimals = 6;
    private const string Digits = "〇一二三四五六七八九";
    private const string Multipliers = "十百千";

    /// <summary>Reads the number that begins at a place of a text.</summary>
    /// <param name="text">The text, full-width forms made plain.</param>
    /// <param name="start">The place.</param>
    /// <param name="number">The number; where the answer is no, its <see cref="NumberReading.Length"/> still says how many characters belong together and can be skipped.</param>
    /// <returns>Whether a number stands there that can be held exactly.</returns>
    public static bool TryReadAt(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        var rest = text[start..];
        number = default;
        if (rest.IsEmpty)
        {
            return false;
        }

        if (char.IsAsciiDigit(rest[0]))
        {
            return TryReadArabic(rest, out number);
        }

        return IsNumeral(rest[0]) && TryReadChinese(rest, out number);
    }

    /// <summary>Tells whether a character can stand in a number written in Chinese.</summary>
    /// <param name="c">The character.</param>
    public static bool IsNumeral(char c) => DigitOf(c) >= 0 || Multipliers.Contains(c, StringComparison.Ordinal) || c is '万' or '亿';

    private static bool TryReadArabic(ReadOnlySpan<char> text, out NumberReading number)
    {
        var length = DigitsLength(text);
        var readable = decimal.TryParse(WithoutCommas(text[..length]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure);
        var scale = ScaleAt(text, ref length);
        number = new NumberReading(readable ? figure : 0, scale, length);
        return readable;
    }

    // Digits with commas before groups of three, and a fraction.
    private static int DigitsLength(ReadOnlySpan<char> text)
    {
        var i = RunOfDigits(text, 0);
        while (i + 3 < text.Length && text[i] == ',' && RunOfDigits(text, i + 1) == i + 4)
        {
            i += 4;
        }

        return i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]) ? RunOfDigits(text, i + 1) : i;
    }

    private static int RunOfDigits(ReadOnlySpan<char> text, int from)
    {
        var i = from;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }

    private static string WithoutCommas(ReadOnlySpan<char> figure)
    {
        var point = figure.IndexOf('.');
        var whole = point < 0 ? figure.Length : point;
        return whole > MostDigits || figure.Length - whole > MostDecimals + 1 ? "" : figure.ToString().Replace(",", "", StringComparison.Ordinal);
    }

    // 万, 亿, 万亿; 百万 and 千万; a 千 or 百 of its own belongs to the unit (千克, 千瓦).
    private static decimal ScaleAt(ReadOnlySpan<char> text, ref int length)
    {
        var scale = 1m;
        if (length + 1 < text.Length && text[length] is '百' or '千' && text[length + 1] is '万' or '亿')
        {
            scale = text[length] == '百' ? 100m : 1_000m;
            length++;
        }

        for (var words = 0; words < 2 && length < text.Length && text[length] is '万' or '亿'; words++)
        {
            scale *= text[length] == '万' ? 10_000m : 100_000_000m;
            length++;
        }

        return scale;
    }

    private static bool TryReadChinese(ReadOnlySpan<char> text, out NumberReading number)
    {
        var length = 0;
        while (length < text.Length && IsNumeral(text[length]))
        {
            length++;
        }

        number = new NumberReading(0, 1m, length);
        if (length > MostDigits)
        {
            return false;
        }

        var closing = ClosingScale(text[..length], out var figureLength);
        if (!TryReadFigure(text[..figureLength], out var figure))
        {
            return false;
        }

        number = new NumberReading(figure, closing, length);
        return closing != 1m || TryReadDecimals(text, ref number);
    }

    // The 万 of 三百万 is a scale; in 一亿二千万 it belongs to the figure.
    private static decimal ClosingScale(ReadOnlySpan<char> numerals, out int figureLength)
    {
        var scale = numerals.EndsWith("万亿") ? 1_000_000_000_000m : numerals[^1] == '亿' ? 100_000_000m : numerals[^1] == '万' ? 10_000m : 1m;
        figureLength = numerals.Length - (scale == 1m ? 0 : scale > 100_000_000m ? 2 : 1);
        if (!numerals[..figureLength].ContainsAny('万', '亿'))
        {
            return scale;
        }

        figureLength = numerals.Length;
        return 1m;
    }

    // Without a figure before them, 百万 or 千 are manners of speaking; two digits side by side (三五) are a guess; four are a year.
    private static bool TryReadFigure(ReadOnlySpan<char> numerals, out decimal figure)
    {
        figure = 0;
        if (numerals.IsEmpty || numerals[0] is '百' or '千' or '万' or '亿')
        {
            return false;
        }

        if (!numerals.ContainsAny("十百千万亿"))
        {
            return numerals.Length is 1 or 4 && TryReadDigits(numerals, out figure);
        }

        return TryReadSections(numerals, out figure);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> numerals, out decimal figure)
    {
        figure = 0;
        foreach (var c in numerals)
        {
            figure = (figure * 10) + DigitOf(c);
        }

        return true;
    }

    private static bool TryReadSections(ReadOnlySpan<char> numerals, out decimal figure)
    {
        var (total, section, digit, lastUnit) = (0m, 0m, -1, 100_000m);
        figure = 0;
        foreach (var c in numerals)
        {
            if (DigitOf(c) is >= 0 and var read)
            {
                if (digit > 0)
                {
                    return false;
                }

                digit = read;
                continue;
            }

            var unit = UnitOf(c);
            if (unit >= 10_000m)
            {
                var part = section + Math.Max(digit, 0);
                total = unit > 10_000m ? (total + part) * unit : total + (part * unit);
                (section, lastUnit) = (0m, 100_000m);
            }
            else if (unit < lastUnit)
            {
                section += Math.Max(digit, digit < 0 && unit == 10m ? 1 : 0) * unit;
                lastUnit = unit;
            }
            else
            {
                return false;
            }

            digit = -1;
        }

        figure = total + section + Math.Max(digit, 0);
        return true;
    }

    private static bool TryReadDecimals(ReadOnlySpan<char> text, ref NumberReading number)
    {
        var i = number.Length;
        if (i + 1 >= text.Length || text[i] != '点' || DigitOf(text[i + 1]) < 0)
        {
            return true;
        }

        var (figure, part, digits) = (number.Figure, 0.1m, 0);
        for (i++; i < text.Length && DigitOf(text[i]) >= 0 && digits < MostDecimals; i++, digits++, part /= 10)
        {
            figure += DigitOf(text[i]) * part;
        }

        var scale = ScaleAt(text, ref i);
        number = new NumberReading(figure, scale, i);
        return true;
    }

    private static decimal UnitOf(char c) => c switch { '十' => 10m, '百' => 100m, '千' => 1_000m, '万' => 10_000m, _ => 100_000_000m };

    private static int DigitOf(char c) => c switch { '两' => 2, '零' => 0, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
}
