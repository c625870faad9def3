using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Plans written as text: sections, tasks, measures, and duties in brackets.</summary>
public class ListPlanTests
{
    private static readonly PlanReading Plan = SmallPlan.Read(
    [
        .. new[]
        {
            "为持续改善环境质量，制定本计划。",
            "一、蓝天",
            "（一）强化扬尘管控。一是治理工地50个；二是6月底前治理道路2条。（牵头单位：区住建委；责任单位：区城管执法局、各街道（地区）；完成时限：年底前）",
            "（二）治理餐饮油烟",
            "1.加强油烟抽查，全年抽查不少于200家次。（责任单位：区生态环境局）",
            "2.开展宣传。",
            "（责任单位：区财政局）",
            "二、碧水",
            "（三）治理河道。清理沿岸垃圾。（责任单位：区住建委等部门）",
        }.Select(SmallPlan.Line),
    ]);

    [Fact]
    public void Read_List_TasksStandInTheirSections() =>
        Assert.Equal(["一、蓝天：（一）强化扬尘管控", "一、蓝天：（二）治理餐饮油烟", "二、碧水：（三）治理河道"],
            Plan.Annexes.Single().Sections.SelectMany(section => section.Tasks.Select(task => $"{section.Title}：{task.Number}{task.Title}")));

    [Fact]
    public void Read_List_EachPointIsAMeasure() =>
        Assert.Equal(["一是治理工地50个；", "二是6月底前治理道路2条。", "1.加强油烟抽查，全年抽查不少于200家次。", "2.开展宣传。", "清理沿岸垃圾。"], Plan.Measures.Select(measure => measure.Paragraphs[0]));

    [Fact]
    public void Read_OneBracketForSeveralPoints_ServesAll()
    {
        var measures = Plan.Tasks.First().Measures;

        Assert.All(measures, measure => Assert.Equal(("区住建委", "区城管执法局、各街道（地区）", "年底前"), (SmallPlan.Units(measure.Lead), SmallPlan.Units(measure.Assist), measure.Deadline.Raw)));
        Assert.Equal(new DateOnly(2025, 6, 30), Assert.Single(measures[1].Milestones).Due);
    }

    [Fact]
    public void Read_BracketInTheNextParagraph_ServesThePointAbove() => Assert.Equal("区财政局", SmallPlan.Units(Plan.Measures.Single(measure => measure.Paragraphs[0].Contains("宣传", StringComparison.Ordinal)).Main));

    [Fact]
    public void Read_BracketThatEndsInOthers_SaysThatThereAreMore()
    {
        var last = Plan.Measures.Last();

        Assert.Equal(("区住建委", true), (SmallPlan.Units(last.Main), last.More));
    }

    [Fact]
    public void Read_List_HasItsTargets() => Assert.Equal("治理工地数 >= 50 个；治理道路数 >= 2 条 by 06-30；抽查量 >= 200 家次 by ", SmallPlan.Targets(Plan));

    // Without a bound on nesting this would look at every bracket again for each one before it.
    [Fact]
    public void Read_AParagraphOfNothingButBrackets_DoesNotHideTheRest() =>
        Assert.Equal("区住建委", SmallPlan.Units(SmallPlan.Read(SmallPlan.Line(new string('（', 1_000_000)), SmallPlan.Line("（一）治理工地。（责任单位：区住建委）")).Measures.Single().Main));

    // Whoever looked at what follows again for each of them would not come to an end.
    [Theory]
    [InlineData("6月")]
    [InlineData("7")]
    [InlineData("、")]
    [InlineData("（）")]
    [InlineData("34%")]
    [InlineData("区住建委、")]
    public void Read_AMegabyteOfOneThing_IsOneMeasureWithAllOfIt(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));

        var measure = SmallPlan.Read(SmallPlan.Line("一、蓝天"), SmallPlan.Line($"（一）治理工地。{text}。（责任单位：区住建委）")).Measures.Single();

        Assert.Contains(text, measure.Paragraphs[0], StringComparison.Ordinal);
        Assert.Equal("区住建委", SmallPlan.Units(measure.Main));
    }

    [Fact]
    public void Read_TextWithoutDuties_IsNoPlan() => Assert.Empty(SmallPlan.Read(SmallPlan.Line("一、总体情况"), SmallPlan.Line("（一）空气质量。优良天数122天。")).Annexes);
}
