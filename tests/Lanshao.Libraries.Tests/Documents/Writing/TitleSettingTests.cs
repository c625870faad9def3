using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class TitleSettingTests
{
    [Theory]
    [InlineData("短标题", "短标题")]
    [InlineData("样张区关于深入打好污染防治攻坚战的工作情况报告", "样张区关于深入打好污染|防治攻坚战的工作情况报告")]
    [InlineData("样张街道（地区）2024年1—6月某项累计量情况", "样张街道（地区）|2024年1—6月某项累计量情况")]
    [InlineData("第一行\n第二行", "第一行|第二行")]
    [InlineData("样张区样张区样张区2024年1—6月工作进展工作进展情况", "样张区样张区样张区2024年1—6月|工作进展工作进展情况")]
    [InlineData("样张区样张区样张区样张（试行）工作进展工作进展情", "样张区样张区样张区样张|（试行）工作进展工作进展情")]
    [InlineData("样张区高值提醒（全区，2026年11月22日晚）", "样张区高值提醒|（全区，2026年11月22日晚）")]
    [InlineData("各街道2026年9月21日—10月20日某项累计浓度情况", "各街道2026年9月21日—10月20日|某项累计浓度情况")]
    public void Set_LongTitle_IsBrokenIntoEvenLinesAtGoodPlaces(string title, string lines)
    {
        var (set, tighten) = TitleSetting.Set(title, 20.1);

        Assert.Equal(lines.Split('|'), set);
        Assert.Equal(0, tighten);
    }

    [Fact]
    public void Set_TitleALittleTooLong_StaysOnItsLine()
    {
        var (lines, tighten) = TitleSetting.Set("样张街道（地区）的某某事项累计情况通报表", 19.5);

        Assert.Single(lines);
        Assert.InRange(lines[0].Length * (1 - tighten), 19, 19.5);
    }

    [Fact]
    public void Set_AnyTitle_LosesNothing()
    {
        var title = string.Concat(Enumerable.Range(0, 90).Select(i => (char)('一' + i)));

        var (lines, _) = TitleSetting.Set(title, 20);

        Assert.Equal(title, string.Concat(lines));
        Assert.All(lines, line => Assert.True(TitleSetting.Ems(line) <= 20));
    }
}
