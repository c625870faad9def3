namespace Lanshao.Documents.Charts;

/// <summary>Draws values over months or days as a line from zero, last year in grey, the target as a labelled line; a missing value is a gap, an exceptional one an open dot.</summary>
public static class TrendLines
{
    private const double Height = 260;
    private const double Top = 24;
    private const double Baseline = 222;
    private const double Left = 40;
    private const double AxisSize = 12;
    private const double LeastLabelGap = 8;
    private const double LineHeight = 15;
    private const int MostDots = 40;
    private const int MostValues = 12;

    /// <summary>A month or day.</summary>
    /// <param name="Label">The label below, e.g. 1月; empty for none.</param>
    /// <param name="Now">This year's value; <see langword="null"/> where there is none.</param>
    /// <param name="Shown">This year's value as printed, or why there is none.</param>
    /// <param name="Before">Last year's value; <see langword="null"/> where there is none.</param>
    /// <param name="BeforeShown">Last year's value as printed; empty without one.</param>
    /// <param name="IsExceptional">Whether the value stands apart, e.g. is preliminary.</param>
    public sealed record Point(string Label, decimal? Now, string Shown, decimal? Before = null, string BeforeShown = "", bool IsExceptional = false)
    {
        /// <summary>Gets its full name in the table of figures; the label where it is not said otherwise.</summary>
        public string Name { get; init; } = Label;
    }

    /// <summary>The words of a chart.</summary>
    /// <param name="Title">The chart's title.</param>
    /// <param name="Description">What it says: extremes, gaps, how it compares.</param>
    /// <param name="Times">Heading of the times in the table of figures, e.g. 月份.</param>
    /// <param name="Now">What this year's line is, e.g. 2024年.</param>
    /// <param name="Before">What last year's line is.</param>
    public sealed record Words(string Title, string Description, string Times, string Now, string Before);

    /// <summary>Draws the chart.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="points">The points from the left, at even distances.</param>
    /// <param name="target">The target line; <see langword="null"/> for none.</param>
    /// <param name="width">The width of the drawing.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(Words words, IReadOnlyList<Point> points, ChartTarget? target = null, double width = RankedBars.PageWidth)
    {
        ArgumentNullException.ThrowIfNull(words);
        var ticks = ChartScale.Ticks(points.SelectMany(point => new[] { point.Now, point.Before }).Append(target?.Value).Max() ?? 0m);
        var right = width - 12 - new[] { words.Now, points.Any(point => point.Before is not null) ? words.Before : string.Empty, target?.Label ?? string.Empty }.Max(text => ChartScale.TextWidth(text, AxisSize));
        var plot = new Plot(points.Count, right, (Baseline - Top) / (double)ticks[^1]);
        var marks = new List<ChartMark>();
        AddAxes(marks, points, ticks, plot);
        AddLine(marks, points, point => point.Before, point => $"{point.Label} {point.BeforeShown}", plot, " last-year");
        if (target is not null)
        {
            marks.Add(new LineMark(Left, plot.Y(target.Value), right, plot.Y(target.Value), "chart-target"));
        }

        AddLine(marks, points, point => point.Now, point => $"{point.Label} {point.Shown}", plot, string.Empty);
        AddValues(marks, points, plot);
        AddEnds(marks, words, points, target, plot);
        return new(words.Title, words.Description, width, Height, marks) { Figures = FiguresOf(words, points) };
    }

    private static void AddAxes(List<ChartMark> marks, IReadOnlyList<Point> points, IReadOnlyList<decimal> ticks, Plot plot)
    {
        foreach (var tick in ticks)
        {
            marks.Add(new LineMark(Left, plot.Y(tick), plot.Right, plot.Y(tick), tick == 0m ? "chart-baseline" : "chart-grid"));
            marks.Add(new TextMark(Left - 6, plot.Y(tick) + 4, ChartScale.Text(tick), "chart-axis", TextAnchor.End));
        }

        var free = double.NegativeInfinity;
        foreach (var (index, point) in points.Index().Where(point => point.Item.Label.Length > 0))
        {
            var half = ChartScale.TextWidth(point.Label, AxisSize) / 2;
            if (plot.X(index) - half >= free)
            {
                marks.Add(new TextMark(plot.X(index), Baseline + 18, point.Label, "chart-axis", TextAnchor.Middle));
                free = plot.X(index) + half + LeastLabelGap;
            }
        }
    }

