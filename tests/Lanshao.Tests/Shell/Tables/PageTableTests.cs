using System.Text;
using Lanshao.Documents;
using Lanshao.Documents.Writing;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Tests.Shell.Tables;

public sealed class PageTableTests
{
    private static readonly PageTable Table = new("样例",
        [new("街道"), new("浓度", ColumnKind.Figure) { SortKey = "value", Unit = "微克/立方米" }, new("控制线", ColumnKind.Figure) { ScreenOnly = true }],
        [
            new([Cell.Of("甲"), Cell.Number(38m, 1), Cell.Number(30m, 1)]),
            new([Cell.Of("乙"), Cell.Missing("未报"), Cell.Blank]),
            new([Cell.Of("丙"), Cell.Number(39.3m, 1), Cell.Blank]),
            new([Cell.Of("全区"), Cell.Number(38.6m, 1), Cell.Blank], RowKind.Total),
        ]);

    [Theory]
    [InlineData("value", "甲丙乙全区")]
    [InlineData("-value", "丙甲乙全区")]
    [InlineData("nothing", "甲乙丙全区")]
    [InlineData("-", "甲乙丙全区")]
    [InlineData(null, "甲乙丙全区")]
    public void Sorted_ByTheAddress_KeepsMissingLastAndTheTotalAtTheEnd(string? sort, string expected) =>
        Assert.Equal(expected, string.Concat(Table.Sorted(sort).Rows.Select(row => row.Cells[0].Text)));

    [Fact]
    public void Sorted_WithSections_StaysInItsOwnOrder()
    {
        var sectioned = Table with { Rows = [new([Cell.Of("一、")], RowKind.Section), .. Table.Rows] };

        Assert.Same(sectioned, sectioned.Sorted("-value"));
    }

    [Fact]
    public void ToPrint_OnPaper_LeavesOutWhatOnlyTheScreenAdds()
    {
        Assert.Equal(["街道", "浓度（微克/立方米）"], Table.ToPrint(withScreenColumns: false).Columns.Select(column => column.Name));
        Assert.Equal(3, Table.ToPrint(withScreenColumns: true).Columns.Count);
    }

    [Fact]
    public void Word_OfATableWithGroupsAndSections_ReadsBackAsShown()
    {
        var grouped = new PageTable("样张表",
            [new("街道"), new("累计浓度", ColumnKind.Figure) { Unit = "微克/立方米", Group = "今年" }, new("取整", ColumnKind.Figure) { Group = "今年" }, new("同比", ColumnKind.Figure), new("屏幕列") { ScreenOnly = true }],
            [new([Cell.Of("一、甲组")], RowKind.Section), new([Cell.Of("甲街道"), Cell.Number(39.3m, 2), Cell.Whole(39), Cell.Percent(-7.1m, 1), Cell.Of("仅屏幕")])]);

        var document = DocumentReader.Read(WordWriter.Write(OfficialDocument.Of(grouped.ToPrint(withScreenColumns: false))), "table.docx", ct: TestContext.Current.CancellationToken);

        var rows = document.Tables.Single().Rows;
        Assert.Equal(["街道", "今年", "今年", "同比"], rows[0].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["街道", "累计浓度（微克/立方米）", "取整", "同比"], rows[1].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["甲街道", "39.30", "39", "-7.1%"], rows[3].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Csv_OfATable_SaysWhatThePageSays()
    {
        var text = Encoding.UTF8.GetString(CsvWriter.Write(Table.ToPrint(withScreenColumns: true)));

        Assert.Equal("\uFEFF街道,浓度（微克/立方米）,控制线\r\n甲,38.0,30.0\r\n乙,—,\r\n丙,39.3,\r\n全区,38.6,\r\n", text);
    }

    [Fact]
    public void RowsCovered_OfAMergedCell_CountsThePlacesBelow()
    {
        var merged = Table with { Rows = [Table.Rows[0], new([Cell.Above, Cell.Blank, Cell.Blank]), new([Cell.Above, Cell.Blank, Cell.Blank]), Table.Rows[2]] };

        Assert.Equal([3, 0, 0, 1], Enumerable.Range(0, 4).Select(row => merged.RowsCovered(row, 0)));
        Assert.Same(merged, merged.Sorted("value"));
    }

    [Fact]
    public void Of_AReportedFigure_ShowsExactlyItsDecimals()
    {
        var cell = Cell.Of(Reported.Of(38.96m, 1));

        Assert.Equal("39.0", cell.Text);
        Assert.Equal(39.0m, cell.Order);
    }
}
