namespace Lanshao.Documents.Charts;

/// <summary>A chart, drawn once for page, print and Word: marks in a coordinate system of its own, looks by class, no style of its own.</summary>
/// <param name="Title">What the chart shows, read aloud first.</param>
/// <param name="Description">What a person who cannot see it should know: extremes, gaps, how it compares.</param>
/// <param name="Width">Width of the drawing in its own units; one unit is a pixel at full size.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Marks">The marks in drawing order.</param>
public sealed record ChartDrawing(string Title, string Description, double Width, double Height, IReadOnlyList<ChartMark> Marks)
{
    /// <summary>Gets the figures as a table, for a chart that has no table beneath it; <see langword="null"/> where one is there.</summary>
    public ChartFigures? Figures { get; init; }
}

/// <summary>The figures of a chart as a table.</summary>
/// <param name="Heads">The headings; the first column names the row.</param>
/// <param name="Rows">The rows, a cell for each heading, as printed.</param>
public sealed record ChartFigures(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
