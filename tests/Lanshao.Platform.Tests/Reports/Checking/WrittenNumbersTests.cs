using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Numbers written in Chinese are figures where something is counted or measured, and words everywhere else.</summary>
public class WrittenNumbersTests
{
    [Theory]
    [InlineData("排查点位三百二十六处", 326)]
    [InlineData("投入资金二百八十六万元", 2_860_000)]
    [InlineData("下降的两个街道", 2)]
    [InlineData("其中森林公园三处、湿地公园一处。", 3, 1)]
    [InlineData("共十八个行政村", 18)]
    public void FindAll_NumbersWithUnits_AreFigures(string text, params int[] values) =>
        Assert.Equal(values.Select(value => (decimal)value), FigureReader.FindAll(text, written: true).Select(figure => figure.Value));

    [Theory]
    [InlineData("一厂一策")]
    [InlineData("这一个月")]
    [InlineData("三分之一")]
    [InlineData("一起推进")]
    [InlineData("三年行动计划")]
    [InlineData("第三条")]
    [InlineData("二氧化硫")]
    [InlineData("十四五规划")]
    [InlineData("一次性用品")]
    [InlineData("达到二级标准")]
    public void FindAll_ManyWords_AreNone(string text) => Assert.Empty(FigureReader.FindAll(text, written: true));

    [Fact]
    public void FindAll_NotAsked_LeavesThemWords() => Assert.Empty(FigureReader.FindAll("排查点位三百二十六处"));
}
