namespace Lanshao.Standards;

/// <summary>What is left of a yearly mean: the mean that the remaining days may have so that the target is still met (剩余空间、需控制在).</summary>
/// <param name="Mean">The mean allowed for the days left, in the unit of the target, shown rounded down to one decimal; negative where the target can no longer be met; <see langword="null"/> when no day is left.</param>
/// <param name="DaysSoFar">Days from the first to the last observed day, both counted.</param>
/// <param name="DaysLeft">Days after the last observed day up to 31 December.</param>
public sealed record RemainingBudget(Reported? Mean, int DaysSoFar, int DaysLeft)
{
    private const int ShownDecimals = 1;
    private const decimal ShownStep = 0.1m;

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

        return new(left == 0 ? null : Reported.OfRoundedDown(Left(target, mean, soFar, left), ShownDecimals), soFar, left);
    }

    /// <summary>Computes the mean that the rest of the year may have where the target holds for the yearly mean as it is rounded (34 is met by 34.4).</summary>
    /// <param name="target">Target of the rounded yearly mean, in any unit; decimals beyond <paramref name="decimals"/> cannot be reached and are cut.</param>
    /// <param name="decimals">Decimals to which the yearly mean is rounded before it is judged, 0 to 27.</param>
    /// <param name="mean">Mean from <paramref name="from"/> to <paramref name="to"/>, exact, same unit.</param>
    /// <param name="from">First day of the mean, in the year of <paramref name="to"/>.</param>
    /// <param name="to">Last day of the mean; its year is the year of the target.</param>
    /// <returns>The budget up to the largest yearly mean that rounds to the target, rounded down.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range, or <paramref name="from"/> is after <paramref name="to"/> or in another year.</exception>
    /// <remarks>GB/T 8170-2008, 3.2: ties go to the even digit, so 34.5 still rounds to 34, while 35.5 rounds to 36 and every mean must stay below it.</remarks>
    public static RemainingBudget ComputeRounded(decimal target, int decimals, decimal mean, DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var (limit, isReached) = LargestRoundedTo(target, decimals);
        var budget = Compute(limit, mean, from, to);

        return isReached || budget.Mean is not { } allowed || allowed.Exact != allowed.Shown ? budget : budget with { Mean = allowed with { Shown = allowed.Shown - ShownStep } };
    }

    /// <summary>Returns the upper end of the values that round to a target.</summary>
    /// <param name="target">The target, in any unit.</param>
    /// <param name="decimals">Decimals of the rounding, 0 to 27.</param>
    /// <returns>The target and half a step of its last decimal, same unit, and whether that end itself still rounds to the target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    /// <remarks>GB/T 8170-2008, 3.2.</remarks>
    public static (decimal Limit, bool IsReached) LargestRoundedTo(decimal target, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var reachable = Rounding.Down(target, decimals);
        var limit = reachable + new decimal(5, 0, 0, false, (byte)(decimals + 1));

        return (limit, Rounding.HalfEven(limit, decimals) == reachable);
    }

    private static decimal Left(decimal target, decimal mean, int soFar, int left) => ((target * (soFar + left)) - (mean * soFar)) / left;
}
