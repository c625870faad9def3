namespace Lanshao.Documents.Charts;

/// <summary>Draws values around a circle, by direction of wind or hour of day: the first sector points up, the others follow clockwise; the distance from the middle is the value, from zero; a sector without a value stays empty.</summary>
public static class Rose
{
    private const double Radius = 120;
    private const double Size = 2 * (Radius + 36);
    private const double Middle = Size / 2;
    private const double DegreesAPoint = 3;

    /// <summary>A direction or an hour.</summary>
    /// <param name="Label">Its label, e.g. 北 or 6时; empty for none on the drawing.</param>
    /// <param name="Name">Its full name in the table of figures.</param>
    /// <param name="Value">Its value; <see langword="null"/> where there is none.</param>
    /// <param name="Shown">The value as printed, or why there is none.</param>
    public sealed record Sector(string Label, string Name, decimal? Value, string Shown);

    /// <summary>The words of a chart.</summary>
    /// <param name="Title">The chart's title.</param>
    /// <param name="Description">What it says: the largest and the smallest sector.</param>
    /// <param name="Sectors">Heading of the sectors in the table of figures, e.g. 风向.</param>
    /// <param name="Values">Heading of the values with their unit, e.g. 频率（%）.</param>
    public sealed record Words(string Title, string Description, string Sectors, string Values);

    /// <summary>Draws the chart.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="sectors">The sectors clockwise, the first one up.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(Words words, IReadOnlyList<Sector> sectors)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfZero(sectors.Count);
        var ticks = ChartScale.Ticks(sectors.Max(sector => sector.Value) ?? 0m);
        var scale = Radius / (double)ticks[^1];
        var each = 360d / sectors.Count;
        var marks = new List<ChartMark>();
        foreach (var (index, sector) in sectors.Index())
        {
            if (sector.Value is { } value and > 0m)
            {
                marks.Add(new PathMark([new(Middle, Middle), .. Arc((index - 0.42) * each, (index + 0.42) * each, (double)value * scale)], "chart-sector", IsClosed: true, $"{sector.Name} {sector.Shown}"));
            }

            if (sector.Label.Length > 0)
            {
                var at = At(index * each, Radius + 16);
                marks.Add(new TextMark(at.X, at.Y + 4, sector.Label, "chart-axis", TextAnchor.Middle));
            }
        }

        foreach (var tick in ticks.Skip(1))
        {
            marks.Add(new PathMark([.. Arc(0, 360, (double)tick * scale)], "chart-ring"));
            var label = At(each / 2, (double)tick * scale);
            marks.Add(new TextMark(label.X, label.Y + 4, ChartScale.Text(tick), "chart-value", TextAnchor.Middle));
        }

        return new(words.Title, words.Description, Size, Size, marks)
        {
            Figures = new([words.Sectors, words.Values], [.. sectors.Select(sector => (IReadOnlyList<string>)[sector.Name, sector.Shown])]),
        };
    }

    private static IEnumerable<ChartPoint> Arc(double from, double to, double radius)
    {
        var steps = Math.Max(1, (int)Math.Ceiling((to - from) / DegreesAPoint));
        return Enumerable.Range(0, steps + 1).Select(i => At(from + ((to - from) * i / steps), radius));
    }

    private static ChartPoint At(double degrees, double radius)
    {
        var angleRad = degrees * Math.PI / 180d;
        return new(Middle + (radius * Math.Sin(angleRad)), Middle - (radius * Math.Cos(angleRad)));
    }
}
