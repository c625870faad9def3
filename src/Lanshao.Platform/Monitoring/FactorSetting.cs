using System.Globalization;
using Lanshao.Hj212.Codes;

namespace Lanshao.Platform.Monitoring;

/// <summary>How one factor of a device is read: which code it sends, what unit it means, and what is plausible.</summary>
/// <param name="Sent">The code that the device sends.</param>
/// <param name="Code">The code of 2017 that it means.</param>
/// <param name="Unit">The unit in which the value is stored.</param>
/// <param name="Multiplier">What the sent number is multiplied by to be in that unit.</param>
/// <param name="Low">The least plausible value in that unit; null for no bound.</param>
/// <param name="High">The largest plausible value in that unit; null for no bound.</param>
public sealed record FactorSetting(string Sent, string Code, string Unit, decimal Multiplier, decimal? Low, decimal? High)
{
    private static readonly char[] Between = [';', '；'];
    private static readonly char[] Blanks = [' ', '\t', '　'];

    /// <summary>Reads a cell of a register: <c>a34004 µg/m³ 0~1000；02→a21026 µg/m³ ×1000 0~500</c>; unit, multiplier and range may be left out.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="settings">The settings in their order.</param>
    /// <param name="wrong">The first entry that could not be read.</param>
    public static bool TryParse(string text, out IReadOnlyList<FactorSetting> settings, out string wrong)
    {
        var read = new List<FactorSetting>();
        settings = read;
        wrong = string.Empty;
        foreach (var entry in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (One(entry) is not { } setting || read.Exists(known => known.Sent == setting.Sent))
            {
                wrong = entry;
                return false;
            }

            read.Add(setting);
        }

        return true;
    }

    /// <summary>Writes the settings as they are read.</summary>
    public static string Write(IEnumerable<FactorSetting> settings) => string.Join('；', settings.Select(setting => setting.ToString()));

    /// <inheritdoc/>
    public override string ToString()
    {
        var code = Sent == Code ? Code : $"{Sent}→{Code}";
        var times = Multiplier == 1 ? string.Empty : $" ×{Plain(Multiplier)}";
        var range = Low is null && High is null ? string.Empty : $" {Plain(Low)}~{Plain(High)}";
        return string.Concat(code, Unit.Length == 0 ? string.Empty : " " + Unit, times, range);
    }

    private static FactorSetting? One(string entry)
    {
        var words = entry.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var codes = words[0].Split('→');
        var code = CodeTables.Find(codes[^1])?.Code ?? codes[^1];
        if (codes.Length > 2 || codes.Any(c => c.Length is 0 or > 20))
        {
            return null;
        }

        var setting = new FactorSetting(codes[0], code, string.Empty, 1, null, null);
        foreach (var word in words.Skip(1))
        {
            if (Take(setting, word) is not { } taken)
            {
                return null;
            }

            setting = taken;
        }

        return setting;
    }

    private static FactorSetting? Take(FactorSetting setting, string word)
    {
        if (word[0] is '×' or 'x' or '*')
        {
            return Number(word[1..]) is { } times and > 0 ? setting with { Multiplier = times } : null;
        }

        if (word.Split('~') is [var low, var high])
        {
            var (least, most) = (Number(low), Number(high));
            return (least is null && low.Length > 0) || (most is null && high.Length > 0) || least > most ? null : setting with { Low = least, High = most };
        }

        return setting.Unit.Length == 0 && word.Length <= 20 ? setting with { Unit = word } : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? string.Empty;
}
