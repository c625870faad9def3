using System.Globalization;

namespace Lanshao.Platform.Evaluation;

/// <summary>A concentration as laboratories write it: a number, in scientific notation too, or what lies below a detection limit, which counts half of it.</summary>
/// <param name="Concentration">The number that counts, in the unit of its column.</param>
/// <param name="IsUndetected">Whether it is half of a detection limit: 0.01L, &lt;0.01.</param>
public readonly record struct WaterReading(decimal Concentration, bool IsUndetected)
{
    private const NumberStyles Numbers = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
    private const decimal Half = 0.5m;

    /// <summary>Words for a section or point that could not be sampled.</summary>
    public static IReadOnlyList<string> NotSampled { get; } = ["结冰", "无法采样", "未采样"];

    private static readonly string[] Missing = ["", "-", "--", "—", "——", "/", "NA", "未测", "缺测"];

    /// <summary>Says whether a cell holds no measurement.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text);

    /// <summary>Reads a cell; broken text and numbers below nought answer false and never throw.</summary>
    public static bool TryRead(string text, out WaterReading reading)
    {
        var (plain, isUndetected) = text switch
        {
            ['<' or '＜', .. var limit] => (limit.Trim(), true),
            [.. var limit, 'L' or 'l'] => (limit.Trim(), true),
            _ => (text, false),
        };
        var isNumber = decimal.TryParse(plain, Numbers, CultureInfo.InvariantCulture, out var number) && number >= 0m;
        reading = new(isUndetected ? number * Half : number, isUndetected);
        return isNumber;
    }
}
