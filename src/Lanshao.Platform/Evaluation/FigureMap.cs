using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Evaluation;

/// <summary>Draws a ranking as a 位置示意图, out of the same cells that the table prints: the last places of the district first, then above and not above the year's target.</summary>
public static class FigureMap
{
    /// <summary>What is said below every map of places.</summary>
    public const string Note = "示意图：一格为一个街道（地区），按相对位置排列，不表示边界和面积。";

    /// <summary>How many places from the end are 区内后三位.</summary>
    internal const int LastPlaces = 3;

    private const string LastWord = "后三位";
    private const string Noun = "街道（地区）";

    /// <summary>Draws the map; null for a table that is no ranking or has no figures, and in a district without a grid.</summary>
    /// <param name="table">The table.</param>
    /// <param name="district">The district, with the places of its areas.</param>
    /// <param name="target">The year's target; null for none.</param>
    /// <param name="width">The width of the drawing.</param>
    public static ChartDrawing? Draw(FigureTable table, District district, ChartTarget? target, double width)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(district);
        if (table.Definition.Layout is not (TableLayout.Ranking or TableLayout.Bulletin) || !district.HasGrid)
        {
            return null;
        }

        var rows = table.Rows.ToDictionary(row => row.Place);
        var areas = district.Subdistricts.Select(area => (Area: area, Row: rows.GetValueOrDefault(Place.Subdistrict(area.Code)))).ToList();
        if (!areas.Exists(area => Number(table, area.Row) is not null))
        {
            return null;
        }

        var tiles = areas.ConvertAll(area => Tile(table, area.Area, area.Row, target));
        var words = new AreaMap.Words(table.Title + "（位置示意）", Describe(table, tiles, target), Note, [Noun, table.Definition.UnitLine ?? table.Indicator.Name, "类别"]);
        return AreaMap.Draw(words, tiles, Keys(target), width);
    }

    private static AreaMap.Tile Tile(FigureTable table, Subdistrict area, PlaceRow? row, ChartTarget? target)
    {
        var cell = row is null ? null : table.Cell(row, ColumnContent.Value);
        var (tone, word) = Class(table, row, cell?.Number, target);
        var at = area.Cell!.Value;
        return new(area.ShortName, at.Row, at.Column, cell?.Text is { Length: > 0 } text ? text : "—", word, tone) { FullName = row?.Name ?? area.Name };
    }

    private static (AreaMap.Tone Tone, string Word) Class(FigureTable table, PlaceRow? row, decimal? value, ChartTarget? target) => (row, value) switch
    {
        (null, _) => (AreaMap.Tone.Missing, "不排名"),
        (_, null) => (AreaMap.Tone.Missing, "无数据"),
        _ when IsLast(table, row) => (AreaMap.Tone.High, LastWord),
        _ when target is null => (AreaMap.Tone.Plain, string.Empty),
        _ => value > target.Value ? (AreaMap.Tone.Raised, "高于目标") : (AreaMap.Tone.Fair, "不高于目标"),
    };

    private static IReadOnlyList<AreaMap.Key> Keys(ChartTarget? target) =>
    [
        new(AreaMap.Tone.High, "区内" + LastWord),
        new(AreaMap.Tone.Raised, $"其他，高于{target?.Label}"),
        new(AreaMap.Tone.Fair, $"其他，不高于{target?.Label}"),
        new(AreaMap.Tone.Plain, "其他"),
        new(AreaMap.Tone.Missing, "不排名或无数据"),
    ];

    private static string Describe(FigureTable table, List<AreaMap.Tile> tiles, ChartTarget? target)
    {
        var last = table.Rows.Where(row => IsLast(table, row)).Select(row => row.Name).ToList();
        var text = last.Count == 0 ? table.Title : $"区内{LastWord}：{NameList.Join(last, Noun)}";
        var above = tiles.Count(tile => tile.Tone == AreaMap.Tone.Raised);
        return target is null ? text : string.Create(CultureInfo.InvariantCulture, $"{text}；其他街道中高于{target.Label}的{above}个");
    }

    private static bool IsLast(FigureTable table, PlaceRow row) => Number(table, row) is not null && table.Cell(row, ColumnContent.DistrictRank)?.Number <= LastPlaces;

    private static decimal? Number(FigureTable table, PlaceRow? row) => row is null ? null : table.Cell(row, ColumnContent.Value)?.Number;
}
