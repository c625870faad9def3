namespace Lanshao.Standards.Emissions;

/// <summary>减二增一: new emissions of a project are covered by reductions of at least a ratio to them.</summary>
/// <param name="Required">Reductions needed, t a year.</param>
/// <param name="Surplus">Assigned less required, t a year; negative is a lack.</param>
/// <remarks>The rule is the district plan's; the ratio is configuration.</remarks>
public sealed record TwoForOneReplacement(decimal Required, decimal Surplus)
{
    /// <summary>The ratio of the rule's name.</summary>
    public const decimal UsualRatio = 2m;

    /// <summary>Says whether the reductions are enough; exactly the ratio is.</summary>
    public bool IsCovered => Surplus >= 0m;

    /// <summary>Computes the cover for one pollutant.</summary>
    /// <param name="newTonnes">New emissions, t a year, not negative.</param>
    /// <param name="creditTonnes">Confirmed reductions assigned to the project, t a year each, not negative, each used once.</param>
    /// <param name="ratio">Reductions to new emissions, above 0.</param>
    /// <returns>The cover.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or the ratio is not above 0.</exception>
    public static TwoForOneReplacement Compute(decimal newTonnes, IReadOnlyCollection<decimal> creditTonnes, decimal ratio = UsualRatio)
    {
        ArgumentNullException.ThrowIfNull(creditTonnes);
        ArgumentOutOfRangeException.ThrowIfNegative(newTonnes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        if (creditTonnes.Any(credit => credit < 0m))
        {
            throw new ArgumentOutOfRangeException(nameof(creditTonnes));
        }

        return new(newTonnes * ratio, creditTonnes.Sum() - (newTonnes * ratio));
    }
}
