using Lanshao.Documents.Language;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Tables of other districts and years: columns in any order, merged headings and cells, repeated numbers, two levels of sections.</summary>
public class PlanTableTests
{
    private const string Title = "甲区2025年工作计划";

    [Fact]
    public void Read_ColumnsInAnotherOrder_AreKnownByTheirHeadings()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(
            ["牵头单位", "时间要求", "具体措施", "主要任务", "编号", "配合单位"],
            ["区住建委", "6月底前", "治理扬尘。", "扬尘治理", "1", "区财政局"]));

        var measure = Assert.Single(plan.Measures);
        Assert.Equal(("1", "扬尘治理"), (plan.Tasks.Single().Number, plan.Tasks.Single().Title));
        Assert.Equal(("治理扬尘。", "区住建委", "区财政局"), (measure.Paragraphs[0], SmallPlan.Units(measure.Lead), SmallPlan.Units(measure.Assist)));
        Assert.Equal(new DateOnly(2025, 6, 30), measure.Deadline.Due);
    }

    [Theory]
    [InlineData("牵头部门", "责任单位", "区住建委", "", "区财政局")]
    [InlineData("主责单位", "协办单位", "", "区住建委", "区财政局")]
    [InlineData("主责单位", "责任单位", "", "区住建委", "区财政局")]
    [InlineData("责任单位", "协办部门", "", "区住建委", "区财政局")]
    [InlineData("责任部门", "配合部门", "", "区住建委", "区财政局")]
    public void Read_UnitColumns_SortIntoLeadMainAndAssist(string first, string second, string lead, string main, string assist)
    {
        var measure = SmallPlan.Read(SmallPlan.Table(["序号", "工作措施", "完成时限", first, second], ["1", "治理扬尘。", "年底前", "区住建委", "区财政局"])).Measures.Single();

        Assert.Equal((lead, main, assist), (SmallPlan.Units(measure.Lead), SmallPlan.Units(measure.Main), SmallPlan.Units(measure.Assist)));
    }

    [Fact]
    public void Read_ResponsibleUnitsAlone_AreTheMainOnes() =>
        Assert.Equal("区住建委、区财政局", SmallPlan.Units(SmallPlan.Read(SmallPlan.Table(["序号", "重点任务内容", "责任部门"], ["1", "治理扬尘。", "区住建委\n区财政局"])).Measures.Single().Main));

    [Fact]
    public void Read_OneColumnForLeadAndOthers_TheFirstLeadsAndANoteSaysSo()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门及责任单位"], ["1", "治理扬尘。", "年底前", "区住建委、区财政局、区生态环境局"]));

        var measure = plan.Measures.Single();
        Assert.Equal(("区住建委", "区财政局、区生态环境局"), (SmallPlan.Units(measure.Lead), SmallPlan.Units(measure.Assist)));
        Assert.Contains("PLAN-016", SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_HeadingsInTwoRows_TheLowerOnesCount()
    {
        var plan = WordFile.Read(Title,
            ["v|序号", "v|工作措施", "v|完成时限", "2|责任分工"],
            ["v|", "v|", "v|", "牵头部门", "责任单位"],
            ["1", "治理扬尘。", "年底前", "区住建委", "区财政局"]);

        var measure = plan.Measures.Single();
        Assert.Equal(("区住建委", "区财政局"), (SmallPlan.Units(measure.Lead), SmallPlan.Units(measure.Assist)));
        Assert.Equal(["序号", "工作措施", "完成时限", "牵头部门", "责任单位"], plan.Annexes[0].Columns);
        Assert.Equal((2, 1), (plan.Rows.Headings, plan.Rows.Measures));
    }

    [Fact]
    public void Read_OneHeadingOverTwoColumns_TheFirstColumnLeads()
    {
        var plan = WordFile.Read(Title, ["序号", "工作措施", "完成时限", "2|牵头部门及责任单位"], ["1", "治理扬尘。", "年底前", "区住建委", "区财政局"]);

        Assert.Equal(("区住建委", "区财政局"), (SmallPlan.Units(plan.Measures.Single().Lead), SmallPlan.Units(plan.Measures.Single().Assist)));
    }

    [Fact]
    public void Read_CellOverBothUnitColumns_FillsBoth()
    {
        var plan = WordFile.Read(Title, ["序号", "工作措施", "完成时限", "牵头部门", "责任单位"], ["1", "治理扬尘。", "年底前", "2|区住建委"]);

        Assert.Equal(("区住建委", "区住建委"), (SmallPlan.Units(plan.Measures.Single().Lead), SmallPlan.Units(plan.Measures.Single().Assist)));
    }

    [Fact]
    public void Read_CellsMergedDownwards_HoldForEveryRow()
    {
        var plan = WordFile.Read(Title,
            ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"],
            ["v|1", "v|扬尘治理", "治理工地。", "v|6月底前", "v|区住建委"],
            ["v|", "v|", "治理道路。", "v|", "v|"],
            ["2", "油烟治理", "治理餐饮。", "年底前", "区城管执法局"]);

        Assert.Equal(2, plan.Tasks.Count());
        Assert.All(plan.Tasks.First().Measures, measure => Assert.Equal(("6月底前", "区住建委"), (measure.Deadline.Raw, SmallPlan.Units(measure.Lead))));
    }

    [Fact]
    public void Read_TitleMergedWithItsMeasure_IsTheMeasuresText()
    {
        var plan = WordFile.Read(Title, ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"], ["1", "2|治理扬尘。", "年底前", "区住建委"]);

        Assert.Equal("治理扬尘。", Assert.Single(plan.Measures.Single().Paragraphs));
        Assert.Equal("", plan.Tasks.Single().Title);
    }

    [Fact]
    public void Read_NumberRepeatedAfterAPageBreak_IsTheSameTask()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(
            ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"],
            ["1", "扬尘治理", "治理工地。", "年底前", "区住建委"],
            ["", "", "治理道路。", "年底前", "区住建委"],
            ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"],
            ["１", "扬尘治理", "治理裸地。", "年底前", "区住建委"]));

        Assert.Equal(3, Assert.Single(plan.Tasks).Measures.Count);
        Assert.Equal([1, 2, 3], plan.Measures.Select(measure => measure.Row));
        Assert.Equal((2, 3), (plan.Rows.Headings, plan.Rows.Measures));
    }

    [Fact]
    public void Read_NextPageAsATableOfItsOwn_GoesOn()
    {
        var plan = SmallPlan.Read(
            SmallPlan.Table(["序号", "重点任务", "工作措施", "完成时限", "牵头部门"], ["1", "扬尘治理", "治理工地。", "年底前", "区住建委"]),
            SmallPlan.Table(["2", "油烟治理", "治理餐饮。", "年底前", "区住建委"], ["", "", "开展抽查。", "年底前", "区住建委"]));

        Assert.Equal((2, 3), (plan.Tasks.Count(), plan.Measures.Count()));
    }

    [Fact]
    public void Read_SectionsInTwoLevels_KeepBoth()
    {
        var plan = WordFile.Read(Title,
            ["序号", "工作措施", "完成时限", "牵头部门"],
            ["4|一、蓝天"],
            ["4|（一）扬尘"],
            ["1", "治理工地。", "年底前", "区住建委"],
            ["4|（二）油烟"],
            ["2", "治理餐饮。", "年底前", "区住建委"],
            ["4|二、碧水"],
            ["3", "治理河道。", "年底前", "区住建委"]);

        Assert.Equal(["一、蓝天>（一）扬尘", "一、蓝天>（二）油烟", "二、碧水"], plan.Annexes[0].Sections.Select(section => string.Join('>', section.Above.Append(section.Title))));
        Assert.Equal(4, plan.Rows.Sections);
    }

    [Fact]
    public void Read_NumbersThatBeginAgainInEachSection_AreTasksOfTheirOwn()
    {
        var plan = WordFile.Read(Title, ["序号", "工作措施", "完成时限", "牵头部门"], ["4|一、蓝天"], ["1", "治理工地。", "年底前", "区住建委"], ["4|二、碧水"], ["1", "治理河道。", "年底前", "区住建委"]);

        Assert.Equal(["1", "1"], plan.Tasks.Select(task => task.Number));
        Assert.DoesNotContain("PLAN-041", SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_ColumnsWithoutARole_AreKeptAndAskedAbout()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(["序号", "工作措施", "甲乙丙", "完成时限", "牵头部门", "进展情况"], ["1", "治理扬尘。", "丁", "年底前", "区住建委", "已启动"]));

        Assert.Equal([new OtherCell("甲乙丙", "丁"), new OtherCell("进展情况", "已启动")], plan.Measures.Single().Others);
        Assert.Equal("甲乙丙", Assert.Single(plan.Findings, finding => finding.Code == "PLAN-002").Arguments["heading"]);
    }

    [Fact]
    public void Read_EveryRow_IsAccountedFor()
    {
        var plan = WordFile.Read(Title,
            ["5|甲区2025年任务清单"],
            ["序号", "重点任务", "工作措施", "完成时限", "牵头部门"],
            ["5|一、蓝天"],
            ["1", "扬尘治理", "治理工地。", "年底前", "区住建委"],
            ["", "", "", "", ""],
            ["9", "", "", "", ""],
            ["5|注：完成时限以各部门通知为准。"]);

        Assert.Equal((7, 2, 1, 1, 1, 1, 1), (plan.Rows.Read, plan.Rows.Headings, plan.Rows.Sections, plan.Rows.Measures, plan.Rows.Blank, plan.Rows.Notes, plan.Rows.Unrecognised));
        Assert.Contains("PLAN-003", SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_OtherTables_AreCountedAndNamed()
    {
        var plan = SmallPlan.Read(
            SmallPlan.Table(["街道", "浓度"], ["北门", "34"]),
            SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "治理扬尘。", "年底前", "区住建委"]));

        Assert.Equal((2, 1), (plan.Rows.OtherTables, plan.Rows.Measures));
        Assert.Contains("PLAN-005", SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_NothingLikeAPlan_SaysSo()
    {
        var plan = SmallPlan.Read(SmallPlan.Table(["街道", "浓度"], ["北门", "34"]));

        Assert.Empty(plan.Annexes);
        Assert.Contains("PLAN-001", SmallPlan.Codes(plan));
    }

    [Fact]
    public void Read_NoYearAnywhere_AsksAndNamesNoDay()
    {
        var plan = SmallPlan.Titled("甲区任务清单", SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "6月底前治理工地。", "年底前", "区住建委"]));

        Assert.Contains("PLAN-006", SmallPlan.Codes(plan));
        Assert.Equal((DeadlineKind.By, null), (plan.Measures.Single().Deadline.Kind, plan.Measures.Single().Deadline.Due));
        Assert.Empty(plan.Measures.Single().Milestones);
    }

    [Fact]
    public void Read_ManyAnnexes_EachHasItsNumberTitleAndRows()
    {
        string[] heads = ["序号", "工作措施", "完成时限", "牵头部门"];
        var plan = SmallPlan.Read(
            SmallPlan.Line("附件：1.甲区大气计划"), SmallPlan.Line("2.甲区水计划"), SmallPlan.Line(""),
            SmallPlan.Line("附件１"), SmallPlan.Line("甲区大气污染防治"), SmallPlan.Line("工作计划"), SmallPlan.Line(""), SmallPlan.Table(heads, ["1", "治理工地。", "年底前", "区住建委"]),
            SmallPlan.Line("附件三："), SmallPlan.Line("甲区水污染防治计划"), SmallPlan.Line(""), SmallPlan.Table(heads, ["1", "治理河道。", "年底前", "区住建委"]));

        Assert.Equal([(1, "甲区大气污染防治工作计划", "Air", 1), (3, "甲区水污染防治计划", "Water", 1)],
            plan.Annexes.Select(annex => (annex.Number, annex.Title!, annex.Domain.ToString(), annex.Sections[0].Tasks[0].Measures[0].Row)));
    }
}
