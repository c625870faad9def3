using System.Globalization;

namespace Lanshao.Standards;

/// <summary>A figure as it is reported: the exact value and what is shown of it.</summary>
/// <param name="Exact">The unrounded value, in the unit of the figure. Of a figure that is known only from print: the printed value.</param>
/// <param name="Shown">The value rounded once from <paramref name="Exact"/>, same unit.</param>
/// <param name="Decimals">Digits after the decimal point of <paramref name="Shown"/>, 0 to 28.</param>
/// <remarks>Ranks, year-on-year changes and checks say which of the two values they use.</remarks>
public readonly record struct Reported(decimal Exact, decimal Shown, int Decimals)
{
    /// <summary>A one of so many digits that dividing by it takes trailing zeros off.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Rounds a value for reporting, ties to even.</summary>
    /// <param name="exact">The unrounded value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point to show, −28 to 28; −2 shows hundreds.</param>
    /// <returns>The figure, exact and shown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    /// <remarks>GB/T 8170-2008, 3.2.</remarks>
    public static Reported Of(decimal exact, int decimals) => new(exact, Rounding.HalfEven(exact, decimals), Math.Max(decimals, 0));

    /// <summary>Rounds a value for reporting down, where a rule asks that a limit is never overstated.</summary>
    /// <param name="exact">The unrounded value, in any unit.</param>
    /// <param name="decimals">Digits after the decimal point to show, 0 to 28.</param>
    /// <returns>The figure, exact and shown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    public static Reported OfRoundedDown(decimal exact, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);

        return new(exact, Rounding.Down(exact, decimals), decimals);
    }

    /// <summary>Rounds a value for reporting to an interval such as 0.5, ties to the even multiple.</summary>
    /// <param name="exact">The unrounded value, in any unit.</param>
    /// <param name="interval">The rounding interval, greater than 0, same unit.</param>
    /// <returns>The figure, exact and shown, with as many decimals as the interval needs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not above 0.</exception>
    /// <remarks>GB/T 8170-2008, 3.3.</remarks>
    public static Reported OfInterval(decimal exact, decimal interval) =>
        new(exact, Rounding.ToInterval(exact, interval), Rounding.DecimalsOf(interval));

    /// <summary>Returns the exact value as a plain decimal string, a quotient cut (not rounded) to 12 decimals, a value that ends before without further zeros.</summary>
    public string ExactText => Plain(Exact.Scale > Rounding.ExactDecimals && Rounding.Cut(Exact, Rounding.ExactDecimals) is var cut ? cut == Exact ? cut / One : cut : Exact);

    /// <summary>Returns the shown value with exactly its decimals, such as 39.0.</summary>
    public string ShownText => Shown.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Returns the shown value, as <see cref="ShownText"/>.</summary>
    /// <returns>The text as printed, without a unit.</returns>
    public override string ToString() => ShownText;

    private static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
