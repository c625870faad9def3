namespace Lanshao.Standards.Air;

/// <summary>One item of a period.</summary>
/// <param name="Item">The item.</param>
/// <param name="Mean">Mean of unrounded daily values, µg/m³ (CO mg/m³); <see langword="null"/> without valid days.</param>
/// <param name="P">Which percentile HJ 663 names for the item.</param>
/// <param name="Percentile">The percentile of the daily values, same unit; <see langword="null"/> without valid days.</param>
/// <param name="ValidDays">Valid days.</param>
/// <param name="Reason">Why the period may not be judged by; <see langword="null"/> where it may.</param>
/// <param name="Meets">Whether the year meets the level-2 limits (mean where HJ 663 names it, and percentile, as reported for judging); <see langword="null"/> where it may not be judged, and for shorter periods, for which there are no limits.</param>
public readonly record struct AirPeriodItem(AirItem Item, Reported? Mean, int P, Reported? Percentile, int ValidDays, AirPeriodReason? Reason, bool? Meets)
{
    /// <summary>Gets the days whose reported value is not above the level-2 daily limit (O3: of eight hours); <see langword="null"/> without limits or valid days.</summary>
    public int? AttainingDays { get; init; }

    /// <summary>Gets that limit, µg/m³ (CO mg/m³); <see langword="null"/> without limits or valid days.</summary>
    public decimal? DailyLimit { get; init; }

    /// <summary>Gets the largest reported daily value, same unit.</summary>
    public decimal? LargestDay { get; init; }

    /// <summary>Returns by how much the largest reported daily value is above the limit (超标倍数), two decimals; <see langword="null"/> where none is.</summary>
    public Reported? LargestMultiple => LargestDay is { } largest && DailyLimit is { } limit ? Exceedance.Multiple(largest, limit) : null;

    /// <summary>Returns the share of attaining days among valid days (达标率), %, one decimal.</summary>
    /// <remarks>HJ 663: attaining ÷ valid × 100.</remarks>
    public Reported? AttainmentRate => AttainingDays is { } attaining ? Exceedance.Rate(attaining, ValidDays) : null;

    /// <summary>Says whether enough days are valid to judge by.</summary>
    public bool IsValid => Reason is null;
}
