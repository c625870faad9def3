namespace Lanshao.Standards.Emissions;

/// <summary>重点工程减排: what a project takes away, from activity and factors of the caller.</summary>
/// <remarks>The technical guide of 2022 was not available (R): factors are arguments, never constants.</remarks>
public static class EmissionCut
{
    private const decimal GramsPerTonne = 1_000_000m;
    private const decimal KilogramsPerTonne = 1_000m;

    /// <summary>Computes the cut of a change of factor, such as a boiler's rebuild.</summary>
    /// <param name="activity">Fuel or product a year, any unit, not negative.</param>
    /// <param name="kgPerUnitBefore">Factor before, kg a unit.</param>
    /// <param name="kgPerUnitAfter">Factor after, kg a unit.</param>
    /// <returns>t a year, negative where emissions grow.</returns>
    public static decimal OfFactors(decimal activity, decimal kgPerUnitBefore, decimal kgPerUnitAfter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activity);
        return activity * (kgPerUnitBefore - kgPerUnitAfter) / KilogramsPerTonne;
    }

    /// <summary>Computes the cut of vehicles taken off the road.</summary>
    /// <param name="vehicles">Number of vehicles, not negative.</param>
    /// <param name="kmPerYear">Distance of one, km a year.</param>
    /// <param name="gramsPerKm">Factor, g/km.</param>
    /// <returns>t a year.</returns>
    public static decimal OfVehicles(int vehicles, decimal kmPerYear, decimal gramsPerKm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vehicles);
        return vehicles * kmPerYear * gramsPerKm / GramsPerTonne;
    }
}
