using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>Reads values of the command line exactly: no culture, no silent loss; what does not fit is wrong usage (exit 2).</summary>
internal static partial class ArgumentValues
{
    /// <summary>A plain decimal number with at most 28 digits, so that nothing is lost.</summary>
    public static decimal Decimal(ArgumentResult argument)
    {
        var text = Text(argument);
        if (TryDecimal(text, out var number))
        {
            return number;
        }

        argument.AddError($"“{text}”不是数字，应为 38.5 这样的小数，最多28位。");
        return 0m;
    }

    public static decimal? OptionalDecimal(ArgumentResult argument) => Decimal(argument);

    public static DateOnly Day(ArgumentResult argument)
    {
        var text = Text(argument);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError($"“{text}”不是日期，应为 2024-06-30 的写法。");
        return default;
    }

    public static Period Month(ArgumentResult argument)
    {
        var text = Text(argument);
        if (Period.TryParse(text, out var month) && month.Kind == PeriodKind.Month)
        {
            return month;
        }

        argument.AddError($"“{text}”不是月份，应为 2024-10 的写法。");
        return default;
    }

    /// <summary>Reads a plain decimal number; broken text answers false.</summary>
    public static bool TryDecimal(string text, out decimal number)
    {
        number = 0m;
        return PlainNumber().IsMatch(text) && text.Count(char.IsAsciiDigit) <= 28
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static string Text(ArgumentResult argument) => argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
