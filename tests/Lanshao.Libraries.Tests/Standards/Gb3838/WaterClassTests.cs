using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Gb3838;

/// <summary>GB 3838-2002 clause 3: five classes, Ⅰ is best; beyond Ⅴ the grades of Beijing's tables.</summary>
public sealed class WaterClassTests
{
    [Theory]
    [InlineData("Ⅲ类", "Ⅲ")]
    [InlineData("Ⅰ", "Ⅰ")]
    [InlineData("III类", "Ⅲ")]
    [InlineData(" IV ", "Ⅳ")]
    [InlineData("V类", "Ⅴ")]
    [InlineData("劣Ⅴ类", "劣Ⅴ")]
    [InlineData("劣V1类", "劣Ⅴ1")]
    [InlineData("劣Ⅴ4", "劣Ⅴ4")]
    public void TryParse_PrintedClass_IsRead(string text, string expected)
    {
        Assert.True(WaterClass.TryParse(text, out var read));

        Assert.Equal(expected, read.ToString());
    }

    [Theory]
    [InlineData("无水")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("——")]
    [InlineData("劣Ⅳ类")]
    [InlineData("劣Ⅴ5")]
    [InlineData("Ⅵ")]
    [InlineData("类")]
    public void TryParse_NoClass_IsRefused(string? text) => Assert.False(WaterClass.TryParse(text, out _));

    [Fact]
    public void CompareTo_AllClasses_StandInOfficialOrder()
    {
        string[] official = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ1", "劣Ⅴ2", "劣Ⅴ3", "劣Ⅴ4"];

        Assert.Equal(official, official.Reverse().Select(Class).Order().Select(value => value.ToString()));
    }

    [Theory]
    [InlineData("Ⅱ", "Ⅲ", true)]
    [InlineData("Ⅲ", "Ⅲ", true)]
    [InlineData("Ⅳ", "Ⅲ", false)]
    [InlineData("劣Ⅴ1", "Ⅴ", false)]
    [InlineData("劣Ⅴ3", "劣Ⅴ", true)]
    [InlineData("劣Ⅴ3", "劣Ⅴ2", false)]
    public void Meets_Target_ComparesClasses(string value, string target, bool expected) => Assert.Equal(expected, Class(value).Meets(Class(target)));

    [Fact]
    public void IsGood_UpToIII_AndGradesAreInferiorV()
    {
        Assert.Equal([true, true, true, false, false], new[] { "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ" }.Select(text => Class(text).IsGood));
        Assert.True(Class("劣Ⅴ1").IsInferiorV);
        Assert.False(Class("Ⅴ").IsInferiorV);
        Assert.Equal(Class("劣Ⅴ"), Class("劣Ⅴ1").National);
        Assert.True(Class("Ⅳ") > Class("Ⅲ") && Class("Ⅱ") < Class("Ⅲ") && Class("Ⅲ") <= Class("Ⅲ") && Class("Ⅲ") >= Class("Ⅲ"));
    }

    private static WaterClass Class(string text) => WaterClass.TryParse(text, out var value) ? value : throw new ArgumentException(text);
}
