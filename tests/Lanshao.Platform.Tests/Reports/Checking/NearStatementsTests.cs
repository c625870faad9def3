using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Running text whose other place stands near: kinds that leave nothing out, brackets that give each its number, the two ends of what lies between, one amount in two units, rates of two amounts. Right gives nothing, one wrong word is found.</summary>
public class NearStatementsTests
{
    private const string Head = "某县2024年生态环境工作总结\n一、工作情况\n";

    [Theory]
    [InlineData("采集水样72个，其中地表水45个、地下水27个。", "72个", "82个")]
    [InlineData("受理噪声投诉4216件。其中社会生活噪声1975件、建筑施工噪声1342件、交通运输噪声516件、工业企业噪声383件。", "383", "338")]
    [InlineData("机动车四项污染物排放总量82.5万吨，其中甲类54.3万吨、乙类10.8万吨、丙类16.9万吨、丁类0.5万吨。", "82.5", "85.2")]
    [InlineData("清理违建三处（东坪水库二处、龙潭水库一处）。", "三处", "五处")]
    [InlineData("完成整治26家，占应整治32家的81.3%，其余6家6月底前完成。", "其余6家", "其余8家")]
    [InlineData("284起案件中，大气类98起、水类84起、固体废物类57起、其他45起，分别占34.5%、29.6%、20.1%、15.8%。", "20.1%、15.8%", "20.1%")]
    [InlineData("检查量居首位的是甲市，为6.8万辆次；居末位的是乙州，为0.9万辆次，两者相差5.9万辆次。", "相差5.9", "相差9.5")]
    [InlineData("得分在77.5分至94.2分之间，第一名与最后一名相差16.7分。", "相差16.7", "相差17.6")]
    [InlineData("昼间、夜间各监测156点次。昼间达标152点次，达标率97.4%；夜间达标130点次，达标率83.3%。昼间达标率高于夜间14.1个百分点。", "14.1个", "11.4个")]
    [InlineData("昼间、夜间各监测156点次。昼间达标152点次，达标率97.4%；夜间达标130点次，达标率83.3%。昼间达标率高于夜间14.1个百分点。", "14.1个百分点", "14.1%")]
    [InlineData("昼间、夜间达标率分别为93.8%、81.3%，与二季度（93.8%、75.0%）相比，昼间持平，夜间提高6.3个百分点。", "提高6.3", "提高8.3")]
    [InlineData("新增造林1.2万亩，折合800公顷。", "1.2万亩", "2.1万亩")]
    [InlineData("新增造林1.2万亩，折合800公顷。", "800", "700")]
    [InlineData("9月，处理污水1926万吨，日均64.2万吨，设计处理能力75万吨/日，平均负荷率85.6%。", "85.6", "88.6")]
    [InlineData("应清缴配额736.8万吨，实际清缴736.8万吨，履约率100%。", "应清缴配额736.8", "应清缴配额763.8")]
    [InlineData("成交配额42.5万吨，成交额3870万元，成交均价91.06元/吨。", "3870", "4870")]
    [InlineData("氮氧化物、挥发性有机物分别减排437吨、318吨，为年度任务（420吨、310吨）的104.0%和102.6%。", "318", "328")]
    [InlineData("甲井超标项目为锰，超标0.3倍（标准0.10毫克/升，实测0.13毫克/升）。", "0.3倍", "0.8倍")]
    [InlineData("清单纳入企业1860家；民生保障类企业74家不计入。清单企业较上一年度（1742家）增加118家。", "增加118", "增加181")]
    [InlineData("四项污染物排放总量82.5万吨。与2021年相比，排放总量下降3.7%（2021年为85.7万吨）。", "3.7%", "7.3%")]
    [InlineData("劝离垂钓人员412人次，比三季度减少108人次，三季度为520人次。", "412", "421")]
    [InlineData("7月、8月、9月分别检查2146辆次、2358辆次、2501辆次，9月检查量比8月增加6.1%。", "6.1%", "8.1%")]
    [InlineData("8个水源地中，达标水源地7个；不达标水源地1个。", "不达标水源地1", "不达标水源地2")]
    [InlineData("优良天数328天，优良率为89.9%。", "328", "382")]
    [InlineData("反馈问题48项，已完成整改33项。\n二、下一步\n对未完成整改的15项任务，逐项明确责任人。", "15项", "51项")]
    public void Check_OneWrongWord_IsFoundOnceRightGivesNothing(string text, string right, string wrong)
    {
        Assert.Empty(Draft.Findings(Head + text));
        Assert.NotEmpty(Draft.Findings(Head + text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("采集水样82个，其中地表水45个、海水27个。")]
    [InlineData("三类企业检查45家次，其中电镀12家次、印染20家次、化工5家次。")]
    [InlineData("清理违建三处（上年五处、前年六处）。")]
    [InlineData("新建站点8座（其中日处理50吨的3座、日处理100吨的4座）。")]
    [InlineData("两镇各建3处（甲村一处、乙村二处、丙村三处）。")]
    [InlineData("甲市最高，为68分；乙州为9分。与上年相比，首位与末位的分差扩大，丙市与丁市相差12分。")]
    [InlineData("甲市达标率97.4%。昼间达标率高于夜间14.1个百分点。")]
    [InlineData("新增造林约1.2万亩，折合约820公顷。")]
    [InlineData("处理污水1926万吨，设计处理能力75万吨/日，平均负荷率85.6%。")]
    [InlineData("全年办理1860家。变更企业较上一年度（1742家）增加20家。")]
    [InlineData("9个城市优良天数合计2400天，优良天数比率73.1%。")]
    [InlineData("反馈问题48项，已完成整改33项，其中甲县27项。\n二、下一步\n对未完成整改的21项举一反三任务，逐项明确责任人。对甲县整改问题48项中的27项开展抽查。")]
    public void Check_OtherReading_FindsNothing(string text) => Assert.Empty(Draft.Findings(Head + text));
}
