namespace Lanshao.Documents.Language;

/// <summary>A unit of measurement with the name that we print.</summary>
/// <param name="Name">The name, e.g. <c>µg/m³</c>, <c>万平方米</c>, <c>辆次</c>.</param>
/// <param name="Kind">What it measures.</param>
public sealed record MeasurementUnit(string Name, UnitKind Kind);
