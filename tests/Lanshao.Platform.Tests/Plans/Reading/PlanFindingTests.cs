using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>What a careful clerk would ask, each with what is right beside it.</summary>
public class PlanFindingTests
{
    [Fact]
    public void Read_DateLaterThanTheDeadline_IsAskedAndNoMilestone()
    {
        var plan = SmallPlan.Of("督促企业10月底前完成自查。", "6月底前");

        var finding = Assert.Single(plan.Findings, finding => finding.Code == "PLAN-020");
        Assert.Equal((Severity.Error, "6月底前", "10月底前完成自查"), (finding.Severity, finding.Arguments["deadline"], finding.Arguments["text"]));
        Assert.Empty(plan.Measures.Single().Milestones);
    }

    [Fact]
    public void Read_OutlookToALaterYear_IsAWarning() => Assert.Equal(Severity.Warning, Assert.Single(SmallPlan.Of("到2027年底建成网络。").Findings, finding => finding.Code == "PLAN-020").Severity);

    [Fact]
    public void Read_DateEarlierThanTheDeadline_IsAMilestoneAndNoQuestion()
    {
        var plan = SmallPlan.Of("6月底前排查隐患，10月底前自查。");

        Assert.Equal([new(new DateOnly(2025, 6, 30), "6月底前排查隐患"), new MilestoneReading(new DateOnly(2025, 10, 31), "10月底前自查")], plan.Measures.Single().Milestones);
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void Read_TimesThatStandElsewhereWithADateInTheText_TakesItAndAsks()
    {
        var plan = SmallPlan.Of("9月底前完成改造。", "按时间节点完成");

        Assert.Equal(new DateOnly(2025, 9, 30), plan.Measures.Single().Milestones.Single().Due);
        Assert.Equal("2025-09-30", Assert.Single(plan.Findings, finding => finding.Code == "PLAN-021").Arguments["due"]);
    }

    [Theory]
    [InlineData("按时间节点完成", "PLAN-022")]
    [InlineData("适时", "PLAN-023")]
    [InlineData("雨季前", "PLAN-024")]
    [InlineData("", "PLAN-025")]
    public void Read_DeadlineWithoutADay_IsAsked(string deadline, string code) => Assert.Equal([code], SmallPlan.Codes(SmallPlan.Of("治理工地。", deadline)));

    [Theory]
    [InlineData("年底前")]
    [InlineData("长期实施")]
    [InlineData("每季度")]
    [InlineData("6—9月")]
    public void Read_DeadlineThatSaysEnough_IsNotAsked(string deadline) => Assert.Empty(SmallPlan.Of("治理工地。", deadline).Findings);

    [Theory]
    [InlineData("优良天数比例不低于73%（260天）。", "71.2")]
    [InlineData("重污染天数比例不高于2.2%（9天）。", "2.5")]
    public void Read_PercentageThatDoesNotFitItsDays_IsAsked(string sentence, string computed)
    {
        var finding = Assert.Single(SmallPlan.Of(sentence).Findings);

        Assert.Equal(("PLAN-031", Severity.Error, computed), (finding.Code, finding.Severity, finding.Arguments["computed"]));
    }

    [Theory]
    [InlineData("优良天数比例不低于73%（266天）。")]
    [InlineData("优良天数比例不低于73.2%（267天）。")]
    public void Read_PercentageThatFitsItsDays_IsNotAsked(string sentence) => Assert.Empty(SmallPlan.Of(sentence).Findings);

    [Fact]
    public void Read_LeapYear_CountsItsDays() => Assert.Empty(SmallPlan.Titled("甲区2024年计划", SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "优良天数比例不低于80.1%（293天）。", "年底前", "区生态环境局"])).Findings);

    [Fact]
    public void Read_TwoFiguresForOneIndicator_AreAskedAtTheSecond()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(
            ["序号", "工作措施", "完成时限", "牵头部门"],
            ["1", "PM2.5年均浓度控制在34微克/立方米以内。", "年底前", "区生态环境局"],
            ["2", "PM2.5年均浓度控制在33微克/立方米以内。", "年底前", "区生态环境局"]));

        var finding = Assert.Single(plan.Findings);
        Assert.Equal(("PLAN-030", 2, "33µg/m³", "34µg/m³"), (finding.Code, finding.Row, finding.Arguments["figure"], finding.Arguments["other"]));
    }

    [Fact]
    public void Read_FirmAndHopedForFigures_DoNotContradict() => Assert.Empty(SmallPlan.Of("PM2.5年均浓度不高于33微克/立方米，力争达到31微克/立方米。").Findings);

    [Fact]
    public void Read_ListOfAllSubdistrictsWithOneMissing_IsAsked()
    {
        var plan = SmallPlan.Of("各街道PM2.5年均浓度目标分别为，北门、东桥街道为34微克/立方米，南苑街道为33微克/立方米。");

        Assert.Equal("和顺里街道", Assert.Single(plan.Findings, finding => finding.Code == "PLAN-032").Arguments["missing"]);
    }

    [Fact]
    public void Read_SubdistrictListedTwice_IsAsked() =>
        Assert.Equal("东桥街道", Assert.Single(SmallPlan.Of("各街道PM2.5年均浓度目标分别为，北门、东桥街道为34微克/立方米，东桥、南苑、和顺里街道为33微克/立方米。").Findings, finding => finding.Code == "PLAN-034").Arguments["twice"]);

    [Fact]
    public void Read_UnequalNumbersOfNamesAndFigures_AreAsked() =>
        Assert.Contains("PLAN-035", SmallPlan.Codes(SmallPlan.Of("北门、东桥、南苑街道PM2.5年均浓度分别为34、33微克/立方米。")));

    [Fact]
    public void Read_UnitNamedInTheTextOnly_IsAsked()
    {
        var plan = SmallPlan.Of("区住建委督促工地落实措施，区生态环境局加强检查。");

        Assert.Equal("区住建委", Assert.Single(plan.Findings, finding => finding.Code == "PLAN-015").Arguments["unit"]);
    }

    [Theory]
    [InlineData("区住建委督促工地。", "区生态环境局\n区住建委")]
    [InlineData("落实《区住建委工作规则》。", "区生态环境局")]
    [InlineData("区住建委督促工地。", "区生态环境局等部门")]
    [InlineData("区住建委督促工地。", "区相关部门")]
    public void Read_UnitNamedInTheTextAndCovered_IsNotAsked(string text, string units) => Assert.DoesNotContain("PLAN-015", SmallPlan.Codes(SmallPlan.Of(text, units: units)));

    [Fact]
    public void Read_UnitsRunTogether_ArePartedAndAsked()
    {
        var plan = SmallPlan.Of("治理工地。", units: "区城管执法局区住建委");

        Assert.Equal("区城管执法局、区住建委", SmallPlan.Units(plan.Measures.Single().Lead));
        Assert.Equal("区城管执法局、区住建委", Assert.Single(plan.Findings).Arguments["names"]);
    }

    [Theory]
    [InlineData("区环保局", "PLAN-010")]
    [InlineData("区生态", "PLAN-013")]
    [InlineData("区", "PLAN-013")]
    public void Read_UnknownOrCutOffUnit_IsKeptAndAskedOnce(string name, string code)
    {
        var plan = SmallPlan.Read(SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "治理工地。", "年底前", name], ["2", "治理道路。", "年底前", "区财政局"]));

        Assert.Equal([code], SmallPlan.Codes(plan));
        Assert.Null(plan.Measures.First().Lead.Single().Entry);
    }

    [Fact]
    public void Read_OldAndNewNameOfOneUnit_AreToldOnce()
    {
        var plan = SmallPlan.Of("治理工地。", units: "区科信局\n区经济局");

        Assert.Equal("区科信局、区经济局", Assert.Single(plan.Findings, finding => finding.Code == "PLAN-011").Arguments["names"]);
        Assert.All(plan.Measures.Single().Lead, unit => Assert.Equal("economy", unit.Entry!.Code));
    }

    [Theory]
    [InlineData("1", "3", "PLAN-043")]
    [InlineData("1", "1", "PLAN-041")]
    [InlineData("1", "", "PLAN-042")]
    public void Read_NumbersOutOfOrder_AreAsked(string first, string second, string code) => Assert.Equal([code], SmallPlan.Codes(SmallPlan.Read(SmallPlan.Table(
        ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"],
        [first, "扬尘治理", "治理工地。", "年底前", "区住建委"],
        [second, "油烟治理", "治理餐饮。", "年底前", "区住建委"]))));

    [Fact]
    public void Read_BlankUnitCell_IsNotFilledFromAboveButAsked()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "治理工地。", "年底前", "区住建委"], ["", "治理道路。", "年底前", ""]));

        Assert.Empty(plan.Measures.Last().Lead);
        Assert.Equal(["PLAN-014"], SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_FigureWithoutAnIndicator_IsToldAndNotDropped() => Assert.Equal(["PLAN-033"], SmallPlan.Codes(SmallPlan.Of("力争不低于30%。")));
}
