using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Statements whose other place stands elsewhere: lists without 其中, shortfalls, months of a quarter, rows of years, annexes, time limits. Right gives nothing, one wrong word is found.</summary>
public class LooseStatementsTests
{
    private const string Head = "某县2024年生态环境工作总结\n一、工作情况\n";

    private const string Stations = """
        附件1
        2024年检验机构检验情况
        |名次|机构|检验量（辆）|合格率（%）|得分（分）|等级
        |1|安达站|3210|92.0|95.1|A级
        |2|宏远站|2846|91.0|92.4|A级
        |3|通利站|2515|100.0|90.3|A级
        |4|金桥站|1984|89.0|88.7|B级
        |5|顺捷站|1762|100.0|86.2|C级
        |合计||12317|||
        """;

    private const string Years = """
        附表1
        近三年巡河情况
        |年份|发现问题（个）|解决问题（个）|解决率（%）
        |2022年|3260|3102|95.2
        |2023年|2940|2862|97.3
        |2024年|2610|2578|98.8
        """;

    private const string Targets = """
        附件1
        主要指标
        |序号|指标|单位|2023年现状值|2024年目标值
        |1|建筑垃圾资源化利用率|%|61.5|≥65.0
        |2|生活垃圾回收利用率|%|36.2|≥38.0
        |3|农膜回收率|%|88.0|≥90.0
        """;

    private const string Tasks = """
        附件1
        重点任务清单
        |序号|任务|工作内容|完成时限|牵头部门
        |1|工业减排|完成12家重点企业清洁生产审核|8月底前|县甲局
        |2|平台升级|完成危险废物信息化监管平台升级|6月底前|县乙局
        |3|网点建设|设立农膜回收网点165个|9月底前|县丙局
        """;

    [Theory]
    [InlineData("发现各类问题145个，已整改138个。问题中露天焚烧52个、小散乱污21个、扬尘44个、其他28个。", "扬尘44", "扬尘47")]
    [InlineData("受理投诉515件，供水类246件、河道类131件、施工类88件、其他50件。", "246", "426")]
    [InlineData("共排查单位1240家，其中年产生量10吨以上的186家、10吨以下的1054家。", "1054", "1504")]
    [InlineData("户厕改造任务1000户，完成960户，还差40户。", "还差40", "还差42")]
    [InlineData("减排任务620吨，实际完成688吨，超额完成68吨。", "68吨", "86吨")]
    [InlineData("组织演练12场，超额完成年度计划（10场）2场。", "）2场", "）4场")]
    [InlineData("新增垃圾桶620个，由年初的1080个增加到1700个。", "620", "260")]
    [InlineData("四季度，检验车辆13750辆。10月、11月、12月分别检验4215辆、4620辆、4915辆。", "4620", "6420")]
    [InlineData("发现问题38个，当场整改29个，限期整改9个。", "限期整改9", "限期整改11")]
    [InlineData("1—3月有效率分别为96.2%、97.1%、95.4%，一季度平均96.2%。", "平均96.2", "平均69.2")]
    [InlineData("PM2.5浓度38.2微克/立方米，低于年度目标（39微克/立方米）。", "38.2", "39.8")]
    [InlineData("主要存在三个方面的问题：一是设施老化；二是管护不足；三是资金短缺。", "三个方面", "四个方面")]
    [InlineData("发放补贴549.0万元，其中县级补贴366.0万元、镇级补贴183.0万元，县级补贴占三分之二。", "三分之二", "三分之一")]
    [InlineData("5家机构中，前三家机构合计检验8571辆。\n" + Stations, "8571", "5871")]
    [InlineData("5家机构中，评为A级的3家、B级的1家、C级的1家。\n" + Stations, "A级的3家", "A级的4家")]
    [InlineData("5家机构按期接受检查。\n对顺捷站等C级机构每月检查2次。\n" + Stations, "顺捷站等", "金桥站等")]
    [InlineData("5家机构中，宏远站、通利站分列第二、第三。\n" + Stations, "第二、第三", "第二、第四")]
    [InlineData("全年发现问题2610个，比2023年减少330个。\n" + Years, "减少330", "减少303")]
    [InlineData("2022—2024年，三年累计解决问题8542个。\n" + Years, "8542", "5842")]
    [InlineData("与2023年相比，建筑垃圾资源化利用率提高3.5个百分点，生活垃圾回收利用率提高1.8个百分点。\n" + Targets, "1.8个", "8.1个")]
    [InlineData("提出3项指标，详见附件1。\n" + Targets, "3项", "4项")]
    [InlineData("2024年8月底前完成12家重点企业清洁生产审核。\n" + Tasks, "年8月底", "年10月底")]
    public void Check_OneWordChanged_IsFoundOnlyThen(string text, string right, string wrong)
    {
        var clean = Draft.Findings(Head + text);
        var damaged = Draft.Findings(Head + text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Empty(clean);
        Assert.NotEmpty(damaged);
    }

    [Theory]
    [InlineData("年度任务新建管网30公里。新建12公里、改造15公里。")]
    [InlineData("发现问题145个。整改中的问题，扬尘3个、噪声2个、其他1个。")]
    [InlineData("5月底前检查3家、6月底前检查4家、7月底前检查5家。")]
    [InlineData("PM2.5浓度38.2微克/立方米，低于年度目标（39微克/立方米）0.8微克/立方米。")]
    [InlineData("优良天数比率82.0%，不低于年度目标（82.0%）。")]
    [InlineData("新建污水处理设施5座。\n二、其他\n改造污水处理设施3座。")]
    [InlineData("2024年6月底前完成危险废物信息化监管平台升级，10月底前投入运行。\n" + Tasks)]
    [InlineData("全年发现问题2610个，比去年减少330个。\n" + Years)]
    public void Check_NumbersOfOtherThings_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + text));
}
