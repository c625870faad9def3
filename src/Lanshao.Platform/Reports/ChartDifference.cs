using Lanshao.Documents.Charts;

namespace Lanshao.Platform.Reports;

/// <summary>Compares the charts of two contents by the figures that they draw, not by their lines: a scale that grew is no difference.</summary>
internal static class ChartDifference
{
    private const string TargetLabel = "chart-target-label";

    /// <summary>Returns the charts that are drawn differently, came or went, in the order of print. What was kept without its drawing is not compared.</summary>
    public static IEnumerable<ReportDifference.ChartChange> Between(ReportContent before, ReportContent now)
    {
        var (old, current) = (ChartsOf(before), ChartsOf(now));
        foreach (var key in old.Keys.Union(current.Keys, StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(key), current.GetValueOrDefault(key));
            if (one is { Drawing: null })
            {
                continue;
            }

            var points = one?.Drawing is null || other?.Drawing is null ? [] : Points(one, other).ToList();
            if (points.Count > 0 || one is null || other is null)
            {
                yield return new(key, (one ?? other)!.Caption, one?.Drawing?.Title, other?.Drawing?.Title, points);
            }
        }
    }

    /// <summary>Returns what a chart is known by in both contents.</summary>
    internal static string KeyOf(ReportContent.Chart chart) => $"{chart.Table}|{chart.Kind}";

    private static Dictionary<string, ReportContent.Chart> ChartsOf(ReportContent content) =>
        content.Body.Select(block => block.Chart).OfType<ReportContent.Chart>().DistinctBy(KeyOf).ToDictionary(KeyOf, StringComparer.Ordinal);

    private static IEnumerable<ReportDifference.PointChange> Points(ReportContent.Chart before, ReportContent.Chart now)
    {
        var (old, current) = (Drawn(before.Drawing!), Drawn(now.Drawing!));
        foreach (var at in current.Keys.Union(old.Keys))
        {
            var (one, other) = (old.GetValueOrDefault(at), current.GetValueOrDefault(at));
            if (one != other)
            {
                yield return new(at.Point, at.Series, one, other);
            }
        }

        if (before.Source != now.Source)
        {
            yield return new("图注", string.Empty, before.Source, now.Source);
        }
    }

    // A calendar has no table of figures: its days say themselves what they are.
    private static Dictionary<(string Point, string Series), string> Drawn(ChartDrawing drawing)
    {
        var figures = drawing.Figures is { } table
            ? table.Rows.SelectMany(row => row.Skip(1).Select((text, at) => (Point: row[0], Series: table.Heads.ElementAtOrDefault(at + 1) ?? string.Empty, Text: text)))
            : drawing.Marks.OfType<BoxMark>().Where(box => box.Tip is not null).Select(box => Day(box.Tip!));
        var target = drawing.Marks.OfType<TextMark>().Where(mark => mark.Class == TargetLabel).Select(mark => (Point: "目标线", Series: string.Empty, mark.Text));
        return figures.Concat(target).DistinctBy(one => (one.Point, one.Series)).ToDictionary(one => (one.Point, one.Series), one => one.Text);
    }

    private static (string Point, string Series, string Text) Day(string tip) =>
        tip.IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap ? (tip[..gap], string.Empty, tip[(gap + 1)..]) : (tip, string.Empty, tip);
}
