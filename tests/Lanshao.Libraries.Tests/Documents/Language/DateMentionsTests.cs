using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class DateMentionsTests
{
    [Fact]
    public void FindAll_TwoDuesInOneSentence_FindsBothWithTheirWords()
    {
        const string Text = "督促单位6月底前排查隐患，10月底前自查";

        var found = DateMentions.FindAll(Text, 2022);

        Assert.Equal(["6月底前", "10月底前"], found.Select(date => Text.Substring(date.Start, date.Length)));
    }

    [Theory]
    [InlineData("落实《规划（2018年-2035年）》和《2021年6月底前工作通知》")]
    [InlineData("每月通报，三个月内完成，近三年内")]
    [InlineData("比2021年下降")]
    [InlineData("6个月")]
    [InlineData("4754-2017")]
    public void FindAll_NumbersThatAreNoDue_FindsNoDay(string text) => Assert.DoesNotContain(DateMentions.FindAll(text, 2022), date => date.Kind == DeadlineKind.By);

    [Fact]
    public void FindAll_MonthsSideBySide_FindsEach() => Assert.Equal([6, 10], DateMentions.FindAll("6月、10月各开展一次", 2022).Select(date => date.Due!.Value.Month));

    [Theory]
    [InlineData("6")]
    [InlineData("一、")]
    [InlineData("6—")]
    [InlineData("2022年")]
    [InlineData("年")]
    [InlineData("汛")]
    [InlineData("《")]
    public void FindAll_AMegabyteOfOneWord_IsQuick(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, (1 << 20) / word.Length));

        Speed.AssertFast(() => DateMentions.FindAll(text, 2022), TimeSpan.FromSeconds(5));
    }
}
