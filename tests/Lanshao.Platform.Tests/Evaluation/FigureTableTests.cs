using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>The annexes of the published half-year report, cell by cell.</summary>
public sealed class FigureTableTests
{
    [Theory]
    [InlineData("pm25-ranking", 1, 17, "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct")]
    [InlineData("tsp-ranking", 2, 17, "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct")]
    [InlineData("dustfall-ranking", 3, 18, "districtBottomRank,street,value,yoyPct")]
    [InlineData("dust-patrol", 4, 19, "street,道路遗撒,积尘未清扫,建筑垃圾未妥善处置,路面破损,裸露地面,苫盖不到位,未湿法降尘,现场使用袋装水泥,总计")]
    [InlineData("water-sections", 5, 9, "streets,waterBody,section,target,result,note")]
    [InlineData("water-points", 6, 19, "no,streets,communities,point,target,june,average")]
    public void Build_HalfYear_IsTheAnnexCellByCell(string code, int annex, int rows, string columns)
    {
        var expected = Truth(annex, columns.Split(','));

        var table = PublishedFigures.Table(code);
        var printed = table.Rows.Concat(table.Total is null ? [] : [table.Total])
            .Select(row => row.Cells.Select(cell => cell.IsPercent ? cell.Figure!.Value.ShownText : cell.Text.Replace('\n', '；')).ToList()).ToList();

        Assert.Equal(rows, printed.Count);
        Assert.Equal(expected, printed);
        Assert.Empty(table.Findings);
    }

    private static List<List<string>> Truth(int annex, string[] columns)
    {
        var lines = File.ReadAllLines(Reference.File("documents", "truth", $"report2024_annex{annex}.csv"));
        var head = lines[0].TrimStart('\uFEFF').Split(',').ToList();
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => columns.Select(column => fields[head.IndexOf(column)]).ToList())];
    }
}
