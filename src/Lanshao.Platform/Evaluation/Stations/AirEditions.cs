using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>The edition that holds at the end of a period and the one that follows it: the two that stand side by side.</summary>
/// <param name="InForce">The limits of GB 3095 in force; null before the first edition and the pack's pilot start.</param>
/// <param name="Next">The limits that follow them; null after the last edition.</param>
/// <param name="NextIndex">The edition of HJ 633 that goes with those; null without them.</param>
public sealed record AirEditions(AirLimitSet? InForce, AirLimitSet? Next, AirIndexEdition? NextIndex)
{
    /// <summary>Finds both for the last day of a period.</summary>
    /// <param name="day">The last civil day.</param>
    /// <param name="pilotFrom">The day from which the city used the first edition ahead of the country; null where it was no pilot.</param>
    public static AirEditions On(DateOnly day, DateOnly? pilotFrom)
    {
        var inForce = AirLimitSet.InForceOn(day, pilotFrom);
        var next = inForce is null ? AirLimitSet.All.FirstOrDefault(set => set.Edition.EffectiveFrom > day) : inForce.Next();
        return new(inForce, next, next is null ? null : AirIndexEdition.InForceOn(next.Edition.EffectiveFrom));
    }
}
