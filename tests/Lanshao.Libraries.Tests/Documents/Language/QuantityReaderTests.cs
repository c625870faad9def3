using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("为34微克/立方米；", 34, "µg/m³")]
    [InlineData("完成2.9万辆次以上", 29000, "辆次")]
    [InlineData("绿地5万平方米。", 5, "万平方米")]
    [InlineData("投资1.2亿元", 1.2, "亿元")]
    [InlineData("清运3百万吨", 300, "万吨")]
    [InlineData("5吨/平方公里·月左右", 5, "t/(km²·月)")]
    [InlineData("4.9吨/平方公里•月", 4.9, "t/(km²·月)")]
    [InlineData("0.44克/平方米", 0.44, "g/m²")]
    [InlineData("下降百分之三点五", 3.5, "%")]
    [InlineData("三分之一以上", 33.333333333333333333333333333, "%")]
    [InlineData("超过七成", 70, "%")]
    [InlineData("半数以上", 50, "%")]
    [InlineData("千分之五", 5, "‰")]
    [InlineData("提高2.4个百分点", 2.4, "百分点")]
    [InlineData("建成两处", 2, "处")]
    [InlineData("不少于1次/月", 1, "次/月")]
    [InlineData("氮氧化物减排240吨", 240, "吨")]
    [InlineData("压减1000t。", 1000, "吨")]
    public void FindAll_OneQuantity_ReadsFigureAndUnit(string text, double figure, string unit)
    {
        var quantity = Assert.Single(QuantityReader.FindAll(text));

        Assert.Equal(unit, quantity.Unit.Name);
        Assert.InRange(quantity.Low - (decimal)figure, -0.0000000001m, 0.0000000001m);
    }

    [Theory]
    [InlineData("控制在30—32微克/立方米", 30, 32, "µg/m³")]
    [InlineData("30%-40%", 30, 40, "%")]
    [InlineData("每年3至5次", 3, 5, "次")]
    [InlineData("检查2—3万辆", 20000, 30000, "辆")]
    [InlineData("新增1～2万平方米", 1, 2, "万平方米")]
    public void FindAll_Range_ReadsBothEnds(string text, double low, double high, string unit)
    {
        var quantity = Assert.Single(QuantityReader.FindAll(text));

        Assert.Equal(((decimal)low, (decimal)high, unit), (quantity.Low, quantity.High, quantity.Unit.Name));
    }

    [Theory]
    [InlineData("处置3.2万余件", Hedge.Over)]
    [InlineData("检查近400家", Hedge.Nearly)]
    [InlineData("约5公里", Hedge.About)]
    [InlineData("节约5吨", Hedge.None)]
    [InlineData("附近3处", Hedge.None)]
    public void FindAll_HedgedFigure_KeepsTheHedge(string text, Hedge hedge) => Assert.Equal(hedge, Assert.Single(QuantityReader.FindAll(text)).Hedge);

    [Theory]
    [InlineData("第三个三")]
    [InlineData("第15次大会（COP15）")]
    [InlineData("统一部署，进一步加强")]
    [InlineData("万元GDP能耗")]
    [InlineData("百万亩造林")]
    [InlineData("“十四五”时期")]
    [InlineData("〔2022〕2号")]
    public void FindAll_NumbersThatMeasureNothing_FindsNone(string text) => Assert.Empty(QuantityReader.FindAll(text));

    [Fact]
    public void FindAll_SeveralInOneSentence_FindsEachWithItsPlace()
    {
        var found = QuantityReader.FindAll("不低于73%（260天），不高于2.2%（8天）");

        Assert.Equal([(3, "73%"), (7, "260天"), (16, "2.2%"), (21, "8天")], found.Select(q => (q.Start, "不低于73%（260天），不高于2.2%（8天）".Substring(q.Start, q.Length))));
    }

    [Theory]
    [InlineData('7')]
    [InlineData('一')]
    [InlineData('、')]
    [InlineData('（')]
    [InlineData('万')]
    [InlineData('第')]
    [InlineData('—')]
    public void FindAll_AMegabyteOfOneCharacter_IsQuick(char c)
    {
        var text = new string(c, 1 << 20);

        Speed.AssertFast(() => Assert.Empty(QuantityReader.FindAll(text)), TimeSpan.FromSeconds(5));
    }
}
