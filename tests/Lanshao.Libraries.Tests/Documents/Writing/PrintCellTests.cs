using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class PrintCellTests
{
    [Theory]
    [InlineData("39", 1, "39.0")]
    [InlineData("-7.10", 1, "-7.1")]
    [InlineData("0", 1, "0.0")]
    [InlineData("32683", 0, "32683")]
    public void Number_RoundedFigure_IsPrintedWithItsDecimals(string shown, int decimals, string printed)
    {
        var cell = PrintCell.Number(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), decimals);

        Assert.Equal(printed, cell.Text);
    }

    [Fact]
    public void Number_NegativeZero_HasNoSign() => Assert.Equal("0.0", PrintCell.Number(new decimal(0, 0, 0, isNegative: true, 1), 1).Text);

    [Fact]
    public void Number_NotRounded_IsAContractBroken() => Assert.Throws<ArgumentException>(() => PrintCell.Number(38.45m, 1));

    [Fact]
    public void Percent_Figure_CarriesTheSign()
    {
        var cell = PrintCell.Percent(-7.1m, 1);

        Assert.Equal(("-7.1%", -7.1m, true), (cell.Text, cell.Shown, cell.IsPercent));
    }

    [Fact]
    public void Of_LinesOfEveryKind_BecomeParagraphs() => Assert.Equal(["甲", "乙", "丙"], PrintCell.Of("甲\r\n乙\r丙").Paragraphs);

    [Fact]
    public void Missing_Figure_IsADashWithItsReason() => Assert.Equal(("—", "未导入"), (PrintCell.Missing("未导入").Text, PrintCell.Missing("未导入").Reason));

    [Fact]
    public void Across_TooManyCells_IsAContractBroken() => Assert.Throws<ArgumentException>(() => CsvWriter.Write(new PrintTable { Title = "表", Columns = [new("列", 10)], Rows = [new([PrintCell.Empty, PrintCell.Empty])] }));
}
