using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Figures of tables inside the cell of a measure.</summary>
public class InnerTableTests
{
    [Fact]
    public void Read_PlacesBelowIndicators_OneTargetEach() => AssertTargets(
        "PM2.5年均浓度 <= 33 µg/m³ [北门街道]；降尘量 <= 5 t/(km²·月) [北门街道]；PM2.5年均浓度 <= 32.5 µg/m³ [东桥街道]；降尘量 <= 4.5 t/(km²·月) [东桥街道]",
        "各街道指标如下：", "▦序号;街道;PM2.5年均浓度（微克/立方米）;降尘量(吨/平方公里·月)", "▦1;北门街道;33;5.0", "▦2;东桥;32.5;4.5");

    [Fact]
    public void Read_IndicatorsBesideTheirValues_TakesThisYearsColumn() => AssertTargets(
        "PM2.5年均浓度 <= 33 µg/m³；优良天数比率 >= 75 %；重污染天数 <= 3 天",
        "▦指标;单位;2024年实际;2025年目标值", "▦细颗粒物（PM2.5）年均浓度;微克/立方米;35;33", "▦优良天数比率;%;73;不低于75", "▦重污染天数;天;4;3天以内");

    [Fact]
    public void Read_IndicatorsBelowPlaces_OneTargetEach() => AssertTargets(
        "PM2.5年均浓度 <= 33 µg/m³ [北门街道]；PM2.5年均浓度 <= 32 µg/m³ [南苑街道]",
        "▦项目;北门街道;南苑街道", "▦PM2.5年均浓度（微克/立方米）;33;≤32");

    [Fact]
    public void Read_ColumnsThatAskNothing_AreLeftAlone() => AssertTargets("", "▦街道;2024年PM2.5年均浓度;降尘量完成情况;备注", "▦北门街道;33;5;12");

    [Fact]
    public void Read_AFigure_KnowsItsCell()
    {
        var plan = Plan("▦街道;PM2.5年均浓度（微克/立方米）", "▦北门街道;33");

        var target = Assert.Single(plan.Targets);
        Assert.Equal("t1r2c2/t1r2c2", SourcePlace.Of(target.Origin));
    }

    private static Lanshao.Platform.Plans.Reading.PlanReading Plan(params string[] lines) =>
        WordFile.Read("甲区2025年污染防治工作计划", ["序号", "工作措施", "完成时限", "牵头部门"], ["1", string.Join('\n', lines), "年底前", "区生态环境局"]);

    private static void AssertTargets(string targets, params string[] lines) => Assert.Equal(targets, SmallPlan.Targets(Plan(lines)));
}
