namespace Lanshao.Standards.Carbon;

/// <summary>Carbon dioxide of fuels, electricity and heat, and its intensity.</summary>
/// <remarks>Fuel × net calorific value × carbon content × oxidation × 44 ÷ 12; purchased electricity and heat by their factors.</remarks>
public static class CarbonEmissions
{
    /// <summary>Computes the emissions of a fuel.</summary>
    /// <param name="fuel">The fuel with its factors.</param>
    /// <param name="amount">How much, in the fuel's unit, not negative.</param>
    /// <returns>t CO₂, shown with two decimals.</returns>
    public static Reported OfFuel(CarbonFuel fuel, decimal amount)
    {
        ArgumentNullException.ThrowIfNull(fuel);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return Reported.Of(amount * fuel.TPerUnit44 / 12m, 2);
    }

    /// <summary>Computes the emissions of purchased electricity.</summary>
    /// <param name="purchasedMwh">Net purchase, MWh.</param>
    /// <param name="greenMwh">Green electricity bought on the market, MWh, counted 0 where the year's notice says so; not above the purchase.</param>
    /// <param name="tPerMwh">The factor of the year and scheme, t CO₂/MWh.</param>
    /// <returns>t CO₂, shown with two decimals.</returns>
    /// <remarks>京环发〔2024〕8号 for green electricity of 2023.</remarks>
    public static Reported OfElectricity(decimal purchasedMwh, decimal greenMwh, decimal tPerMwh)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(greenMwh);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(greenMwh, purchasedMwh);
        return Reported.Of((purchasedMwh - greenMwh) * tPerMwh, 2);
    }

    /// <summary>Computes the emissions of purchased heat.</summary>
    /// <param name="gj">Net purchase, GJ, not negative.</param>
    /// <returns>t CO₂, shown with two decimals.</returns>
    public static Reported OfHeat(decimal gj)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gj);
        return Reported.Of(gj * CarbonFactors.HeatTPerGj, 2);
    }

    /// <summary>Computes the drop of carbon intensity between two years.</summary>
    /// <param name="tonnesBefore">Emissions before, t CO₂.</param>
    /// <param name="gdpBefore">Gross product before, at constant prices, 10⁴ yuan, above 0.</param>
    /// <param name="tonnesNow">Emissions now, t CO₂.</param>
    /// <param name="gdpNow">Gross product now, the same prices, above 0.</param>
    /// <returns>%, two decimals; positive is a drop; <see langword="null"/> where there were no emissions before.</returns>
    public static Reported? IntensityDrop(decimal tonnesBefore, decimal gdpBefore, decimal tonnesNow, decimal gdpNow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gdpBefore);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gdpNow);
        return tonnesBefore == 0m ? null : Reported.Of(100m - (100m * tonnesNow * gdpBefore / (gdpNow * tonnesBefore)), 2);
    }
}
