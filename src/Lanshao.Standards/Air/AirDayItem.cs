namespace Lanshao.Standards.Air;

/// <summary>One item of one day.</summary>
/// <param name="Item">The item; ozone is the largest 8-hour mean of the day.</param>
/// <param name="Value">The daily value, µg/m³ (CO mg/m³), shown as reported; <see langword="null"/> where it is not valid.</param>
/// <param name="Iaqi">The sub-index of the reported value; <see langword="null"/> where there is none.</param>
/// <param name="ValidHours">Valid hours of the day; <see langword="null"/> for a mean of stations.</param>
public readonly record struct AirDayItem(AirItem Item, Reported? Value, int? Iaqi, int? ValidHours);
