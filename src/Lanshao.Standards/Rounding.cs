using System.Globalization;
using System.Numerics;

namespace Lanshao.Standards;

/// <summary>Rounds decimal figures as GB/T 8170 asks: once, from the original value, ties to the even digit.</summary>
/// <remarks>
/// GB/T 8170-2008 数值修约规则与极限数值的表示和判定, clause 3 (修约规则). All work is done on whole numbers scaled from the decimal
/// digits, so nothing is lost to binary fractions or to a product that no longer fits 28 digits. A result never is a negative zero.
/// This type is the only place of the house that rounds.
/// </remarks>
public static class Rounding
{
    /// <summary>The digits after the decimal point at which a quotient is cut where it is printed as exact text.</summary>
    public const int ExactDecimals = 12;

    private const int MaxDecimals = 28;

    /// <summary>Decimals of a sum of decimal quotients that can be trusted: what lies behind them is noise of the divisions.</summary>
    private const int NoiseFreeDecimals = 20;

    /// <summary>Rounds to a number of decimals; exactly a half keeps the last digit even (四舍六入五成双).</summary>
    /// <param name="exact">The original, unrounded value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point, −28 to 28; −2 rounds to hundreds.</param>
    /// <returns>The rounded value in the same unit, carrying <paramref name="decimals"/> digits after the point.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    /// <remarks>GB/T 8170-2008, 3.2; negative values by their absolute value, 3.2.5.</remarks>
    public static decimal HalfEven(decimal exact, int decimals) => At(exact, decimals, MidpointRounding.ToEven);

    /// <summary>Rounds down: to the largest value of that many decimals that is not above the original.</summary>
    /// <param name="exact">The original value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point, −28 to 28.</param>
    /// <returns>The value rounded towards minus infinity, same unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    /// <remarks>Not a rule of GB/T 8170: used only where a rule asks for it, such as a limit that may not be overstated.</remarks>
    public static decimal Down(decimal exact, int decimals) => At(exact, decimals, MidpointRounding.ToNegativeInfinity);

    /// <summary>Rounds up: to the smallest value of that many decimals that is not below the original (进位).</summary>
    /// <param name="exact">The original value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point, −28 to 28.</param>
    /// <returns>The value rounded towards plus infinity, same unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    /// <remarks>Not a rule of GB/T 8170: used only where a standard asks for it, such as the air quality index.</remarks>
    public static decimal Up(decimal exact, int decimals) => At(exact, decimals, MidpointRounding.ToPositiveInfinity);

    /// <summary>Cuts the digits beyond a number of decimals without rounding, for printing a quotient as exact text.</summary>
    /// <param name="exact">The value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point that stay, −28 to 28.</param>
    /// <returns>The value cut towards zero, same unit; shorter values stay as they are written.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    public static decimal Cut(decimal exact, int decimals) => exact.Scale <= decimals ? exact : At(exact, decimals, MidpointRounding.ToZero);

    /// <summary>Rounds to a rounding interval (修约间隔): the nearest multiple, exactly a half to the even multiple.</summary>
    /// <param name="exact">The original, unrounded value, in any unit.</param>
    /// <param name="interval">The interval, greater than 0, in the unit of <paramref name="exact"/>: 0.1, 1, 100, and the 0.5 and 0.2 units such as 0.5 or 20.</param>
    /// <returns>The rounded value in the same unit, with as many decimals as the interval needs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not above 0.</exception>
    /// <exception cref="OverflowException">The rounded value does not fit a decimal.</exception>
    /// <remarks>GB/T 8170-2008, 3.2 and 3.3 (0.5 单位修约, 0.2 单位修约: the value times 2 or 5 is rounded, then divided again; the same as rounding to even multiples).</remarks>
    public static decimal ToInterval(decimal exact, decimal interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval);

