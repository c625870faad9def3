using System.Globalization;
using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>From where on a drive is high, of the pack's <c>checks.yaml</c>.</summary>
/// <param name="PeakTimes">By how many times the mean of the drive a point or stretch is high.</param>
/// <param name="Offered">The multiples that the page offers, in order.</param>
public sealed record DriveRule(decimal PeakTimes, IReadOnlyList<decimal> Offered)
{
    /// <summary>The smallest multiple.</summary>
    public const decimal Least = 1.1m;

    /// <summary>The largest multiple.</summary>
    public const decimal Most = 10;

    /// <summary>What holds where a pack says nothing.</summary>
    public static DriveRule Usual { get; } = new(2, [1.5m, 2, 3]);

    /// <summary>Reads the part <c>drives</c> of the file.</summary>
    internal static DriveRule Read(PackMap root)
    {
        if (root.MapOrNull("drives") is not { } map)
        {
            return Usual;
        }

        var times = map.NumberOrNull("peakTimes", Least, Most) ?? Usual.PeakTimes;
        var offered = new List<decimal> { times };
        foreach (var text in map.Texts("offered"))
        {
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var multiple) && multiple is >= Least and <= Most)
            {
                offered.Add(multiple);
            }
            else
            {
                map.UnknownReference("offered", text, [string.Create(CultureInfo.InvariantCulture, $"{Least}—{Most}")]);
            }
        }

        map.Done();
        return new(times, [.. offered.Distinct().Order()]);
    }
}
