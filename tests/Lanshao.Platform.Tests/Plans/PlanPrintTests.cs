using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public sealed class PlanPrintTests
{
    [Fact]
    public void Table_TaskOfSeveralMeasures_IsMergedOverThem()
    {
        var rows = Print(["序号", "重点任务", "工作措施", "完成时限", "牵头部门", "责任单位"], Row(["一、甲章"], "1", "甲"), Row([], "1", "甲"), Row([], "2", "乙"));

        Assert.Equal(["一、甲章", "1|甲|措施|年底前|牵甲\n牵乙|——", "^|^|措施|年底前|牵甲\n牵乙|——", "2|乙|措施|年底前|牵甲\n牵乙|——"], rows);
    }

    [Fact]
    public void Table_NewSection_BeginsTheTaskAnew()
    {
        var rows = Print(["序号", "重点任务", "工作措施"], Row([], "1", "甲"), Row(["二、乙章", "（一）乙节"], "1", "甲"));

        Assert.Equal(["1|甲|措施", "二、乙章", "（一）乙节", "1|甲|措施"], rows);
    }

    [Theory]
    [InlineData("主责单位", "主甲")]
    [InlineData("协办单位", "——")]
    [InlineData("牵头部门及责任单位", "牵甲\n牵乙")]
    [InlineData("责任单位", "主甲")]
    public void Table_UnitColumn_HoldsTheUnitsOfItsRole(string heading, string printed)
    {
        var rows = Print([heading], Row([], "1", "甲"));

        Assert.Equal([printed], rows);
    }

    [Fact]
    public void Table_ResponsibleBesideAssisting_IsTheMainDuty()
    {
        var rows = Print(["责任单位", "协办单位"], Row([], "1", "甲"));

        Assert.Equal(["主甲|——"], rows);
    }

    private static PlanPrint.Row Row(IReadOnlyList<string> sections, string number, string task) => new(sections, number, task, ["措施"], "年底前", ["牵甲", "牵乙"], ["主甲"], []);

    private static List<string> Print(IReadOnlyList<string> headings, params PlanPrint.Row[] rows)
    {
        var table = PlanPrint.Table(new PlanPrint.Annex("样张计划", headings, rows));
        return [.. table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.IsAbove ? "^" : cell.Text)))];
    }
}