        return ToMultiple(exact, interval, DecimalsOf(interval), MidpointRounding.ToEven);
    }

    /// <summary>Rounds to a number of significant digits (有效位数).</summary>
    /// <param name="exact">The original, unrounded value, in any unit.</param>
    /// <param name="digits">Significant digits to keep, 1 to 28.</param>
    /// <returns>The rounded value in the same unit; 0 stays 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    /// <remarks>GB/T 8170-2008, 3.1 and 3.2: the place is fixed by the first digit of the original value, so 999.6 to three digits is 1000.</remarks>
    public static decimal ToSignificant(decimal exact, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDecimals);
        if (exact == 0m)
        {
            return 0m;
        }

        var written = BigInteger.Abs(Mantissa(exact)).ToString(CultureInfo.InvariantCulture).Length;
        return HalfEven(exact, Math.Min(digits - (written - exact.Scale), MaxDecimals));
    }

    /// <summary>Counts the digits after the decimal point that a value really needs.</summary>
    /// <param name="value">Any value; trailing zeros do not count.</param>
    /// <returns>0 to 28.</returns>
    public static int DecimalsOf(decimal value)
    {
        var mantissa = Mantissa(value);
        var decimals = (int)value.Scale;
        while (decimals > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            decimals--;
        }

        return decimals;
    }

    /// <summary>Takes the noise of decimal divisions off a figure that quotients were summed to, so that a tie stays a tie: three times a third is one.</summary>
    /// <param name="figure">The figure, below 10⁷, in any unit.</param>
    /// <returns>The figure with 20 decimals at most, same unit.</returns>
    internal static decimal WithoutNoise(decimal figure) => HalfEven(figure, NoiseFreeDecimals);

    private static decimal At(decimal exact, int decimals, MidpointRounding mode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, -MaxDecimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaxDecimals);
        if (decimals < 0)
        {
            return ToMultiple(exact, (decimal)BigInteger.Pow(10, -decimals), 0, mode);
        }

#pragma warning disable RS0030 // The one place that rounds; decimal.Round works on the decimal digits and is exact.
        var rounded = decimal.Round(exact, decimals, mode);
#pragma warning restore RS0030
        return WithDecimals(rounded, decimals);
    }

    /// <summary>The multiple of <paramref name="interval"/> chosen by <paramref name="mode"/>, computed on whole numbers.</summary>
    private static decimal ToMultiple(decimal exact, decimal interval, int decimals, MidpointRounding mode)
    {
        var scale = Math.Max(exact.Scale, interval.Scale);
        var value = Mantissa(exact) * BigInteger.Pow(10, scale - exact.Scale);
        var step = Mantissa(interval) * BigInteger.Pow(10, scale - interval.Scale);

        var multiple = Quotient(value, step, mode) * step;

        var rounded = (decimal)(multiple / BigInteger.Pow(10, scale - decimals));   // a multiple of the interval ends where the interval ends
        return WithDecimals(rounded * Unit(decimals), decimals);
    }

    private static BigInteger Quotient(BigInteger value, BigInteger step, MidpointRounding mode)
    {
        var quotient = BigInteger.DivRem(value, step, out var rest);
        if (rest.IsZero)
        {
            return quotient;
        }

        var away = rest.Sign;
        var twice = BigInteger.Abs(rest) * 2;
        var carries = mode switch
        {
            MidpointRounding.ToNegativeInfinity => away < 0,
            MidpointRounding.ToPositiveInfinity => away > 0,
            MidpointRounding.ToZero => false,
            _ => twice > step || (twice == step && !quotient.IsEven),
        };
        return carries ? quotient + away : quotient;
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        return decimal.IsNegative(value) ? -size : size;
    }

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    /// <summary>Gives the value its digits after the point, so that it prints as rounded, and takes the sign from a zero.</summary>
    private static decimal WithDecimals(decimal rounded, int decimals)
    {
        var zero = new decimal(0, 0, 0, false, (byte)decimals);
        return rounded == 0m ? zero : rounded + zero;
    }
}
