using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Figures of one sentence that are bound to each other twice: what is left and the share, the change and its base.</summary>
public class BoundFiguresTests
{
    [Theory]
    [InlineData("淘汰老旧柴油货车338辆，占全年任务420辆的80.5%，尚需淘汰28辆。", "28辆")]
    [InlineData("扬尘问题304个，整改268个，未完成38个，整改率88.2%。", "38个")]
    [InlineData("优良天数比例为83.9%，上年同月为77.4%（24天），提高5.6个百分点。", "5.6个百分点")]
    [InlineData("达标断面12个，达标率85.7%，比二季度（11个，78.6%）上升1.7个百分点。", "1.7个百分点")]
    [InlineData("问题发现率16.9%，同比上升7.2个百分点（2023年发现612家次，14.2%）。", "7.2个百分点")]
    [InlineData("检查3860家次，减少540家次（上年同期4400家次），下降21.3%。", "21.3%")]
    [InlineData("转办工单418件，比二季度的372件增加46件、上升21.4%。", "21.4%")]
    [InlineData("全年扩项46项、取消9项，净增39项。", "39项")]
    [InlineData("立案9件，罚款77.0万元，案均6.8万元。", "6.8万元")]
    public void Check_FigureThatBreaksABond_IsFound(string text, string stated) =>
        Assert.Contains(Draft.Findings("某市2024年工作总结\n一、工作情况\n" + text), finding => finding.Stated.Contains(stated, StringComparison.Ordinal) || finding.Computed.Length > 0 && finding.Statement.Text.Contains(stated, StringComparison.Ordinal));

    [Theory]
    [InlineData("淘汰老旧柴油货车338辆，占全年任务420辆的80.5%，尚需淘汰82辆。")]
    [InlineData("计划修复废弃矿山32座、面积480公顷，已修复24座、366公顷，面积完成率76.3%，尚有8座、114公顷正在施工。")]
    [InlineData("一般工业固体废物产生量369.20万吨，综合利用量258.00万吨，处置量32.23万吨，贮存量78.97万吨，综合利用率69.9%。")]
    [InlineData("重点任务12项，达到时序（75%）的6项，未达时序的6项，平均完成率73.6%。")]
    [InlineData("PM2.5由2020年的46微克/立方米下降到41微克/立方米，距离2025年目标（38微克/立方米）还差3微克/立方米，完成规划降幅的62.5%。")]
    [InlineData("优良天数比率78.5%，同比提高3.2个百分点，高于年度目标（76.0%）2.5个百分点。")]
    [InlineData("达标断面12个，达标率85.7%，比二季度（11个，78.6%）上升7.1个百分点，比去年三季度（8个，57.1%）上升28.6个百分点。")]
    [InlineData("转办工单418件，比二季度的372件增加46件、上升12.4%。")]
    [InlineData("三季度排放VOCs301.9吨，比二季度（317.2吨）减少15.3吨，环比下降4.8%；比上年同期（339.7吨）减少37.8吨，同比下降11.1%。")]
    [InlineData("比上年新增2家、移出1家，净增1家。立案9件，罚款77.0万元，案均8.6万元。")]
    public void Check_FiguresThatAreBound_AreLeftAlone(string text) => Assert.Empty(Draft.Findings("某市2024年工作总结\n一、工作情况\n" + text));
}
