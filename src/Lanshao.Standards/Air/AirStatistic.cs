namespace Lanshao.Standards.Air;

/// <summary>Mean and percentile of the valid daily values of a period.</summary>
/// <param name="Mean">The mean of unrounded daily values, µg/m³ (CO mg/m³); <see langword="null"/> without valid days.</param>
/// <param name="Percentile">The percentile that HJ 663 names for the item, same unit.</param>
/// <param name="ValidDays">The number of valid days.</param>
public readonly record struct AirStatistic(decimal? Mean, decimal? Percentile, int ValidDays);
