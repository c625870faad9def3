using System.Text;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class CsvWriterTests
{
    [Fact]
    public void Write_Table_BeginsWithItsHeadAndEndsWithItsNotes()
    {
        var bytes = CsvWriter.Write(SampleTables.Ranking(1), "演示数据");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("区倒排名,市倒排名,街道,累计浓度·一位小数,累计浓度·取整,同比变化\r\n1,—,样张0街道,39.3,39,-7.1%\r\n数据来源：样张监测中心,,,,,\r\n演示数据,,,,,\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void Write_MergedCells_AreFilledIn()
    {
        var lines = Text(SampleTables.Sheet()).Split("\r\n");

        Assert.Equal("一、样张领域,,,,", lines[1]);
        Assert.Equal("2-5-3,样张任务甲,样张措施，2-5-3,,", lines[4]);
        Assert.Equal("2-6-1,\"样张任务乙\n第二段\",样张措施，2-6-1,,", lines[6]);
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("-x,y", "\"'-x,y\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-7.1", "-7.1")]
    [InlineData("+3%", "+3%")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\tx", "'\tx")]
    [InlineData("——", "——")]
    public void Write_Field_IsQuotedAndHarmless(string typed, string written)
    {
        var table = new PrintTable { Title = "表", Columns = [new("列", 10)], Rows = [new([PrintCell.Of([typed])])] };

        Assert.Equal($"列\r\n{written}\r\n", Text(table));
    }

    private static string Text(PrintTable table) => Encoding.UTF8.GetString(CsvWriter.Write(table)[3..]);
}
