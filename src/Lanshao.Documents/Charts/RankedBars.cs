namespace Lanshao.Documents.Charts;

/// <summary>Draws places as bars from zero in the order of their rank: largest on top, the value behind the bar, last year as a thin grey bar below, the target as a labelled line; a place without a value stands last and has no bar.</summary>
public static class RankedBars
{
    /// <summary>The width for a page.</summary>
    public const double PageWidth = 640;

    /// <summary>The width for a phone.</summary>
    public const double PhoneWidth = 340;

    /// <summary>The width of the text of an official document.</summary>
    public const double PrintWidth = 588;

    private const double Top = 26;
    private const double RowHeight = 24;
    private const double Bar = 12;
    private const double ThinBar = 4;
    private const double LabelSize = 13;
    private const double LabelGap = 8;
    private const double ValueRoom = 52;

    /// <summary>A place.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">Its value; <see langword="null"/> where there is none.</param>
    /// <param name="Shown">The value as printed, or why there is none.</param>
    /// <param name="Before">Last year's value; <see langword="null"/> where there is none.</param>
    /// <param name="BeforeShown">Last year's value as printed; empty without one.</param>
    public sealed record Entry(string Name, decimal? Value, string Shown, decimal? Before = null, string BeforeShown = "");

    /// <summary>The words of a chart.</summary>
    /// <param name="Title">The chart's title.</param>
    /// <param name="Description">What it says: extremes, how many are above the target.</param>
    /// <param name="Places">Heading of the places in the table of figures, e.g. 街道.</param>
    /// <param name="Now">What this year's bars are, e.g. 2024年1—6月.</param>
    /// <param name="Before">What last year's bars are.</param>
    public sealed record Words(string Title, string Description, string Places, string Now, string Before);

    /// <summary>Draws the chart.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="entries">The places; equal values keep their order.</param>
    /// <param name="target">The target line; <see langword="null"/> for none.</param>
    /// <param name="width">The width of the drawing.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(Words words, IReadOnlyList<Entry> entries, ChartTarget? target = null, double width = PageWidth)
    {
        ArgumentNullException.ThrowIfNull(words);
        var ordered = entries.OrderByDescending(entry => entry.Value is not null).ThenByDescending(entry => entry.Value).ToList();
        var left = ordered.Select(entry => ChartScale.TextWidth(entry.Name, LabelSize)).DefaultIfEmpty(0).Max() + LabelGap;
        var largest = ordered.SelectMany(entry => new[] { entry.Value, entry.Before }).Append(target?.Value).Max() ?? 0m;
        var scale = (width - left - ValueRoom) / Math.Max((double)largest, double.Epsilon);
        var bottom = Top + (ordered.Count * RowHeight);
        var hasBefore = ordered.Exists(entry => entry.Before is not null);
        var marks = new List<ChartMark>();
        foreach (var (index, entry) in ordered.Index())
        {
            AddBars(marks, entry, left, Top + (index * RowHeight), scale);
        }

        marks.Add(new LineMark(left, Top - 2, left, bottom, "chart-baseline"));
        AddTarget(marks, target, left, bottom, scale, width);
        AddLabels(marks, ordered, left, scale);
        if (hasBefore)
        {
            marks.Add(new TextMark(0, 14, words.Before, "chart-axis last-year"));
            marks.Add(new BoxMark(ChartScale.TextWidth(words.Before, 12) + 6, 8, 16, ThinBar, "chart-bar last-year"));
        }

        return new(words.Title, words.Description, width, bottom + 4, marks) { Figures = FiguresOf(words, ordered, hasBefore) };
    }

    private static void AddBars(List<ChartMark> marks, Entry entry, double left, double top, double scale)
    {
        if (entry.Value is { } value)
        {
            marks.Add(new BoxMark(left, top + 3, (double)value * scale, Bar, "chart-bar", Tip: $"{entry.Name} {entry.Shown}"));
        }

        if (entry.Before is { } before)
        {
            marks.Add(new BoxMark(left, top + 3 + Bar, (double)before * scale, ThinBar, "chart-bar last-year", Tip: $"{entry.Name} {entry.BeforeShown}"));
        }
    }

    private static void AddTarget(List<ChartMark> marks, ChartTarget? target, double left, double bottom, double scale, double width)
    {
        if (target is null)
        {
            return;
        }

        var x = left + ((double)target.Value * scale);
        var half = ChartScale.TextWidth(target.Label, 12) / 2;
        marks.Add(new LineMark(x, Top - 6, x, bottom, "chart-target"));
        marks.Add(new TextMark(Math.Min(x, width - half), 14, target.Label, "chart-target-label", TextAnchor.Middle));
    }

    // Labels come last: they stand on top of the lines.
    private static void AddLabels(List<ChartMark> marks, List<Entry> ordered, double left, double scale)
    {
        foreach (var (index, entry) in ordered.Index())
        {
            var baseline = Top + (index * RowHeight) + 14;
            marks.Add(new TextMark(left - LabelGap, baseline, entry.Name, "chart-label", TextAnchor.End));
            marks.Add(new TextMark(left + 6 + ((double)Math.Max(entry.Value ?? 0m, 0m) * scale), baseline, entry.Shown, entry.Value is null ? "chart-axis" : "chart-value"));
        }
    }

    private static ChartFigures FiguresOf(Words words, List<Entry> ordered, bool hasBefore) => new(
        hasBefore ? [words.Places, words.Now, words.Before] : [words.Places, words.Now],
        [.. ordered.Select(entry => (IReadOnlyList<string>)(hasBefore ? [entry.Name, entry.Shown, entry.Before is null ? "—" : entry.BeforeShown] : [entry.Name, entry.Shown]))]);
}
