using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>The rows of the water tables, in the order of the pack. 无水 is a result like a class.</summary>
internal static class WaterRows
{
    public static IReadOnlyList<PlaceRow> Sections(TableContext context) =>
        [.. context.District.Sections.Select(section => new PlaceRow(
            Place.Of(PlaceKind.Section, section.Code),
            section.Name,
            [.. context.Table.Columns.Select(column => Cell(context, section, column.Shows))]))];

    public static IReadOnlyList<PlaceRow> Points(TableContext context) =>
        [.. context.District.WaterPoints.Select(point => new PlaceRow(
            Place.Of(PlaceKind.WaterPoint, point.Code),
            point.Name,
            [.. context.Table.Columns.Select(column => Cell(context, point, column.Shows))]))];

    private static FigureCell Cell(TableContext context, WaterSection section, ColumnContent shows) => shows switch
    {
        ColumnContent.Number => Number(section.Order),
        ColumnContent.Area => Areas(context, section.Subdistricts),
        ColumnContent.WaterBody => FigureCell.Words(section.WaterBody),
        ColumnContent.Place => FigureCell.Words(section.Name),
        ColumnContent.Target => Class(section.Target),
        ColumnContent.Remark => FigureCell.Words(section.IsMunicipalAssessment ? "市级考核断面" : string.Empty),
        _ => Measured(context, Place.Of(PlaceKind.Section, section.Code), section.Name, shows),
    };

    private static FigureCell Cell(TableContext context, WaterPoint point, ColumnContent shows) => shows switch
    {
        ColumnContent.Number => Number(point.Order),
        ColumnContent.Area => Areas(context, point.Subdistricts),
        ColumnContent.Community => Lines(point.Communities.Select(code => context.District.Communities.FirstOrDefault(community => community.Code == code)?.Name ?? code)),
        ColumnContent.Place => FigureCell.Words(point.Name),
        ColumnContent.Target => Class(point.Target),
        _ => Measured(context, Place.Of(PlaceKind.WaterPoint, point.Code), point.Name, shows),
    };

    private static FigureCell Measured(TableContext context, Place place, string name, ColumnContent shows)
    {
        var period = shows switch
        {
            ColumnContent.Value => context.Period,
            ColumnContent.LastMonth => PeriodWords.LastMonth(context.Period),
            _ => throw new InvalidOperationException($"{context.Table.Code}: a water table shows no {shows}."),
        };
        var value = context.Find(context.Table.Indicator, place, period, scope: null);
        return value?.Text is { } text
            ? FigureCell.Words(WaterClass.TryParse(text, out var known) ? Print(known) : text, new FigureOrigin.Stored(value))
            : context.NotThere(context.Table.Indicator, value, period, name);
    }

    // The printed water tables write areas without their ending.
    private static FigureCell Areas(TableContext context, IReadOnlyList<string> codes) =>
        Lines(codes.Select(code => context.Table.PrintedAs.GetValueOrDefault(code) ?? context.District.FindSubdistrict(code)?.ShortName ?? code));

    private static FigureCell Lines(IEnumerable<string> lines) => FigureCell.Words(string.Join('\n', lines));

    private static FigureCell Number(int order) => FigureCell.Words(order.ToString(CultureInfo.InvariantCulture));

    private static FigureCell Class(WaterClass target) => FigureCell.Words(target.Level == 0 ? string.Empty : Print(target));

    private static string Print(WaterClass known) => known + "类";
}
