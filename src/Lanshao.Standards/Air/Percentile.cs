namespace Lanshao.Standards.Air;

/// <summary>Percentiles of daily values (百分位数).</summary>
/// <remarks>HJ 663, annex A (formula recalled, the same as common linear interpolation): k = 1 + (n − 1)·p/100 in the ascending list, linear between the neighbours of k.</remarks>
public static class Percentile
{
    /// <summary>Computes a percentile.</summary>
    /// <param name="values">The values, any order and unit.</param>
    /// <param name="p">Which percentile, 0 to 100.</param>
    /// <returns>The percentile in the unit of the values; <see langword="null"/> without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public static decimal? Compute(IEnumerable<decimal> values, int p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 100);
        decimal[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            return null;
        }

        var (below, hundredths) = Math.DivRem((sorted.Length - 1) * p, 100);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Rounding.WithoutNoise(sorted[below] + ((sorted[above] - sorted[below]) * hundredths / 100));
    }
}
