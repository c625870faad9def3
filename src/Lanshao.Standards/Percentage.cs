namespace Lanshao.Standards;

/// <summary>Computes the share of a part in a whole, such as the ratio of good days (优良天数比率) or of good water bodies (优良水体比例).</summary>
public static class Percentage
{
    /// <summary>Computes part ÷ whole in percent.</summary>
    /// <param name="part">The part, not negative, in any unit: good days, good sections, cases of one category.</param>
    /// <param name="whole">The whole, not negative, same unit: valid days, sections with a class, all cases.</param>
    /// <param name="decimals">Decimals shown, 0 to 28; the published ratios have 1.</param>
    /// <returns>The share in %, exact and shown; <see langword="null"/> where the whole is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative.</exception>
    public static Reported? Compute(decimal part, decimal whole, int decimals = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);

        return whole == 0m ? null : Reported.Of(part * 100m / whole, decimals);
    }
}
