namespace Lanshao.Standards;

/// <summary>What is left of a yearly mean: the mean that the remaining days may have so that the target is still met (剩余空间、需控制在).</summary>
/// <param name="Mean">The mean allowed for the days left, in the unit of the target, shown rounded down to one decimal; negative where the target can no longer be met; <see langword="null"/> when no day is left.</param>
/// <param name="DaysSoFar">Days from the first to the last observed day, both counted.</param>
/// <param name="DaysLeft">Days after the last observed day up to 31 December.</param>
public sealed record RemainingBudget(Reported? Mean, int DaysSoFar, int DaysLeft)
{
    private const int ShownDecimals = 1;

    /// <summary>Computes the mean that the rest of the year may have.</summary>
    /// <param name="target">Target of the yearly mean, in any unit.</param>
    /// <param name="mean">Mean from <paramref name="from"/> to <paramref name="to"/>, exact, same unit.</param>
    /// <param name="from">First day of the mean, in the year of <paramref name="to"/>.</param>
    /// <param name="to">Last day of the mean; its year is the year of the target.</param>
    /// <returns>The budget: (target × all days − mean × days so far) ÷ days left, over the days from <paramref name="from"/> to 31 December.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is after <paramref name="to"/> or in another year.</exception>
    /// <remarks>Every calendar day weighs the same, as in the published half-year report: 182 days at 38.0 against 34 leave 30.0 for 184 days. Rounded down, since a limit may not be overstated.</remarks>
    public static RemainingBudget Compute(decimal target, decimal mean, DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Year, to.Year);
        var soFar = to.DayNumber - from.DayNumber + 1;
        var left = new DateOnly(to.Year, 12, 31).DayNumber - to.DayNumber;

        return new(left == 0 ? null : Reported.OfRoundedDown(((target * (soFar + left)) - (mean * soFar)) / left, ShownDecimals), soFar, left);
    }
}