    // A gap parts the line; a value between two gaps is a dot, however many points there are.
    private static void AddLine(List<ChartMark> marks, IReadOnlyList<Point> points, Func<Point, decimal?> value, Func<Point, string> tip, Plot plot, string suffix)
    {
        var run = new List<ChartPoint>();
        for (var i = 0; i <= points.Count; i++)
        {
            if (i < points.Count && value(points[i]) is { } here)
            {
                run.Add(new(plot.X(i), plot.Y(here)));
                continue;
            }

            if (run.Count > 1)
            {
                marks.Add(new PathMark([.. run], "chart-line" + suffix));
            }

            run.Clear();
        }

        foreach (var (index, point) in points.Index().Where(point => value(point.Item) is not null && (points.Count <= MostDots || IsAlone(points, point.Index, value))))
        {
            var isOpen = suffix.Length == 0 && point.IsExceptional;
            marks.Add(new DotMark(plot.X(index), plot.Y(value(point)!.Value), 3, isOpen ? "chart-dot-open" : suffix.Length == 0 ? "chart-dot-now" : "chart-dot last-year", tip(point)));
        }
    }

    private static bool IsAlone(IReadOnlyList<Point> points, int index, Func<Point, decimal?> value) =>
        (index == 0 || value(points[index - 1]) is null) && (index == points.Count - 1 || value(points[index + 1]) is null);

    // Few points show all their values, many only the highest and the last.
    private static void AddValues(List<ChartMark> marks, IReadOnlyList<Point> points, Plot plot)
    {
        var known = points.Index().Where(point => point.Item.Now is not null).ToList();
        var shown = points.Count <= MostValues ? known : known.Count == 0 ? [] : [known.MaxBy(point => point.Item.Now)];
        foreach (var (index, point) in shown)
        {
            marks.Add(new TextMark(plot.X(index), plot.Y(point.Now!.Value) - 8, point.Shown, "chart-value", TextAnchor.Middle));
        }
    }

    // Lines are named at their ends, at the edge or beside their last value; names that would touch are moved apart.
    private static void AddEnds(List<ChartMark> marks, Words words, IReadOnlyList<Point> points, ChartTarget? target, Plot plot)
    {
        var ends = new List<(double X, double Y, string Text, string Class)>();
        if (target is not null)
        {
            ends.Add((plot.Right + 8, plot.Y(target.Value), target.Label, "chart-target-label"));
        }

        AddEnd(ends, points, point => point.Before, words.Before, "chart-axis last-year", plot);
        AddEnd(ends, points, point => point.Now, words.Now, "chart-axis chart-end", plot);
        foreach (var beside in ends.GroupBy(end => end.X))
        {
            var free = double.NegativeInfinity;
            foreach (var (x, y, text, kind) in beside.OrderBy(end => end.Y))
            {
                free = Math.Max(y, free + LineHeight);
                marks.Add(new TextMark(x, free + 4, text, kind));
            }
        }
    }

    private static void AddEnd(List<(double X, double Y, string Text, string Class)> ends, IReadOnlyList<Point> points, Func<Point, decimal?> value, string text, string kind, Plot plot)
    {
        if (points.Index().LastOrDefault(point => value(point.Item) is not null) is { Item: { } last, Index: var at })
        {
            var y = plot.Y(value(last)!.Value);
            ends.Add(at == points.Count - 1 ? (plot.Right + 8, y, text, kind) : (plot.X(at) + 10, IsNear(points[at + 1].Before, y, plot) ? y + LineHeight : y, text, kind));
        }
    }

    // A name beside its last value must not lie on last year's line, which goes on.
    private static bool IsNear(decimal? next, double y, Plot plot) => next is { } value && Math.Abs(plot.Y(value) - y) < LineHeight;

    private static ChartFigures FiguresOf(Words words, IReadOnlyList<Point> points)
    {
        var hasBefore = points.Any(point => point.Before is not null);
        return new(
            hasBefore ? [words.Times, words.Now, words.Before] : [words.Times, words.Now],
            [.. points.Select(point => (IReadOnlyList<string>)(hasBefore ? [point.Name, point.Shown, point.Before is null ? "—" : point.BeforeShown] : [point.Name, point.Shown]))]);
    }

    private sealed record Plot(int Count, double Right, double Scale)
    {
        public double X(int index) => Left + ((index + 0.5) * (Right - Left) / Math.Max(Count, 1));

        public double Y(decimal value) => Baseline - ((double)value * Scale);
    }
}
