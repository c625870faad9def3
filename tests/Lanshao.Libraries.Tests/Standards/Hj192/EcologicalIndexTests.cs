using Lanshao.Standards.Ecology;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj192;

/// <summary>HJ 192-2015: the ecological index.</summary>
public sealed class EcologicalIndexTests
{
    [Fact]
    public void Compute_WorkedCase_IsAsInTheReference()
    {
        var one = Example.Read("water", "ecology.json").GetProperty("EI_HJ192_2015").GetProperty("example");
        decimal In(string name) => one.GetProperty("in").GetProperty(name).GetDecimal();

        var index = EcologicalIndex.Compute(In("bio"), In("veg"), In("water"), In("stress"), In("pollution"));

        Assert.Equal((one.GetProperty("out").GetProperty("EI").GetDecimal(), one.GetProperty("out").GetProperty("level").GetString()), (index.Index.Shown, index.Level));
    }

    [Theory]
    [InlineData(null, "100.0", "优")]
    [InlineData(2, "74.9", "良")]
    [InlineData(3, "54.9", "一般")]
    public void Compute_Restriction_CapsTheLevel(int? restriction, string shown, string level)
    {
        var index = EcologicalIndex.Compute(100m, 100m, 100m, 0m, 0m, restriction);

        Assert.Equal((shown, level), (index.Index.ShownText, index.Level));
    }

    [Theory]
    [InlineData(0.9, "无明显变化")]
    [InlineData(-1, "略微变化")]
    [InlineData(3, "明显变化")]
    [InlineData(-8, "显著变化")]
    public void ChangeOf_Steps_HaveTheirWords(double change, string word) => Assert.Equal(word, EcologicalIndex.ChangeOf((decimal)change));

    [Fact]
    public void Compute_OutOfRange_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => EcologicalIndex.Compute(101m, 0m, 0m, 0m, 0m));
}
