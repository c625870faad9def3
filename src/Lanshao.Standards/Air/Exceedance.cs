namespace Lanshao.Standards.Air;

/// <summary>Exceedance multiples and attainment rates (超标倍数、达标率).</summary>
/// <remarks>HJ 663: (C − S) ÷ S with two decimals; attaining ÷ valid × 100 with one.</remarks>
public static class Exceedance
{
    /// <summary>Computes by how much a concentration is above a limit.</summary>
    /// <param name="concentration">The concentration.</param>
    /// <param name="limit">The limit, same unit, above 0.</param>
    /// <returns>The multiple; <see langword="null"/> where the concentration is not above.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above 0.</exception>
    public static Reported? Multiple(decimal concentration, decimal limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return concentration > limit ? Reported.Of((concentration - limit) / limit, AirPrecision.Multiple) : null;
    }

    /// <summary>Computes the share of attaining days.</summary>
    /// <param name="attaining">Attaining days, not negative.</param>
    /// <param name="valid">Valid days.</param>
    /// <returns>%, one decimal; <see langword="null"/> without valid days.</returns>
    public static Reported? Rate(int attaining, int valid)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(attaining);
        return valid == 0 ? null : Reported.Of(100m * attaining / valid, AirPrecision.Rate);
    }
}
