using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Evaluation;

/// <summary>Sets a table of figures for paper, Excel and CSV: the official columns, nothing more.</summary>
public static class FigurePrint
{
    private const int SmallFrom = 7;
    private const int LandscapeFrom = 9;
    private const int LongHeading = 7;

    /// <param name="table">The table.</param>
    /// <param name="words">Says why a figure is missing.</param>
    /// <returns>The table as all writers take it.</returns>
    public static PrintTable Of(FigureTable table, Func<Finding, string> words)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new()
        {
            Title = table.Title,
            Columns = [.. table.Columns.Select(column => new PrintColumn(Heading(column.Heading), WidthMm(column.Shows)))],
            Rows = [.. table.Rows.Concat(table.Total is null ? [] : [table.Total]).Select(row => new PrintRow([.. row.Cells.Select(cell => Cell(cell, words))]))],
            NoteAboveLeft = table.Definition.SortedBy ?? string.Empty,
            NoteAboveRight = table.Definition.UnitLine is { } unit ? $"单位：{unit}" : string.Empty,
            NotesBelow = [$"数据来源：{table.SourceLine}"],
            IsSmall = table.Columns.Count >= SmallFrom,
            IsLandscape = table.Columns.Count >= LandscapeFrom,
        };
    }

    /// <summary>Sets one cell.</summary>
    public static PrintCell Cell(FigureCell cell, Func<Finding, string> words) => cell switch
    {
        { Missing: { } missing } => PrintCell.Missing(words(missing)),
        { Text: "" } => PrintCell.Empty,
        { Figure: { } figure, IsPercent: true } => PrintCell.Percent(figure.Shown, figure.Decimals),
        { Figure: { } figure } => PrintCell.Number(figure.Shown, figure.Decimals),
        _ => PrintCell.Of(cell.Text),
    };

    // Long printed heads break before a bracket: 累计浓度 / （一位小数）.
    private static string Heading(string heading) => heading.Length >= LongHeading ? heading.Replace("（", "\n（", StringComparison.Ordinal) : heading;

    /// <summary>Returns how wide a column is on paper, in millimetres.</summary>
    public static double WidthMm(ColumnContent shows) => shows switch
    {
        ColumnContent.Number => 13,
        ColumnContent.DistrictRank or ColumnContent.CityRank => 20,
        ColumnContent.Cumulative => 29,
        ColumnContent.Area => 30,
        ColumnContent.Community or ColumnContent.Value or ColumnContent.Whole => 26,
        ColumnContent.Place or ColumnContent.Remark => 34,
        ColumnContent.WaterBody => 30,
        _ => 22,
    };
}
