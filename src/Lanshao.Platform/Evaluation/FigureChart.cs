using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Evaluation.Answers;

namespace Lanshao.Platform.Evaluation;

/// <summary>Draws a ranking as bars in the order of rank, out of the same cells that the table prints.</summary>
public static class FigureChart
{
    /// <summary>Draws the chart; null for a table that is no ranking or has no figures.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">The target line; null for none.</param>
    /// <param name="width">The width of the drawing.</param>
    public static ChartDrawing? Ranked(FigureTable table, ChartTarget? target, double width)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Definition.Layout != TableLayout.Ranking || !table.Rows.Any(row => Value(table, row)?.Number is not null))
        {
            return null;
        }

        var slope = YearSlope.Of(table) is { IsInferred: false } known ? known : null;
        var before = slope?.Areas.ToDictionary(area => area.Row.Place, area => area.Before) ?? [];
        var entries = table.Rows.Select(row => (Row: row, Cell: Value(table, row), Before: before.GetValueOrDefault(row.Place)))
            .Select(row => new RankedBars.Entry(row.Row.Name, row.Cell?.Number, row.Cell?.Text is { Length: > 0 } text ? text : "—", row.Before?.Shown, row.Before?.ShownText ?? string.Empty)).ToList();
        var words = new RankedBars.Words(table.Title, Describe(entries, target), "街道（地区）", PeriodWords.Months(table.Period), PeriodWords.Months(table.Period.LastYear()));
        return RankedBars.Draw(words, entries, target, width);
    }

    private static FigureCell? Value(FigureTable table, PlaceRow row) => table.Cell(row, ColumnContent.Value);

    private static string Describe(List<RankedBars.Entry> entries, ChartTarget? target)
    {
        var known = entries.Where(entry => entry.Value is not null).ToList();
        var (most, least) = (known.Max(entry => entry.Value), known.Min(entry => entry.Value));
        var text = $"最高{Named(known, most)}，最低{Named(known, least)}";
        text += target is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"；{target.Label}，高于目标的{known.Count(entry => entry.Value > target.Value)}个");
        return known.Count == entries.Count ? text : text + string.Create(CultureInfo.InvariantCulture, $"；没有数据的{entries.Count - known.Count}个");
    }

    private static string Named(List<RankedBars.Entry> known, decimal? value)
    {
        var named = known.FindAll(entry => entry.Value == value);
        return NameList.Join([.. named.Select(entry => entry.Name)], "街道（地区）") + named[0].Shown;
    }
}
