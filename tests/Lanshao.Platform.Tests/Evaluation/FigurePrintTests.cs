using System.Text;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Evaluation;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class FigurePrintTests
{
    [Fact]
    public void Of_Ranking_HasTheLinesAroundThePrintedTable()
    {
        var print = FigurePrint.Of(PublishedFigures.Table("pm25-ranking"), finding => finding.Code);

        Assert.Equal("各街道2024年1—6月PM2.5累计浓度情况", print.Title);
        Assert.Equal(("浓度由高到低排序", "单位：微克/立方米", "数据来源：北京市生态环境局"), (print.NoteAboveLeft, print.NoteAboveRight, Assert.Single(print.NotesBelow)));
        Assert.Equal(["区倒排名", "市倒排名", "街道", "累计浓度（一位小数）", "累计浓度（取整）", "同比变化"], print.Columns.Select(column => column.Name));
        Assert.False(print.IsLandscape);
    }

    [Fact]
    public void Of_WideCounts_LiesOnItsSideWithBlanksAndTotal()
    {
        var print = FigurePrint.Of(PublishedFigures.Table("dust-patrol"), finding => finding.Code);

        var rows = print.Rows.ToList();
        Assert.True(print.IsLandscape);
        Assert.Equal("总计", rows[^1].Cells[0].Text);
        Assert.Equal(string.Empty, rows[1].Cells[7].Text);
        Assert.Equal("各街道2024年上半年扬尘巡查情况", print.Title);
    }

    [Fact]
    public void Of_MissingCityRanks_PrintsADashWithTheReason()
    {
        var table = PublishedFigures.Table("tsp-ranking", PublishedFigures.With(row => row.Indicator == "tsp-city-rank", _ => null));

        var cell = FigurePrint.Of(table, finding => finding.Code).Rows.First().Cells[1];

        Assert.Equal(("—", "EVA-001"), (cell.Text, cell.Reason));
    }

    [Fact]
    public void Of_AsCsv_GivesThePublishedRows()
    {
        var csv = Encoding.UTF8.GetString(CsvWriter.Write(FigurePrint.Of(PublishedFigures.Table("pm25-ranking"), finding => finding.Code)));

        Assert.Contains("\r\n2,10,龙潭街道,39.0,39,-7.1%\r\n", csv, StringComparison.Ordinal);
    }
}
