using System.Collections.Frozen;

namespace Lanshao.Hj212.Messages;

/// <summary>Doubts about values that no check code can have: placeholders, and orders of magnitude that point to another unit.</summary>
public static class Plausibility
{
    // Ranges that no instrument of the kind leaves in its usual unit; what is beyond fits a unit a thousand times smaller or larger.
    private static readonly FrozenDictionary<string, (decimal Low, decimal High, string Unit)> Ranges = new Dictionary<string, (decimal, decimal, string)>
    {
        ["a34004"] = (-10m, 10000m, "µg/m³"),
        ["a34002"] = (-10m, 20000m, "µg/m³"),
        ["a34001"] = (-10m, 50000m, "µg/m³"),
        ["a21005"] = (-5m, 2000m, "mg/m³"),
        ["a05024"] = (-20m, 5000m, "µg/m³"),
        ["a01001"] = (-60m, 200m, "℃"),
        ["a01002"] = (0m, 110m, "%"),
        ["a01006"] = (30m, 120m, "kPa"),
        ["a01007"] = (0m, 150m, "m/s"),
        ["a01008"] = (0m, 360m, "°"),
        ["w01001"] = (0m, 14m, "pH"),
        ["w01009"] = (0m, 100m, "mg/L"),
        ["w01010"] = (-5m, 100m, "℃"),
        ["LA"] = (0m, 200m, "dB"),
        ["Leq"] = (0m, 200m, "dB"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tells whether a number stands for no value: −99, −999 and so on, or five nines and more.</summary>
    /// <param name="number">The number as sent.</param>
    public static bool IsPlaceholder(ScaledNumber number)
    {
        var whole = number.Value;
        if (whole != decimal.Truncate(whole) || whole is > -99m and < 99999m)
        {
            return false;
        }

        // 99, 999, 9999 …: one more is a power of ten.
        var next = Math.Abs(whole) + 1;
        while (next % 10 == 0)
        {
            next /= 10;
        }

        return next == 1;
    }

    /// <summary>Returns the usual unit that a value does not fit, or null when there is no doubt.</summary>
    /// <param name="factor">The factor's code.</param>
    /// <param name="sent">The number as sent, in the unit that nobody named.</param>
    public static string? UnitDoubt(string factor, decimal sent) =>
        Ranges.TryGetValue(factor, out var range) && (sent < range.Low || sent > range.High) ? range.Unit : null;
}
