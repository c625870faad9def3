using Lanshao.Platform.Reports.Checking;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>The rules by which careful people read official Chinese: what is consistent is not reported, what is not is.</summary>
public class ReadingRulesTests
{
    private const string Head = "某区2024年上半年生态环境工作情况\n一、总体情况\n";

    private const string Air = """
        附件1
        各街道2024年1—6月PM2.5累计浓度情况
        浓度由高到低排序　单位：微克/立方米
        |区倒排名|街道|累计浓度（一位小数）|同比变化
        |1|乙街道|39.3|-9.5%
        |2|甲街道|38.9|2.7%
        |3|丙街道|38.4|0.0%
        |4|丁街道|38.0|-2.6%
        """;

    private const string Dust = """
        附件1
        各街道2024年上半年扬尘巡查情况
        |街道|遗撒|积尘|总计
        |甲街道|10000|2683|12683
        |乙街道|9000|1000|10000
        |丙街道|9000|1000|10000
        |总计|28000|4683|32683
        """;

    private const string Water = """
        附件1
        2024年1—6月地表水考核断面水质情况
        |断面名称|水质目标|水质类别
        |甲断面|Ⅲ类|Ⅲ类
        |乙断面|Ⅲ类|Ⅱ类
        |丙断面|Ⅲ类|Ⅱ类
        |丁断面|Ⅳ类|Ⅳ类
        """;

    private const string WaterOfCommunities = """
        附件2
        2024年1—6月社区监测点位水质情况
        |监测点位|水质目标|平均水质
        |戊点|Ⅳ类|Ⅴ类
        |己点|Ⅳ类|无水
        |庚点|Ⅳ类|Ⅳ类
        """;

    private static readonly string Tsp = Air.Replace("PM2.5", "TSP", StringComparison.Ordinal).Replace("39.3", "108.9", StringComparison.Ordinal)
        .Replace("38.9", "101.1", StringComparison.Ordinal).Replace("38.4", "95.0", StringComparison.Ordinal).Replace("38.0", "91.4", StringComparison.Ordinal);

    public static TheoryData<string> Consistent =>
    [
        Table("|区倒排名|街道|浓度（一位小数）|浓度（取整）", "|1|甲街道|38.6|39", "|2|乙街道|38.5|39", "|3|丙街道|38.4|38"),
        Head + "PM2.5累计浓度为38.0微克/立方米，同比下降2.6%，去年同期为39.0微克/立方米。",
        Head + "上半年优良天数122天，比率67.0%。",
        Head + "开展巡查，处置扬尘问题3.2万余件。\n" + Dust,
        Head + "立案400余起。\n附件1\n2024年上半年立案情况\n|单位|立案（起）\n|甲局|212\n|乙局|100\n|丙局|100\n|合计|412",
        Table("|区倒排名|街道|浓度", "|1|甲街道|39.9", "|2|乙街道|39.5", "|3|丙街道|39.3", "|4|丁街道|38.7", "|4|戊街道|38.7", "|4|己街道|38.7", "|7|庚街道|38.6"),
        Head + "上半年，全区PM2.5累计浓度为38.0微克/立方米。\n" + Air,
        Head + "6月PM2.5浓度为25微克/立方米，1—6月PM2.5累计浓度为38微克/立方米。",
        Head + "4个考核断面优良比例75%。\n" + Water + "\n" + WaterOfCommunities,
        Head + "19个点位中，1个无水，其余18个均有监测结果。\n" + WaterOfCommunities,
        Head + "路检夜查柴油车16269辆次，完成全年2.9万辆次的56.1%。",
        Head + "附件1\n2024年二季度任务进展\n|序号|任务|进展\n|1|做好4—6月区级月度点评的相关工作，督促整改|今年以来已开展5轮次点评，按要求报送整改情况\n|2|完成二季度的填报工作并按时上报|已按要求完成二季度全部填报",
        Head + "区卫健委开展检查。\n（一）检查情况\n区卫生健康委检查12家。",
        Head + "各街道PM2.5累计浓度同比变化在下降9.5%—上升2.7%之间。\n" + Air,
        Head + "污染地块安全利用率达到95%以上，重点建设用地安全利用率达到93%以上。",
        Head + "6月PM2.5浓度28.5微克/立方米，环比上升14.0%，同比下降5.0%（5月25.0微克/立方米，去年6月30.0微克/立方米）。",
        Head + "电动化比例由58.0%提高到60.4%，提高2.4个百分点。",
        Head + "全区受理问题66件，办结60件，办结率90.9%。其中甲镇最多，为20件；丁镇最少，为11件。\n附件1\n2024年上半年各镇问题办理情况\n|镇|受理（件）|办结（件）|办结率\n|甲镇|20|16|80.0%\n|乙镇|18|17|94.4%\n|丙镇|17|17|100.0%\n|丁镇|11|10|90.9%",
        Head + "与上年同期相比，优良天数累计122天，占有效天数181天的67.4%，比上年同期（118天）多4天。",
        Head + "受理信访件300件，已办结270件，阶段性办结20件，办结率90.0%。",
    ];

