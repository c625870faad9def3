using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Statements that one word or one unit takes out of what a table can refute, each beside its like that the table refutes: the rule reads the table and still says nothing.</summary>
public class SilentBesideFoundTests
{
    private const string Head = "某市2025年工作总结\n一、工作情况\n";

    private const string Visits = """
        附表1
        各镇检查情况
        |镇|检查（次）|问题（个）
        |甲镇|31|18
        |乙镇|26|12
        |丙镇|19|9
        """;

    private const string Dust = """
        附表1
        各街道6月PM2.5情况
        |街道|PM2.5（微克/立方米）|同比（%）
        |东里街道|38|-5.0
        |南里街道|37|-7.5
        |西里街道|36|-2.7
        |北里街道|30|-9.1
        """;

    private const string DustWithDifferences = """
        附表1
        各街道6月PM2.5情况
        单位：微克/立方米
        |街道|PM2.5|同比变化
        |东里街道|38|-2.0
        |南里街道|37|-3.0
        |西里街道|36|-1.0
        |北里街道|30|-3.0
        """;

    private const string Works = """
        附表1
        2025年上半年污水处理情况
        |污水厂|处理量（万立方米）|电耗（万千瓦时）|投诉（件）|办结（件）
        |东厂|1044|313|14|12
        |西厂|621|174|9|9
        |南厂|331|106|27|17
        |北厂|580|203|11|10
        |合计|2576|796|61|48
        """;

    private const string Plans = """
        附表1
        推进安排
        |序号|任务|推进措施|牵头单位
        |1|充电桩建设|协调报装容量，年内再建成一批。|发改局
        |2|污水治理|完成剩余村庄的招标，年内全部开工。|农业局
        |3|管网改造|抢抓晴好天气，完成主干管网铺设。|水务局
        """;

    [Theory]
    [InlineData("30", "38", "37", "36", false)]
    [InlineData("3.0", "3.8", "3.7", "3.6", true)]
    public void Check_CountBeyondALimit_IsOfAColumnThatComesNearIt(string one, string two, string three, string four, bool isSilent) =>
        Assert.Equal(isSilent, Draft.Findings($"{Head}4个街道中，PM2.5高于35微克/立方米的有2个。\n附表1\n各街道6月PM2.5情况\n|街道|PM2.5\n|东里街道|{one}\n|南里街道|{two}\n|西里街道|{three}\n|北里街道|{four}").Count == 0);

    [Theory]
    [InlineData("甲镇检查13次。", "甲镇每周检查13次。", Visits, Visits)]
    [InlineData("6月，东里街道PM2.5同比下降6.0%。", "6月，东里街道PM2.5同比下降6.0%。", Dust, DustWithDifferences)]
    [InlineData("6月，南里街道PM2.5最高。", "6月，其余街道中南里街道PM2.5最高。", Dust, Dust)]
    public void Check_WordThatTakesItOut_IsLeftAlone(string refuted, string left, string table, string leftTable)
    {
        Assert.NotEmpty(Draft.Findings(Head + refuted + "\n" + table));
        Assert.Empty(Draft.Findings(Head + left + "\n" + leftTable));
    }

    // No other rule reads a cell through so many words; the paragraph reads from the table, and 72 is 27 with its digits turned.
    [Theory]
    [InlineData("上半年累计受理周边群众各类投诉", 1)]
    [InlineData("去年累计受理周边群众各类投诉", 0)]
    [InlineData("上半年计划受理周边群众各类投诉", 0)]
    public void Check_DigitsOfACellTurned_AreFoundWhereNothingElseIsMeant(string words, int found)
    {
        var findings = Draft.Findings($"{Head}上半年共处理污水2576万立方米，其中东厂处理量最大，为1044万立方米，西厂621万立方米，北厂580万立方米。南厂因夜间噪声和异味，{words}72件。\n{Works}");

        Assert.Equal(found, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("DOC-032", Severity.Warning, CheckKind.FigureConflict, "72件", "27"), (finding.Code, finding.Severity, finding.Kind, finding.Stated, finding.Computed)));
    }

    // The row is named, the table has no figure at all: once the check ended with an exception here.
    [Fact]
    public void Check_PercentageBehindARowWithoutFigures_IsPassedOver() => Assert.Empty(Draft.Findings($"{Head}充电桩建设完成424个，污水治理完成14个，完成率53.8%，剩余12个。\n{Plans}"));
}
