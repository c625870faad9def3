namespace Lanshao.Hj212.Codes;

/// <summary>A factor of Annex B: what is measured.</summary>
/// <param name="Code">The code since 2017, such as <c>a34004</c>.</param>
/// <param name="Code2005">The code of 2005, such as <c>02</c>; null where there was none.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="Unit">The unit of the table; null where it has none. Devices send others: a unit is a setting of the device.</param>
/// <param name="EmissionUnit">The unit of emitted amounts; null where there is none.</param>
/// <param name="Form">The form of the table, such as <c>N4.3</c>; null where there is none.</param>
public sealed record Factor(string Code, string? Code2005, string Name, string? Unit, string? EmissionUnit, string? Form);
