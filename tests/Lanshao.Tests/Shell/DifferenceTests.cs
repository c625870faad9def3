using Lanshao.Shell;
using Xunit;

namespace Lanshao.Tests.Shell;

public sealed class DifferenceTests
{
    [Theory]
    [InlineData("全年检查重型柴油车28000辆次以上", "全年检查重型柴油车29000辆次以上", "全年检查重型柴油车", "28000", "29000", "辆次以上")]
    [InlineData("浓度控制在36微克/立方米左右", "浓度控制在35.5微克/立方米左右", "浓度控制在", "36", "35.5", "微克/立方米左右")]
    [InlineData("38.0", "37.9", "", "38.0", "37.9", "")]
    [InlineData("每周开展一次专项检查", "每周开展一次专项检查并通报", "每周开展一次专项检查", "", "并通报", "")]
    [InlineData("啊啊啊啊啊啊啊啊啊啊", "啊啊啊啊啊啊啊啊啊", "啊啊啊啊啊啊啊啊啊", "啊", "", "")]
    public void Parts_OfTwoTexts_MarkWhatDiffersAndTearNoNumber(string before, string after, string front, string old, string now, string back) =>
        Assert.Equal((front, old, now, back), new Difference("样例", "工作措施", before, after).Parts());

    [Theory]
    [InlineData(null, "有", "新增")]
    [InlineData("有", null, "已撤销")]
    [InlineData("有", "无", "有修改")]
    public void Word_OfADifference_IsTheStateWord(string? before, string? after, string word) => Assert.Equal(word, new Difference("样例", "项目", before, after).Word);
}
