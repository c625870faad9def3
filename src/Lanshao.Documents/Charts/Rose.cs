namespace Lanshao.Documents.Charts;

/// <summary>Draws values around a circle, by direction of wind or hour of day: the first sector points up, the others follow clockwise; the distance from the middle is the value, from zero; a sector without a value stays empty.</summary>
public static class Rose
{
    private const double Radius = 120;
    private const double Size = 2 * (Radius + 36);
    private const double Middle = Size / 2;
    private const double DegreesAPoint = 3;
    private const double HeadRoom = 26;

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

    /// <summary>One of two roses that stand side by side.</summary>
    /// <param name="Values">What it shows, with the unit: its heading on the drawing and in the table of figures.</param>
    /// <param name="Sectors">The sectors clockwise, the first one up.</param>
    public sealed record Half(string Values, IReadOnlyList<Sector> Sectors);

    /// <summary>Draws the chart.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="sectors">The sectors clockwise, the first one up.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(Words words, IReadOnlyList<Sector> sectors)
    {
        ArgumentNullException.ThrowIfNull(words);
        var marks = new List<ChartMark>();
        Add(marks, sectors, new(Middle, Middle));
        return new(words.Title, words.Description, Size, Size, marks)
        {
            Figures = new([words.Sectors, words.Values], [.. sectors.Select(sector => (IReadOnlyList<string>)[sector.Name, sector.Shown])]),
        };
    }

    /// <summary>Draws two roses of the same sectors side by side: how often the wind came from where, and what the air was like then.</summary>
    /// <param name="words">Their words; the headings of the values are those of the halves.</param>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    /// <param name="width">The width of the drawing.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing DrawPair(Words words, Half left, Half right, double width)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Sectors.Count, left.Sectors.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2 * Size * 0.9);
        var marks = new List<ChartMark>();
        foreach (var (half, x) in new[] { (left, width / 4), (right, width * 3 / 4) })
        {
            marks.Add(new TextMark(x, HeadRoom - 8, half.Values, "chart-head", TextAnchor.Middle));
            Add(marks, half.Sectors, new(x, HeadRoom + Middle));
        }

        return new(words.Title, words.Description, width, HeadRoom + Size, marks)
        {
            Figures = new([words.Sectors, left.Values, right.Values], [.. left.Sectors.Zip(right.Sectors, (one, other) => (IReadOnlyList<string>)[one.Name, one.Shown, other.Shown])]),
        };
    }

    private static void Add(List<ChartMark> marks, IReadOnlyList<Sector> sectors, ChartPoint middle)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sectors.Count);
        var ticks = ChartScale.Ticks(sectors.Max(sector => sector.Value) ?? 0m);
        var scale = Radius / (double)ticks[^1];
        var each = 360d / sectors.Count;
        foreach (var (index, sector) in sectors.Index())
        {
            if (sector.Value is { } value and > 0m)
            {
                marks.Add(new PathMark([middle, .. Arc(middle, (index - 0.42) * each, (index + 0.42) * each, (double)value * scale)], "chart-sector", IsClosed: true, $"{sector.Name} {sector.Shown}"));
            }

            if (sector.Label.Length > 0)
            {
                var at = At(middle, index * each, Radius + 16);
                marks.Add(new TextMark(at.X, at.Y + 4, sector.Label, "chart-axis", TextAnchor.Middle));
            }
        }

        foreach (var tick in ticks.Skip(1))
        {
            marks.Add(new PathMark([.. Arc(middle, 0, 360, (double)tick * scale)], "chart-ring"));
            var label = At(middle, each / 2, (double)tick * scale);
            marks.Add(new TextMark(label.X, label.Y + 4, ChartScale.Text(tick), "chart-value", TextAnchor.Middle));
        }
    }

    private static IEnumerable<ChartPoint> Arc(ChartPoint middle, double from, double to, double radius)
    {
        var steps = Math.Max(1, (int)Math.Ceiling((to - from) / DegreesAPoint));
        return Enumerable.Range(0, steps + 1).Select(i => At(middle, from + ((to - from) * i / steps), radius));
    }

    private static ChartPoint At(ChartPoint middle, double degrees, double radius)
    {
        var angleRad = degrees * Math.PI / 180d;
        return new(middle.X + (radius * Math.Sin(angleRad)), middle.Y - (radius * Math.Cos(angleRad)));
    }
}
