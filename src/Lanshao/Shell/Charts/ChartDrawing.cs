namespace Lanshao.Shell.Charts;

/// <summary>A chart, drawn once for page and print: marks in a coordinate system of its own, looks by class, no style of its own.</summary>
/// <param name="Title">What the chart shows, read aloud first.</param>
/// <param name="Description">What a person who cannot see it should know: extremes, gaps, how it compares.</param>
/// <param name="Width">Width of the drawing in its own units; one unit is a pixel at full size.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Marks">The marks in drawing order.</param>
public sealed record ChartDrawing(string Title, string Description, double Width, double Height, IReadOnlyList<ChartMark> Marks);
