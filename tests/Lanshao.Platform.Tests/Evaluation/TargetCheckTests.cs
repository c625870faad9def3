using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class TargetCheckTests
{
    private static readonly IndicatorDefinition Pm25 = PublishedFigures.Pack.Read(IndicatorList.Part).ByCode["pm25"];

    [Fact]
    public void Of_PublishedHalfYear_LeavesThirtyForTheRest()
    {
        var check = TargetCheck.Of(Pm25, Figure("pm25"), 2024, 34m).Value!;

        Assert.Equal((false, 4.0m, "30.0", 184), (check.IsMet, check.Distance, check.Budget!.Mean!.Value.ShownText, check.Budget.DaysLeft));
    }

    [Fact]
    public void Of_PublishedHalfYear_TellsBothReadingsOfTheTarget()
    {
        var check = TargetCheck.Of(Pm25, Figure("pm25"), 2024, 34m).Value!;

        Assert.Equal(("30.0", "31.0"), (check.Budget!.Mean!.Value.ShownText, check.RoundedBudget!.Mean!.Value.ShownText));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("扣除沙尘影响", false)]
    [InlineData("按取整判定", true)]
    public void YearTarget_Condition_SaysHowItIsJudged(string? condition, bool expected) => Assert.Equal(expected, new YearTarget(2024, 34m, "某计划", condition).IsJudgedRounded);

    [Fact]
    public void Of_TargetOfAnotherYear_IsNotCompared()
    {
        var check = TargetCheck.Of(Pm25, Figure("pm25"), 2022, 34m);

        Assert.Equal(("EVA-020", "2022", "2024"), (check.Refusal?.Code, check.Refusal?.Arguments["target"], check.Refusal?.Arguments["data"]));
    }

    [Fact]
    public void Of_Count_HasNoBudget() =>
        Assert.Null(TargetCheck.Of(PublishedFigures.Pack.Read(IndicatorList.Part).ByCode["heavy-diesel-checks"], Figure("heavy-diesel-checks"), 2024, 29000m).Value!.Budget);

    [Fact]
    public void Headline_WithTarget_SaysWhatTheRestMayHave() => Assert.Equal(
        "截至6月30日，PM2.5累计38.0微克/立方米，同比下降2.6%；按目标34（按一位小数判定），后184天平均须控制在30.0以内。",
        HeadlineAnswer.Of(Pm25, Figure("pm25"), Figure("pm25-change"), TargetCheck.Of(Pm25, Figure("pm25"), 2024, 34m).Value).Text);

    [Fact]
    public void Headline_WithoutTarget_SaysSo() => Assert.Equal(
        "截至6月30日，PM2.5累计38.0微克/立方米，同比下降2.6%；2024年目标未录入。",
        HeadlineAnswer.Of(Pm25, Figure("pm25"), Figure("pm25-change"), null).Text);

    [Fact]
    public void Headline_TargetOutOfReach_SaysSo() => Assert.EndsWith(
        "已不可能达到目标10。",
        HeadlineAnswer.Of(Pm25, Figure("pm25"), null, TargetCheck.Of(Pm25, Figure("pm25"), 2024, 10m).Value).Text,
        StringComparison.Ordinal);

    private static IndicatorValue Figure(string indicator) => new FigureBook(PublishedFigures.Stored()).Find(indicator, Place.District, PublishedFigures.HalfYear, FigureBasis.Published, null)!;
}