    public static TheoryData<string, CheckKind> Inconsistent => new()
    {
        { Head + "各街道TSP累计浓度范围在91—118微克/立方米之间。\n" + Tsp, CheckKind.Range },
        { Head + "PM2.5累计浓度为37.0微克/立方米，同比下降2.6%，去年同期为39.0微克/立方米。", CheckKind.YearOnYear },
        { Head + "开展巡查，处置扬尘问题3.2万余件。\n" + Dust.Replace("2683", "1876", StringComparison.Ordinal).Replace("12683", "11876", StringComparison.Ordinal).Replace("32683", "31876", StringComparison.Ordinal).Replace("|4683|", "|3876|", StringComparison.Ordinal), CheckKind.Sum },
        { Table("|区倒排名|街道|浓度", "|1|甲街道|39.9", "|2|乙街道|39.5", "|3|丙街道|39.3", "|4|丁街道|38.7", "|4|戊街道|38.7", "|5|己街道|38.6"), CheckKind.Rank },
        { Head + "本区PM2.5累计浓度城六区最优。\n附件1\n各区2024年1—6月PM2.5累计浓度情况\n|排名|区|累计浓度\n|1|某甲区|31.0\n|2|某区|31.5\n|3|某乙区|32.0\n|4|某丙区|33.0\n|5|某丁区|34.0\n|6|某戊区|35.0", CheckKind.Rank },
        { Head + "考核断面均达标。\n" + Water.Replace("|乙断面|Ⅲ类|Ⅱ类", "|乙断面|Ⅲ类|Ⅳ类", StringComparison.Ordinal), CheckKind.TargetMissed },
        { Head + "考核断面无劣Ⅴ类。\n" + Water.Replace("|丁断面|Ⅳ类|Ⅳ类", "|丁断面|Ⅳ类|劣Ⅴ1类", StringComparison.Ordinal), CheckKind.ClassConflict },
        { Head + "电动化比例由58.0%提高到60.4%，提高2.4%。", CheckKind.Unit },
        { Head + "降尘量为6.2吨/平方公里·月，同比下降24.0%，去年同期为5.0吨/平方公里·月。", CheckKind.YearOnYear },
        { Table("|区倒排名|街道|浓度（一位小数）|浓度（取整）", "|1|甲街道|38.9|39", "|2|乙街道|38.6|38", "|3|丙街道|38.4|38"), CheckKind.Rounding },
        { Head + "全年目标34微克/立方米，前182天38.0微克/立方米，后184天控制在32微克/立方米以内即可完成。", CheckKind.Ratio },
        { Head + "17个街道目标分别为甲38、乙37、丙36、丁35、戊34、己33、庚32、辛31、壬30、癸29、子28、丑27、寅26、卯25、辰24、巳23微克/立方米。", CheckKind.Count },
        { Head + "6月PM2.5浓度环比持平，上月25.0微克/立方米、本月27.0微克/立方米。", CheckKind.YearOnYear },
        { Head + "各街道PM2.5累计浓度区内最高为甲街道。\n" + Air, CheckKind.Order },
        { Head + "优良天数122天，同比增加3天，去年同期121天。", CheckKind.YearOnYear },
        { Head + "上半年182天，重污染3天，占1.1%。", CheckKind.Ratio },
        { Head + "甲、乙、丙街道分别为38、37微克/立方米。", CheckKind.Count },
    };

    [Theory]
    [MemberData(nameof(Consistent))]
    public void Check_Consistent_IsNotReported(string text) => Assert.Empty(Draft.Findings(text));

    [Theory]
    [MemberData(nameof(Inconsistent))]
    public void Check_Inconsistent_IsReportedOnce(string text, CheckKind kind)
    {
        var finding = Assert.Single(Draft.Findings(text));

        Assert.Equal(kind, finding.Kind);
    }

    private static string Table(params string[] rows) => "附件1\n各街道2024年上半年某物浓度情况\n" + string.Join('\n', rows);
}
