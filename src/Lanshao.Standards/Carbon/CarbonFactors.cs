using System.Text.Json;

namespace Lanshao.Standards.Carbon;

/// <summary>Emission factors by fuel, and by area and year for electricity.</summary>
/// <remarks>Each factor tells how sure it is; a factor that is only recalled is for configuration, not for judging.</remarks>
public static class CarbonFactors
{
    private static readonly Lazy<JsonElement> Data = new(() => StandardData.Read("carbon.factors.json"));

    /// <summary>Returns the factor of purchased heat, t CO₂/GJ.</summary>
    public static decimal HeatTPerGj => Data.Value.GetProperty("heat").GetProperty("tPerGj").GetDecimal();

    /// <summary>Returns the fuels with their default factors (R: other schemes use other values, so a scheme may bring its own).</summary>
    public static IReadOnlyList<CarbonFuel> Fuels { get; } = [.. Data.Value.GetProperty("fuels").EnumerateObject().Select(row => new CarbonFuel(
        row.Name, Text(row.Value, "name"), Text(row.Value, "unit"), Number(row.Value, "gjPerUnit"), Number(row.Value, "tCPerGj"), Number(row.Value, "oxidation")))];

    /// <summary>Returns the factors of electricity.</summary>
    public static IReadOnlyList<ElectricityFactor> Electricity { get; } = [.. Data.Value.GetProperty("electricity").EnumerateArray().Select(row =>
        new ElectricityFactor(Text(row, "area"), row.GetProperty("year").GetInt32(), Number(row, "tPerMwh"), Text(row, "confidence")))];

    /// <summary>Finds the factor of electricity of an area and year.</summary>
    /// <param name="area">全国, a grid region such as 华北, or a province such as 北京.</param>
    /// <param name="year">The year.</param>
    /// <returns>The factor; <see langword="null"/> where none is known: it is not taken from another year.</returns>
    public static ElectricityFactor? Find(string area, int year) => Electricity.FirstOrDefault(factor => factor.Area == area && factor.Year == year);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement row, string name) => row.GetProperty(name).GetDecimal();
}

/// <summary>A fuel with its default factors.</summary>
/// <param name="Key">Short name in ASCII.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Unit">Unit of the amount: t or 10⁴ m³.</param>
/// <param name="GjPerUnit">Net calorific value, GJ a unit.</param>
/// <param name="TCPerGj">Carbon content, t C/GJ.</param>
/// <param name="Oxidation">Share of the carbon that burns, 0 to 1.</param>
public sealed record CarbonFuel(string Key, string Name, string Unit, decimal GjPerUnit, decimal TCPerGj, decimal Oxidation)
{
    /// <summary>Twelve times the factor, so that the division by 12 comes last.</summary>
    internal decimal TPerUnit44 => GjPerUnit * TCPerGj * Oxidation * 44m;

    /// <summary>Returns the factor, t CO₂ a unit, shown with four decimals.</summary>
    public Reported TPerUnit => Reported.Of(TPerUnit44 / 12m, 4);
}

/// <summary>A factor of purchased electricity.</summary>
/// <param name="Area">全国, a grid region or a province.</param>
/// <param name="Year">The year.</param>
/// <param name="TPerMwh">t CO₂/MWh.</param>
/// <param name="Confidence">V verified, R recalled.</param>
public sealed record ElectricityFactor(string Area, int Year, decimal TPerMwh, string Confidence);
