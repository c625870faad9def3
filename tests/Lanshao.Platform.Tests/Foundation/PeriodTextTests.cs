using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2024H1", "2024H1")]
    [InlineData("2024-06", "2024-06")]
    [InlineData("2024年", "2024")]
    [InlineData("2024年上半年", "2024H1")]
    [InlineData("2024年1—6月", "2024H1")]
    [InlineData("2024年1-6月", "2024H1")]
    [InlineData("2024年1月至6月", "2024H1")]
    [InlineData("2024年二季度", "2024Q2")]
    [InlineData("2024年第二季度", "2024Q2")]
    [InlineData("2024年4—6月", "2024Q2")]
    [InlineData("2024年1—5月", "2024-01-01..2024-05-31")]
    [InlineData("2024年1—12月", "2024")]
    [InlineData("2024年6月", "2024-06")]
    [InlineData("2024年6月30日", "2024-06-30")]
    [InlineData("2024 年 6 月", "2024-06")]
    [InlineData("2024-01-01..2024-06-30", "2024H1")]
    [InlineData("2024年2—2月", "2024-02")]
    public void TryParse_AsClerksWrite_GivesOneCodeForOneSpan(string text, string code)
    {
        Assert.True(PeriodText.TryParse(text, out var period));

        Assert.Equal(code, period.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("上半年")]
    [InlineData("2024年6—1月")]
    [InlineData("2024年13月")]
    [InlineData("2024年0月")]
    [InlineData("2024年0—6月")]
    [InlineData("2024年2月30日")]
    [InlineData("0000年")]
    [InlineData("2024年五季度")]
    [InlineData("二〇二四年")]
    public void TryParse_NoPeriod_IsRefused(string? text) => Assert.False(PeriodText.TryParse(text, out _));

    [Fact]
    public void TryParse_LongText_EndsSoon() => Assert.False(PeriodText.TryParse("2024年" + new string('1', 1_000_000), out _));
}
