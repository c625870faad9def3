namespace Lanshao.Documents.Charts;

/// <summary>Draws small multiples of bars on one scale from zero: this year with its values above, last year in grey beside, the target as a labelled line, gaps where there is no value.</summary>
public static class BarMultiples
{
    private const double PanelHeight = 150;
    private const double PlotTop = 34;
    private const double PlotHeight = 84;
    private const double Slot = 34;
    private const double Bar = 12;
    private const double Gap = 36;
    private const double MaxWidth = 720;

    /// <summary>A value and its predecessor.</summary>
    /// <param name="Label">The label below, e.g. 1月.</param>
    /// <param name="Now">This year's value; <see langword="null"/> where there is none.</param>
    /// <param name="Shown">This year's value as printed; empty without one.</param>
    /// <param name="Before">Last year's value; <see langword="null"/> where there is none.</param>
    /// <param name="IsExceptional">Whether the value stands apart, e.g. is preliminary.</param>
    public sealed record Point(string Label, decimal? Now, string Shown, decimal? Before, bool IsExceptional = false);

    /// <summary>One of the multiples.</summary>
    /// <param name="Title">What it shows, e.g. a subdistrict.</param>
    /// <param name="Points">Its points from the left.</param>
    public sealed record Panel(string Title, IReadOnlyList<Point> Points);

    /// <summary>Draws the chart.</summary>
    /// <param name="title">The chart's title.</param>
    /// <param name="description">What the chart says in words.</param>
    /// <param name="panels">The panels in order, with the same number of points.</param>
    /// <param name="target">The target; <see langword="null"/> for none.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(string title, string description, IReadOnlyList<Panel> panels, ChartTarget? target)
    {
        var values = panels.SelectMany(panel => panel.Points).SelectMany(point => new[] { point.Now, point.Before }).Append(target?.Value);
        var scale = PlotHeight / Math.Max((double)(values.Max() ?? 0), double.Epsilon);
        var panelWidth = (panels.Max(panel => panel.Points.Count) * Slot) + Gap;
        var inRow = Math.Clamp((int)(MaxWidth / panelWidth), 1, panels.Count);
        var marks = new List<ChartMark>();
        foreach (var (index, panel) in panels.Index())
        {
            AddPanel(marks, panel, target, index % inRow * panelWidth, index / inRow * PanelHeight, scale);
        }

        return new(title, description, inRow * panelWidth, (panels.Count + inRow - 1) / inRow * PanelHeight, marks);
    }

    private static void AddPanel(List<ChartMark> marks, Panel panel, ChartTarget? target, double left, double top, double scale)
    {
        var baseline = top + PlotTop + PlotHeight;
        var width = panel.Points.Count * Slot;
        marks.Add(new TextMark(left, top + 14, panel.Title, "chart-head"));
        foreach (var (index, point) in panel.Points.Index())
        {
            AddBars(marks, point, left + (index * Slot), baseline, scale);
        }

        marks.Add(new LineMark(left, baseline, left + width, baseline, "chart-baseline"));
        if (target is not null)
        {
            var y = baseline - ((double)target.Value * scale);
            marks.Add(new LineMark(left, y, left + width, y, "chart-target"));
            marks.Add(new TextMark(left + width, top + 14, target.Label, "chart-target-label", TextAnchor.End));
        }

        AddValues(marks, panel, left, baseline, scale);
    }

    private static void AddBars(List<ChartMark> marks, Point point, double left, double baseline, double scale)
    {
        var middle = left + (Slot / 2);
        if (point.Before is { } before)
        {
            marks.Add(new BoxMark(middle - Bar, baseline - ((double)before * scale), Bar, (double)before * scale, "chart-bar last-year"));
        }

        if (point.Now is { } now)
        {
            marks.Add(new BoxMark(middle, baseline - ((double)now * scale), Bar, (double)now * scale, "chart-bar", point.IsExceptional));
        }

        marks.Add(new TextMark(middle, baseline + 16, point.Label, "chart-axis", TextAnchor.Middle));
    }

    // Values come last: they stand on top of the lines.
    private static void AddValues(List<ChartMark> marks, Panel panel, double left, double baseline, double scale)
    {
        foreach (var (index, point) in panel.Points.Index().Where(point => point.Item.Now is not null))
        {
            var middle = left + (index * Slot) + (Slot / 2) + (Bar / 2);
            marks.Add(new TextMark(middle, baseline - ((double)point.Now!.Value * scale) - 4, point.Shown, "chart-value", TextAnchor.Middle));
        }
    }
}
