using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>A table of figures as a page shows it: the printed columns, every figure with its 怎么算的, and where asked columns for the screen only.</summary>
/// <param name="table">The table.</param>
/// <param name="texts">The words of the page.</param>
/// <param name="link">Where an area's name leads.</param>
internal sealed class FigurePageTable(FigureTable table, UiTexts texts, Func<Place, string> link)
{
    private readonly FigureHow _how = new(table, texts);

    // A water place may lie in several areas, which stand below each other.
    private bool IsOneArea => table.Definition.Layout is TableLayout.Ranking or TableLayout.Counts or TableLayout.Bulletin;

    /// <summary>A column that the print leaves out.</summary>
    public sealed record ScreenColumn(string Heading, string SortKey, Func<PlaceRow, Cell> Cell, ColumnKind Kind = ColumnKind.Figure);

    /// <param name="isSample">Whether the district is a sample.</param>
    /// <param name="onScreen">Further columns, on the right.</param>
    /// <param name="isShown">Which rows are shown; null for all.</param>
    public PageTable Make(bool isSample, IReadOnlyList<ScreenColumn> onScreen, Func<PlaceRow, bool>? isShown = null) =>
        new(
            table.Title,
            [.. table.Columns.Select(Column), .. onScreen.Select(column => new Column(column.Heading, column.Kind) { SortKey = column.SortKey, ScreenOnly = true })],
            [.. table.Rows.Where(row => isShown is null || isShown(row)).Select(row => Row(row, onScreen)), .. Total(onScreen, isShown)])
        {
            Above = table.Definition.SortedBy ?? string.Empty,
            UnitLine = table.Definition.UnitLine is { } unit ? texts["单位：{0}", unit] : string.Empty,
            Below = [texts["数据来源：{0}", table.SourceLine], .. BudgetLine()],
            IsWide = table.Columns.Count > 8,
            IsStacked = table.Definition.Layout is TableLayout.Sections or TableLayout.Points,
            Carries = CarriedFigures.Of(table),
            IsSample = isSample,
        };

    private IEnumerable<string> BudgetLine()
    {
        if (table.ColumnOf(ColumnContent.Budget) >= 0 && new DateOnly(table.Period.To.Year, 12, 31).DayNumber - table.Period.To.DayNumber is > 0 and var left)
        {
            yield return texts["剩余时段控制线：全年余{0}天平均不得超过的浓度，只舍不入；目标没有写明取整判定的，按精确限值。", left];
        }
    }

    private IEnumerable<TableRow> Total(IReadOnlyList<ScreenColumn> onScreen, Func<PlaceRow, bool>? isShown) =>
        table.Total is { } total && isShown is null ? [Row(total, onScreen) with { Kind = RowKind.Total }] : [];

    private TableRow Row(PlaceRow row, IReadOnlyList<ScreenColumn> onScreen) => new(
        [.. table.Columns.Zip(row.Cells, (column, cell) => Cell(row, column, cell)), .. onScreen.Select(column => column.Cell(row))],
        Anchor: row.Place.Kind == PlaceKind.District ? null : "row-" + row.Place.LocalCode);

    private Cell Cell(PlaceRow row, TableColumn column, FigureCell cell)
    {
        var shown = Ordered(column, cell, Shell.Tables.Cell.Of(FigurePrint.Cell(cell, finding => ErrorTexts.Sentence(finding, texts.Language))));
        var linked = column.Shows == ColumnContent.Area && row.Place.Kind == PlaceKind.Subdistrict ? shown.LinkedTo(link(row.Place)) : shown;
        return linked.Explained(_how.Of(row, column, cell));
    }

    // A blank zero sorts as zero, a class by its level, a running number as a number.
    private static Cell Ordered(TableColumn column, FigureCell cell, Cell shown) => cell switch
    {
        { Number: { } number } => shown.Ordered(number),
        { Missing: null } when column.Shows == ColumnContent.Number => shown.Ordered(decimal.Parse(cell.Text, CultureInfo.InvariantCulture)),
        { Missing: null } when WaterClass.TryParse(cell.Text, out var known) => shown.Ordered(known.Level),
        _ => shown,
    };

    private Column Column(TableColumn column) => new(column.Heading, Kind(column.Shows)) { SortKey = SortKey(column), WidthMm = FigurePrint.WidthMm(column.Shows) };

    private ColumnKind Kind(ColumnContent shows) => shows switch
    {
        ColumnContent.Value when table.ColumnOf(ColumnContent.Target) >= 0 => ColumnKind.Mark,
        ColumnContent.Value or ColumnContent.Whole or ColumnContent.Change or ColumnContent.Indicator or ColumnContent.Cumulative or ColumnContent.CumulativeWhole
            or ColumnContent.CumulativeChange or ColumnContent.YearTarget or ColumnContent.Budget => ColumnKind.Figure,
        ColumnContent.Number or ColumnContent.DistrictRank or ColumnContent.CityRank or ColumnContent.Target or ColumnContent.LastMonth or ColumnContent.Move => ColumnKind.Mark,
        ColumnContent.Area when IsOneArea => ColumnKind.OneLine,
        _ => ColumnKind.Text,
    };

    /// <summary>What stands in the address: stable, whatever the heading says.</summary>
    private static string? SortKey(TableColumn column) => column.Shows switch
    {
        ColumnContent.DistrictRank => "rank",
        ColumnContent.CityRank => "city",
        ColumnContent.Value => "value",
        ColumnContent.Whole => "whole",
        ColumnContent.Change => "change",
        ColumnContent.Cumulative => "so-far",
        ColumnContent.CumulativeWhole => "so-far-whole",
        ColumnContent.CumulativeChange => "so-far-change",
        ColumnContent.Budget => "budget",
        ColumnContent.Target => "target",
        ColumnContent.LastMonth => "month",
        ColumnContent.Number => "number",
        ColumnContent.Indicator => column.Indicator,
        _ => null,
    };
}
