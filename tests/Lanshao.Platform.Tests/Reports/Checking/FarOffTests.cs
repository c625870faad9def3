using Lanshao.Platform.Reports.Checking;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>A figure that lies far from the one that stands nearest is of another thing; one that a slip of the pen explains is a mistake.</summary>
public class FarOffTests
{
    private const string Head = "某县2025年上半年生态环境工作情况\n一、工作情况\n";

    private const string Dust = """
        附表1
        各街道上半年PM2.5情况
        |街道|PM2.5（微克/立方米）|同比（%）
        |东里街道|38|-5.0
        |南里街道|37|-7.5
        |西里街道|36|-2.7
        |北里街道|30|-9.1
        """;

    private const string Teams = """
        附表1
        各大队执法情况
        |大队|检查（家次）|处罚（件）
        |一大队|344|15
        |二大队|310|12
        |三大队|405|21
        |合计|1059|48
        |去年同期|1126|76
        """;

    private const string Sites = """
        附表1
        督办工地整改情况
        |工地|监管单位|问题（个）|未整改（个）
        |会展片安置房|市住建局|12|4
        |滨河路改造|市交通局|18|8
        |科创大厦|市住建局|11|2
        |西站工程|市轨道办|14|5
        """;

    [Theory]
    [InlineData("下降4.8%", "下降59.4%", "（13.4－33）÷33", true)]
    [InlineData("上升13条", "上升152条", "177－25.3", false)]
    [InlineData("626", "266", null, true)]
    [InlineData("33.2微克/立方米", "66.7", null, false)]
    [InlineData("74天", "50天", "26＋24", false)]
    [InlineData("420吨", "690吨", "414＋156＋120", true)]
    [InlineData("35.1%", "24.7%", "7÷19", false)]
    [InlineData("69.0%", "6.9%", "2÷29", true)]
    [InlineData("甲镇最高", "乙镇38", null, true)]
    public void IsLikely_FigureBesideWhatFollows_IsASlipOrNot(string stated, string computed, string? working, bool expected) => Assert.Equal(expected, Slip.IsLikely(stated, computed, working));

    [Theory]
    [InlineData("东里街道PM2.5为83微克/立方米。", true)]
    [InlineData("东里街道PM2.5为36微克/立方米。", true)]
    [InlineData("东里街道PM2.5为12微克/立方米。", false)]
    [InlineData("东里街道PM2.5须降到30微克/立方米以下。", false)]
    public void Check_FigureBehindARow_IsFoundWhereItIsNear(string text, bool isFound) => Assert.Equal(isFound, Draft.Findings(Head + text + "\n" + Dust).Count > 0);

    [Theory]
    [InlineData("检查家次最多的是三大队，405家次。", false)]
    [InlineData("检查家次最多的是一大队，344家次。", true)]
    public void Check_RowOfAnotherTime_IsNoneOfThoseCompared(string text, bool isFound) => Assert.Equal(isFound, Draft.Findings(Head + text + "\n" + Teams).Count > 0);

    [Theory]
    [InlineData("8个工地尚未全部整改，整改率最高的是科创大厦，为81.8%。", false)]
    [InlineData("4个工地中，未整改最多的是滨河路改造，3个问题拖延已久。", false)]
    [InlineData("4个工地未整改19个，其中最多的是滨河路改造。", false)]
    [InlineData("问题最多的是西站工程。", true)]
    public void Check_EndOfAShare_IsOfNoColumnOfNumbers(string text, bool isFound) => Assert.Equal(isFound, Draft.Findings(Head + text + "\n" + Sites).Count > 0);

    [Theory]
    [InlineData("各街道2025年1—6月降尘量情况", false)]
    [InlineData("2025年各街道降尘量情况", false)]
    [InlineData("各街道降尘量情况（截至6月30日）", false)]
    [InlineData("各街道降尘", true)]
    public void Check_TitleOfAnAnnex_MayNameItsTime(string title, bool isFound) =>
        Assert.Equal(isFound, Draft.Findings($"{Head}有关情况见附件。\n附件：1.各街道降尘量情况\n附件1\n{title}\n|街道|降尘量\n|东里街道|5.0\n|南里街道|4.1").Count > 0);

