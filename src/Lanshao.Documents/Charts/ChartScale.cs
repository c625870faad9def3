using System.Globalization;
using System.Text;

namespace Lanshao.Documents.Charts;

/// <summary>Even steps of an axis from zero, and how wide a label is.</summary>
internal static class ChartScale
{
    private const int Steps = 4;
    private static readonly decimal[] Even = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>Returns the steps of an axis from zero to the first at or above the largest value: 0, 10, 20 … for 38.</summary>
    public static IReadOnlyList<decimal> Ticks(decimal largest)
    {
        var step = StepFor(Math.Max(largest, 0m));
        var count = Math.Max(1, (int)decimal.Ceiling(largest / step));
        return [.. Enumerable.Range(0, count + 1).Select(i => i * step)];
    }

    /// <summary>Returns a step as printed on an axis, without idle zeros.</summary>
    public static string Text(decimal tick) => tick.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Estimates the width of a label: a full em for Chinese characters, a little over half for others.</summary>
    public static double TextWidth(string text, double size)
    {
        var ems = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            ems += IsWide(rune) ? 1 : 0.56;
        }

        return ems * size;
    }

    /// <summary>Says whether a character takes a full em.</summary>
    public static bool IsWide(Rune rune) => rune.Value >= 0x2E80 || rune.Value is 0x2014 or 0x2026 or (>= 0x2160 and <= 0x217F);

    private static decimal StepFor(decimal largest)
    {
        if (largest == 0m)
        {
            return 1m;
        }

        var power = 1m;
        while (power * 10m * Steps <= largest)
        {
            power *= 10m;
        }

        while (power * Steps > largest)
        {
            power /= 10m;
        }

        return Array.Find(Even, even => even * power * Steps >= largest) * power;
    }
}
