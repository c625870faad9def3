using System.Text;
using Lanshao.Documents;
using Lanshao.Documents.Writing;
using Lanshao.Shell.Tables;
using Xunit;

namespace Lanshao.Tests.Shell.Tables;

public sealed class PrintedTableTests
{
    private static readonly PageTable Table = new("样张表",
    [
        new("街道"), new("累计浓度", ColumnKind.Figure) { Unit = "微克/立方米", Group = "今年" }, new("取整", ColumnKind.Figure) { Group = "今年" }, new("同比", ColumnKind.Figure), new("屏幕列") { ScreenOnly = true },
    ],
    [
        new([Cell.Of("一、甲组")], RowKind.Section),
        new([Cell.Of("甲街道"), Cell.Figure("39.30", 39.3m), Cell.Whole(39), Cell.Figure("-7.1%", -7.1m), Cell.Of("仅屏幕")]),
        new([Cell.Of("乙街道"), Cell.Missing("缺测"), Cell.Of("2024-12-31").Ordered(20241231), Cell.Figure("+3.0%", 3m), Cell.Blank]),
    ])
    {
        Below = ["数据来源：样张"],
        IsSample = true,
    };

    [Fact]
    public void Of_Figures_KeepWhatThePageShows()
    {
        var rows = PrintedTable.Of(Table).Rows.ToList();

        Assert.True(rows[0].IsSection);
        Assert.Equal(["甲街道", "39.30", "39", "-7.1%", "仅屏幕"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([null, 39.3m, 39m, -7.1m, null], rows[1].Cells.Select(cell => cell.Shown));
        Assert.Equal(["乙街道", "—", "2024-12-31", "+3.0%", ""], rows[2].Cells.Select(cell => cell.Text));
        Assert.All(rows[2].Cells, cell => Assert.Null(cell.Shown));
    }

    [Fact]
    public void Word_Page_LeavesTheColumnsOfTheScreenOut()
    {
        var document = DocumentReader.Read(WordWriter.Write(OfficialDocument.Of(PrintedTable.Of(Table.Printed()))), "table.docx", ct: TestContext.Current.CancellationToken);

        var rows = document.Tables.Single().Rows;
        Assert.Equal(["街道", "今年", "今年", "同比"], rows[0].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["街道", "累计浓度（微克/立方米）", "取整", "同比"], rows[1].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["甲街道", "39.30", "39", "-7.1%"], rows[3].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Csv_Page_SaysTheSame()
    {
        var text = Encoding.UTF8.GetString(CsvWriter.Write(PrintedTable.Of(Table), "演示数据")[3..]);

        Assert.Equal(
            "街道,今年·累计浓度（微克/立方米）,今年·取整,同比,屏幕列\r\n一、甲组,,,,\r\n甲街道,39.30,39,-7.1%,仅屏幕\r\n乙街道,—,2024-12-31,+3.0%,\r\n数据来源：样张,,,,\r\n演示数据,,,,\r\n",
            text);
    }
}
