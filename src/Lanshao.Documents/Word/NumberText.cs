using System.Globalization;
using System.Text;

namespace Lanshao.Documents.Word;

/// <summary>Writes the number of a list in its format.</summary>
internal static class NumberText
{
    private const string ChineseDigits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private static readonly (int Value, string Text)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Write(int number, string format) => format switch
    {
        "decimal" or "decimalHalfWidth" => Decimal(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(number).Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c)),
        "none" => "",
        _ when number is < 1 or > 9999 => Decimal(number),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            => Chinese(number, ChineseDigits, "十百千", '零', dropLeadingOne: true),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Chinese(number, LegalDigits, "拾佰仟", '零', dropLeadingOne: false),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Decimal(number).Select(c => ChineseDigits[c - '0'])),
        "ideographTraditional" => Cyclic(number, Stems),
        "ideographZodiac" => Cyclic(number, Branches),
        "upperRoman" => InRoman(number),
        "lowerRoman" => InRoman(number).ToLowerInvariant(),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedParen" when number <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "ideographEnclosedCircle" when number <= 10 => ((char)('㊀' + number - 1)).ToString(),
        "numberInDash" => $"- {Decimal(number)} -",
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int number, string digits, string units, char zero, bool dropLeadingOne)
    {
        var text = new StringBuilder();
        var skippedZero = false;
        for (var (place, divisor) = (3, 1000); place >= 0; place--, divisor /= 10)
        {
            var digit = number / divisor % 10;
            if (digit == 0)
            {
                skippedZero = text.Length > 0;
                continue;
            }

            if (skippedZero)
            {
                text.Append(zero);
                skippedZero = false;
            }

            if (!(dropLeadingOne && digit == 1 && place == 1 && text.Length == 0))
            {
                text.Append(digits[digit]);
            }

            if (place > 0)
            {
                text.Append(units[place - 1]);
            }
        }

        return text.ToString();
    }

    private static string Cyclic(int number, string characters) => number <= characters.Length ? characters[number - 1].ToString() : Decimal(number);

    private static string Circled(int number) => number switch
    {
        <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => Decimal(number),
    };

    // After z come aa, bb, cc.
    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 20));

    private static string InRoman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}
