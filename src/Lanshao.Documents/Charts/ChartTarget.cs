namespace Lanshao.Documents.Charts;

/// <summary>A target or limit that a chart shows as a labelled line.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What it is, e.g. 目标34.</param>
public sealed record ChartTarget(decimal Value, string Label);
