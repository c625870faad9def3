namespace Lanshao.Standards.Air;

/// <summary>A concentration of one item over one averaging time.</summary>
/// <param name="Item">The item.</param>
/// <param name="Averaging">The averaging time.</param>
/// <param name="Concentration">µg/m³ (CO mg/m³), not negative.</param>
public readonly record struct AirConcentration(AirItem Item, AirAveraging Averaging, decimal Concentration);
