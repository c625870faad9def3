using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class FigureMapTests
{
    private static readonly District District = PublishedFigures.Pack.District;

    [Fact]
    public void Draw_PublishedRanking_SaysTheTablesFiguresAndItsLastThree()
    {
        var table = PublishedFigures.Table("pm25-ranking");

        var map = FigureMap.Draw(table, District, new(38m, "年度目标38"), RankedBars.PageWidth)!;

        var rows = map.Figures!.Rows.ToDictionary(row => row[0]);
        Assert.All(table.Rows, row => Assert.Equal(table.Cell(row, ColumnContent.Value)!.Text, rows[row.Name][1]));
        Assert.Equal(["北新桥街道", "龙潭街道", "东直门街道"], table.Rows.Select(row => row.Name).Where(name => rows[name][2] == "后三位"));
        Assert.Equal(("高于目标", "不高于目标"), (rows["东四街道"][2], rows["天坛街道"][2]));
        Assert.Equal(["王府井地区", "—", "不排名"], rows["王府井地区"]);
        Assert.StartsWith("区内后三位：北新桥、龙潭、东直门街道；其他街道中高于年度目标38的", map.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_AreaWithoutValueAndNoTarget_SaysSoAndJudgesNobody()
    {
        var table = PublishedFigures.Table("pm25-ranking", PublishedFigures.With(row => row.Indicator == "pm25" && row.Place.EndsWith("110101014000", StringComparison.Ordinal) && row.Period == "2024H1", _ => null));

        var map = FigureMap.Draw(table, District, null, RankedBars.PageWidth)!;

        Assert.Equal("无数据", map.Figures!.Rows.Single(row => row[0] == "龙潭街道")[2]);
        Assert.Equal("—", map.Figures.Rows.Single(row => row[0] == "天坛街道")[2]);
    }

    [Fact]
    public void Draw_TableOfCounts_IsNotDrawn() => Assert.Null(FigureMap.Draw(PublishedFigures.Table("dust-patrol"), District, null, RankedBars.PageWidth));
}
