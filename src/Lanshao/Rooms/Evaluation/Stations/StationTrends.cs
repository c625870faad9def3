using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Shell.Tables;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>The items over the years, with their trend by Spearman's rank correlation.</summary>
internal sealed class StationTrends(IReadOnlyList<StationTrend> trends, string words, bool isSample, UiTexts t)
{
    private string Title => t["历年变化趋势（{0}）", words];

    /// <summary>Draws PM2.5 over the years; null for fewer than two years with a value.</summary>
    public ChartDrawing? Drawing()
    {
        var years = trends.FirstOrDefault(trend => trend.Item == AirItem.Pm25)?.Years ?? [];
        var known = years.Where(year => year.Value is not null).ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var said = string.Join('，', known.Select(year => string.Create(CultureInfo.InvariantCulture, $"{year.Year}年{year.Value!.Value.ShownText}")));
        return TrendLines.Draw(
            new(t["PM2.5年均浓度（{0}）", words], said, t["年份"], t["年均浓度"], string.Empty),
            [.. years.Select(year => new TrendLines.Point(year.Year.ToString(CultureInfo.InvariantCulture), year.Value?.Shown, year.Value?.ShownText ?? t["不作评价"]))]);
    }

    public PageTable Table() => new(
        Title,
        [
            new(t["项目"], ColumnKind.OneLine), .. Years.Select(year => new Column(t["{0}年", year], ColumnKind.Figure)),
            new(t["秩相关系数"], ColumnKind.Figure), new(t["临界值"], ColumnKind.Figure), new(t["变化趋势"], ColumnKind.OneLine),
        ],
        [.. trends.Select(Row)])
    {
        UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
        Below = [t["按HJ 663附录B的秩相关系数法，至少五年；CO、O₃-8h用规定的百分位数。不能作年评价的年份不列入。临界值（单侧0.05）未见原文，待核对。"]],
        IsWide = true,
        IsSample = isSample,
    };

    private IEnumerable<int> Years => trends.Count == 0 ? [] : trends[0].Years.Select(year => year.Year);

    private TableRow Row(StationTrend trend) => new(
    [
        Cell.Of(StationView.ItemWords[(int)trend.Item]),
        .. trend.Years.Select(year => year.Value is { } value ? Cell.Of(value) : Cell.Missing(t["有效天数{0}天，不作评价", year.ValidDays])),
        trend.Trend is { } known ? Cell.Of(known.Coefficient) : Cell.Missing(t["不足五年"]),
        trend.Trend?.Critical is { } critical ? Cell.Of(critical.ToString("0.000", CultureInfo.InvariantCulture)) : Cell.Missing(t["没有临界值"]),
        trend.Trend?.Direction is { } direction ? Cell.Of(direction < 0 ? t["显著下降"] : direction > 0 ? t["显著上升"] : t["无显著趋势"]) : Cell.Missing(t["不能判断"]),
    ]);
}
