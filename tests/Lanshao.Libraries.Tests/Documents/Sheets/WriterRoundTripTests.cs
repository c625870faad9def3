using FsCheck;
using FsCheck.Fluent;
using Lanshao.Documents.Writing;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Sheets;

/// <summary>Our own exports come back as they were.</summary>
public class WriterRoundTripTests
{
    [Fact]
    public void Excel_Tables_ComeBackCellByCell()
    {
        var document = Read(ExcelWriter.Write(new PrintWorkbook("样张", [SampleTables.Ranking(), SampleTables.Sheet()])), "样张.xlsx");

        var ranking = document.Tables.First();
        Assert.Equal(["1", "—", "样张0街道", "39.3", "39", "-7.1%"], ranking.Rows[4].Cells.Select(cell => cell.Text));
        Assert.Equal(["区倒排名", "市倒排名", "街道", "一位小数", "取整", "同比变化"], ranking.Rows[3].Cells.Select(cell => cell.Anchor.Text));
        Assert.True(document.Tables.ElementAt(1).Rows[2].SpansAllColumns);
        Assert.Equal("样张任务甲", document.Tables.ElementAt(1).Rows[5].Cells[1].Anchor.Text);
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("-甲")]
    [InlineData("-7.1%")]
    [InlineData("@甲")]
    [InlineData("'甲'")]
    [InlineData("多行\n第二行")]
    [InlineData("引号\"和,逗号")]
    public void Csv_Field_ComesBackAsTyped(string typed)
    {
        var table = new PrintTable { Title = "样张", Columns = [new("甲", 20), new("乙", 20)], Rows = [new PrintRow([PrintCell.Of(typed), PrintCell.Of("x")])] };

        var rows = Assert.Single(Read(CsvWriter.Write(table), "样张.csv").Tables).Rows;

        Assert.Equal(typed.Replace("\n", "", StringComparison.Ordinal), rows.Single(row => row.Cells[1].Text == "x").Cells[0].Text);
    }

    [Fact]
    public void Csv_AnyField_ComesBackThroughItsGuard() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("'", "=", "+", "-", "@", "1", "甲", "\t", "＝")).Select(string.Concat).ToArbitrary(), field =>
            field == FormulaStart.Undo(FormulaStart.BeginsBehindApostrophes(field) ? "'" + field : field)).QuickCheckThrowOnFailure();
}
