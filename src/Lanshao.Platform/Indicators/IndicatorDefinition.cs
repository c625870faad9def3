namespace Lanshao.Platform.Indicators;

/// <summary>The definition of a figure, out of the pack.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">指标, as tables and targets call it.</param>
/// <param name="ShortName">Name for narrow places.</param>
/// <param name="Domain">climate, air, water, soil, ecology or other.</param>
/// <param name="Kind">A number or a water class.</param>
/// <param name="Unit">The unit in which values are stored.</param>
/// <param name="PrintedUnit">The unit as official prints write it.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="YearOnYear">How the change against last year is told.</param>
/// <param name="YearOnYearDecimals">Decimals to which both years are rounded before they are compared.</param>
/// <param name="IsRanked">Whether the areas of the district are ranked by it, the worst first.</param>
/// <param name="RankDecimals">Decimals on which the ranking compares.</param>
/// <param name="Whole">Code of the indicator that holds the published whole numbers; null for none.</param>
/// <param name="Change">Code of the indicator that holds the published changes; null for none.</param>
/// <param name="CityRank">Code of the indicator that holds the imported city ranks; null for none.</param>
/// <param name="SumOf">Codes of the indicators that add up to this one; empty for none.</param>
public sealed record IndicatorDefinition(
    string Code,
    string Name,
    string ShortName,
    string Domain,
    IndicatorKind Kind,
    string Unit,
    string PrintedUnit,
    BetterDirection Direction,
    int Decimals,
    YearOnYearKind YearOnYear,
    int YearOnYearDecimals,
    bool IsRanked,
    int RankDecimals,
    string? Whole,
    string? Change,
    string? CityRank,
    IReadOnlyList<string> SumOf)
{
    /// <summary>Gets the kinds of places that have values.</summary>
    public required IReadOnlyList<Foundation.PlaceKind> Places { get; init; }

    /// <summary>Gets the area set whose areas have values; null where no area has.</summary>
    public string? AreaSet { get; init; }

    /// <summary>Gets other names by which plans and reports call it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Says whether a unit is the indicator's, as stored or as printed.</summary>
    public bool IsIn(string? unit) => unit is not null && (unit == Unit || unit == PrintedUnit || unit == Unit.Replace("month", "月", StringComparison.Ordinal));

    /// <summary>Gets who usually gives the figure.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what a clerk should know about it; may be empty.</summary>
    public string Note { get; init; } = string.Empty;
}

/// <summary>What a value of an indicator is.</summary>
public enum IndicatorKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A class of water quality, or 无水.</summary>
    WaterClass,
}

/// <summary>Which way an indicator is better.</summary>
public enum BetterDirection
{
    None,
    Lower,
    Higher,
}

/// <summary>How a change against last year is told.</summary>
public enum YearOnYearKind
{
    None,

    /// <summary>同比变化, in per cent.</summary>
    Percent,

    /// <summary>增加3天: the difference in the indicator's own unit.</summary>
    Difference,
}