    [Theory]
    [InlineData("完成率未达到60%的有裸地整治和货车淘汰，须加快。", false)]
    [InlineData("完成率未达到60%的有裸地整治和锅炉改造，须加快。", true)]
    [InlineData("完成率不足60%的2项：裸地整治最低，须加快。", false)]
    public void Check_RowsThatDoNotReachALimit_AreThoseBelowIt(string text, bool isFound) =>
        Assert.Equal(isFound, Draft.Findings($"{Head}{text}\n附表1\n重点任务完成情况\n|任务|牵头单位|任务量|完成率（%）\n|裸地整治|区城管局|18|50.0\n|货车淘汰|区交通局|92|58.7\n|锅炉改造|区发改局|11|72.7\n|油烟升级|区城管局|40|85.0").Count > 0);

    [Theory]
    [InlineData("臭氧居首，PM2.5超标34天。\n二、原因\n而上年位次正好相反，PM2.5超标55天。", false)]
    [InlineData("臭氧居首，优良天数比率为74.1%。\n二、原因\n春季沙尘较多，优良天数比率为71.4%。", true)]
    public void Check_SameNameInTheYearBefore_IsAnotherFigure(string text, bool isFound) => Assert.Equal(isFound, Draft.Findings(Head + text).Count > 0);

    private const string Progress = """
        附表1
        各单位任务进展
        |单位|任务（项）|完成（项）|完成率（%）|当月提升（个百分点）|名次
        |市住建局|24|21|87.5|10.7|3
        |市水务局|21|20|95.2|18.2|2
        |市城管局|18|12|66.7|8.6|4
        |市交通局|16|16|100.0|13.2|1
        |合计|79|69|87.3|12.9|
        """;

    [Theory]
    [InlineData("市水务局、市住建局列第二、三位，分别为95.2%和87.5%。")]
    [InlineData("市住建局24项、市水务局21项、市城管局18项，三家合计63项。")]
    [InlineData("市城管局66.7%最低，完成12项。")]
    [InlineData("市交通局、市水务局、市住建局依次为100.0%、95.2%、87.5%，市城管局为66.7%。")]
    [InlineData("全市任务79项，比上月的75项多4项。")]
    [InlineData("完成率在66.7%（市城管局）至100.0%（市交通局）之间。")]
    [InlineData("提升幅度居前两位的是市水务局（18.2个百分点）和市交通局（13.2个百分点）。")]
    [InlineData("市住建局、市水务局随后，分别完成21项、20项，前三名共57项。")]
    public void Check_RightStatementsOfATable_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + text + "\n" + Progress));

    [Theory]
    [InlineData("市住建局24项、市水务局21项、市城管局18项，三家合计66项。")]
    [InlineData("市城管局完成率66.7%最低，市交通局100.0%最高，市水务局92.5%。")]
    [InlineData("市交通局、市水务局、市住建局完成率分别为100.0%、92.5%、87.5%。")]
    public void Check_WrongStatementsOfATable_AreFound(string text) => Assert.NotEmpty(Draft.Findings(Head + text + "\n" + Progress));

    [Theory]
    [InlineData("大荆镇任务107项，完成66项，尚欠41项，占全市未完成总数的35.3%。", false)]
    [InlineData("全市未完成116项，其中大荆镇41项，占全市未完成总数的53.3%。", true)]
    public void Check_ShareOfTheWholeCity_IsOfNoFigureOfTheTown(string text, bool isFound) => Assert.Equal(isFound, Draft.Findings(Head + text).Count > 0);

    [Fact]
    public void Check_HowManyLieAbove_AreNoValue() => Assert.Empty(Draft.Findings(Head + "低于30微克/立方米的3个，高于全市平均的4个，分别是甲县、乙县、丙县、丁县。"));
}
