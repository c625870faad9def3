using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Statements that say little about which column they mean: every column that may be meant is tried, and only what none makes true is found.</summary>
public class KindlyReadTests
{
    private const string Head = "某市2024年生态环境工作总结\n一、工作情况\n";

    private const string Rain = """
        附表1
        2024年各区县降水量
        单位：毫米
        |区县|2024年|2023年|多年平均
        |甲县|612.3|548.9|575.0
        |乙县|598.7|561.2|560.0
        |丙县|640.2|570.4|585.0
        |丁县|528.6|497.5|512.0
        """;

    private const string Checks = """
        附表1
        各地检查情况
        |地区|检查组（个）|检查点位（个）|发现问题（个）|立案（起）
        |甲县|18|1260|96|11
        |乙县|15|1035|84|9
        |丙县|14|868|103|14
        |丁县|12|780|71|8
        |合计|59|3943|354|42
        """;

    private const string Goals = """
        附表1
        规划主要指标进展
        |序号|指标|单位|2020年基数|2025年目标|2023年现状|进度（%）
        |1|优良天数比率|%|71.3|76.5|74.8|67.3
        |2|农村生活污水治理率|%|28.0|50.0|42.5|65.9
        |3|森林覆盖率|%|31.2|32.0|31.9|87.5
        |4|氮氧化物减排量|吨|0|1800|1260|70.0
        |5|挥发性有机物减排量|吨|0|900|540|60.0
        """;

    private const string Water = """
        附表1
        各区县用水量
        单位：亿立方米
        |区县|农业|工业|生活|控制指标
        |甲县|1.38|0.21|0.24|2.00
        |乙县|1.02|0.14|0.19|1.50
        |丙县|1.00|0.17|0.21|1.50
        |丁县|0.74|0.33|0.29|1.55
        |全市|4.14|0.85|0.93|6.55
        """;

    private const string Warnings = """
        附表1
        预警响应情况
        |序号|预警级别|启动时间|解除时间|时长（小时）
        |1|黄色|2023年11月24日12时|2023年11月27日12时|72
        |2|橙色|2023年12月25日0时|2023年12月30日12时|132
        |3|红色|2024年1月3日18时|2024年1月7日0时|78
        """;

    [Theory]
    [InlineData("丙县发现问题最多，占全市的29.1%。", "29.1", "21.9")]
    [InlineData("按地区看，甲县检查点位最多，为1260个。", "1260", "2160")]
    [InlineData("甲县、乙县合计检查点位2295个。", "2295", "2925")]
    [InlineData("发现问题最多的是丙县，其次是甲县。", "是丙县", "是乙县")]
    [InlineData("全年检查点位3943个。", "3943", "3493")]
    public void Check_FiguresBesideNames(string text, string right, string wrong) => Differs(text, right, wrong, Checks);

    [Theory]
    [InlineData("分区县看，降水量丙县最多，丁县最少。", "丁县最少", "乙县最少")]
    [InlineData("4个区县降水量均多于上年。", "多于", "少于")]
    public void Check_EndsWithoutColumn(string text, string right, string wrong) => Differs(text, right, wrong, Rain);

    [Theory]
    [InlineData("优良天数比率由71.3%提高到74.8%，距2025年目标还差1.7个百分点。", "1.7", "7.1")]
    [InlineData("农村生活污水治理率42.5%，比2020年提高14.5个百分点。", "42.5", "45.2")]
    [InlineData("农村生活污水治理率42.5%，比2020年提高14.5个百分点。", "14.5", "15.4")]
    public void Check_RowsWithUnitsOfTheirOwn(string text, string right, string wrong) => Differs(text, right, wrong, Goals);

    [Theory]
    [InlineData("|67.3", "|63.7")]
    [InlineData("|70.0", "|77.0")]
    public void Check_ProgressTowardsATarget(string right, string wrong) => Differs("", right, wrong, Goals);

    [Theory]
    [InlineData("|1.55", "|0.55")]
    [InlineData("|2.00", "|4.00")]
    public void Check_TotalsUnderAnotherName(string right, string wrong) => Differs("", right, wrong, Water);

    [Theory]
    [InlineData("|132", "|156")]
    [InlineData("|78", "|102")]
    public void Check_HoursBetweenTwoTimes(string right, string wrong) => Differs("", right, wrong, Warnings);

    [Theory]
    [InlineData("清洁取暖改造尚有311户未完成。清洁取暖改造还有311户没有完成。", "还有311", "还有131")]
    [InlineData("318处在建工地中，停工306处，继续施工12处，停工比例96.2%。", "96.2", "69.2")]
    [InlineData("完成取暖改造近1.6万户。\n取暖改造15689户。", "近1.6万", "近1.5万")]
    public void Check_FiguresOfTheText(string text, string right, string wrong) => Differs(text, right, wrong, "");

    // What the words leave open is not claimed.
    [Theory]
    [InlineData("新增设备投运后，丙县日处理能力达到500吨。")]
    [InlineData("甲县某企业发现问题12个。")]
    [InlineData("丙县、甲县发现问题较多，两地占全市的56.2%。")]
    [InlineData("2025年，甲县计划检查点位1500个。")]
    [InlineData("其余3个县共检查点位2683个。")]
    [InlineData("除丙县外，甲县发现问题最多。")]
    public void Check_WordsThatMeanSomethingElse_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + text + "\n" + Checks));

    [Theory]
    [InlineData("尚有8个村未通水。还有5个小区未完成分类。")]
    [InlineData("检查近300家。\n其中餐饮210家。")]
    [InlineData("监测点位30个，合格28个，合格率93.3%，高于去年的86.7%。")]
    public void Check_OtherThings_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + text));

    [Fact]
    public void Check_FirstOfTwoNamedRowsHasNoNumber_IsReadBesideIt()
    {
        const string Cells = "附表1\n各地检查情况\n|地区|罚款（万元）|检查点位（个）\n|甲县|—|1260\n|乙县|9|1035\n|丙县|14|868\n|合计|23|3163";

        Assert.Empty(Draft.Findings(Head + "甲县、乙县两地检查点位共2295个。\n" + Cells));
        Assert.NotEmpty(Draft.Findings(Head + "甲县、乙县两地检查点位共2259个。\n" + Cells));
    }

    private static void Differs(string text, string right, string wrong, string table)
    {
        var whole = Head + text + "\n" + table;

        Assert.Empty(Draft.Findings(whole));
        Assert.NotEmpty(Draft.Findings(whole.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
