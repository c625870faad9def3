using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Columns that follow from others in every row but one, from the rows above, from days, or from another table.</summary>
public class RowRelationTests
{
    private const string Behind = "表1 各地进度\n|排名|地区|应完成（项）|已完成（项）|完成率（%）|时序进度（%）|与时序相差（个百分点）|上期完成率（%）|上期排名\n|1|甲乡|38|36|94.7|88.0|6.7|78.9|4\n|2|乙镇|123|116|94.3|88.0|6.3|83.7|1\n|3|丙乡|30|28|93.3|88.0|5.3|80.0|2\n|4|丁镇|102|93|91.2|88.0|3.2|79.4|3\n|5|戊镇|89|81|91.0|88.0|3.0|77.5|5\n|6|己镇|71|59|83.1|88.0|-4.9|74.6|6\n|7|庚镇|90|65|72.2|88.0|-15.8|61.1|7";
    private const string Quarters = "表1 任务安排\n|任务|单位|2025年完成|2026年任务|一季度|二季度|三季度|四季度\n|油烟净化|家|180|216|40|66|70|40\n|裸地治理|处|52|43|5|16|14|8\n|混接改造|处|80|96|12|30|36|18\n|机械淘汰|台|64|72|10|22|24|16";
    private const string Phases = "表1 分阶段情况\n|时段|发现问题（个）|整改问题（个）|累计整改率（%）\n|第一阶段|247|138|55.9\n|第二阶段|211|203|74.5\n|第三阶段|168|195|85.6\n|第四阶段|134|160|91.6\n|合计|760|696|91.6";
    private const string Late = "表1 逾期事项（计算至11月20日）\n|序号|事项|规定时限|逾期天数（天）\n|1|甲厂锅炉改造|2025年9月30日|51\n|2|乙码头覆盖|2025年10月31日|20\n|3|丙园锅炉改造|2025年10月15日|36\n|4|丁路裸地整治|2025年10月31日|20\n|5|戊厂储罐改造|2025年11月5日|15";
    private const string Classes = "表1 各断面水质类别\n|断面|目标|7月|8月|9月\n|甲桥|Ⅱ|Ⅱ|Ⅱ|Ⅱ\n|乙桥|Ⅲ|Ⅲ|Ⅱ|Ⅱ\n|丙闸|Ⅲ|Ⅳ|Ⅲ|Ⅲ\n|丁渡|Ⅲ|Ⅳ|Ⅳ|Ⅲ\n|戊口|Ⅳ|Ⅴ|Ⅳ|Ⅳ\n|己心|Ⅲ|Ⅳ|Ⅳ|Ⅳ\n"
        + "表2 各月类别统计\n|月份|Ⅱ类|Ⅲ类|Ⅳ类|Ⅴ类|优良断面|达标断面\n|7月|1|1|3|1|2|2\n|8月|2|1|3|0|3|4\n|9月|2|2|2|0|4|5";
    private const string Online = "表1 在线台数（单位：台）\n|设备|联网数|6月9日|6月10日|6月11日|周平均在线率（%）\n|监测仪甲|36|35|36|34|97.2\n|监测仪乙|84|82|83|81|97.6\n|监测仪丙|27|27|27|26|98.8\n|监测仪丁|18|18|17|18|98.1";
    private const string Limits = "表1 六项污染物浓度\n|污染物|2024年|2023年|二级标准限值|是否达标\n|PM2.5|34|37|35|是\n|PM10|61|66|70|是\n|SO2|8|9|60|是\n|NO2|24|26|40|是\n|O3|163|158|160|否";
    private const string Indexed = "表1 综合指数\n|排名|县区|PM2.5|O3|综合指数|2023年综合指数\n|1|甲县|28|148|3.10|3.22\n|2|乙县|31|157|3.53|3.40\n|3|丙县|33|161|3.66|3.90\n|4|丁区|35|164|4.03|4.31\n|5|戊区|37|166|4.16|4.43\n|6|己市|39|169|4.23|4.58";
    private const string Duties = "表1 任务清单\n|序号|任务|牵头单位|配合单位\n|1|监测网络|甲局|乙局\n|2|工地监管|乙局|甲局、丙局\n|3|机扫率|丙局|丁局\n|4|油烟更新|甲局|丁局、丙局\n|5|机械淘汰|甲局|乙局、丁局\n|6|混接改造|戊局|乙局、丙局\n|7|河道清淤|戊局|丙局\n|8|管网清掏|戊局|丙局\n|9|排口整治|戊局|甲局\n"
        + "表2 部门任务数\n|部门|牵头任务（项）|配合任务（项）\n|甲局|3|2\n|乙局|1|3\n|丙局|1|5\n|丁局|0|3\n|戊局|4|0";
    private const string Rounds = "表1 工地浓度（单位：微克/立方米）\n|排名|工地|TSP周均|取整值\n|1|甲工地|186.4|186\n|2|乙工地|171.7|172\n|3|丙工地|158.2|158\n|4|丁工地|149.6|150\n|5|戊工地|132.6|133";

    [Theory]
    [InlineData(Behind)]
    [InlineData(Quarters)]
    [InlineData(Phases)]
    [InlineData(Late)]
    [InlineData(Classes)]
    [InlineData(Online)]
    [InlineData(Limits)]
    [InlineData(Indexed)]
    [InlineData(Duties)]
    [InlineData(Rounds)]
    public void Check_TablesThatAgree_AreLeftAlone(string table) => Assert.Empty(Draft.Findings("某市2025年工作通报\n一、工作情况\n情况见表。\n" + table));

    [Theory]
    [InlineData(Behind, "6.7|78.9", "4.0|78.9", "4.0")]
    [InlineData(Behind, "-15.8", "-18.5", "-18.5")]
    [InlineData(Behind, "78.9|4", "78.9|3", "3")]
    [InlineData(Quarters, "180|216", "180|261", "261")]
    [InlineData(Quarters, "43|5|", "43|6|", "43")]
    [InlineData(Phases, "74.5", "47.5", "47.5")]
    [InlineData(Late, "日|36", "日|63", "63")]
    [InlineData(Classes, "8月|2|1|3", "8月|2|1|4", "4")]
    [InlineData(Classes, "|2|2|2|0|4|5", "|2|2|2|0|4|6", "6")]
    [InlineData(Online, "97.6", "79.6", "79.6")]
    [InlineData(Limits, "163|158|160|否", "163|158|160|是", "是")]
    [InlineData(Indexed, "148|3.10", "148|4.03", "1")]
    [InlineData(Duties, "丁局|0|3", "丁局|0|2", "2")]
    [InlineData(Rounds, "171.7|172", "171.7|173", "173")]
    public void Check_CellThatTheOthersRefute_IsFound(string table, string right, string wrong, string stated) =>
        Assert.Contains(Draft.Findings("某市2025年工作通报\n一、工作情况\n情况见表。\n" + table.Replace(right, wrong, StringComparison.Ordinal)), finding => finding.Stated == stated || finding.Statement.Text == stated);

    [Theory]
    // What stands between 已完工 and 在建 in one row is not begun.
    [InlineData("表1 项目进展\n|乡镇|项目数|已完工|在建\n|甲镇|24|20|4\n|乙镇|31|19|12\n|丙镇|18|11|7\n|丁镇|22|12|5\n|戊镇|16|10|6")]
    // 257 of 303 valid days beside 304.
    [InlineData("表1 优良天数\n|城市|优良天数（天）|优良天数比率（%）\n|甲市|271|89.1\n|乙市|262|86.2\n|丙市|257|84.8\n|丁市|284|93.4\n|戊市|197|64.8")]
    // All but one have four sections.
    [InlineData("表1 断面达标情况\n|县|断面数（个）|达标断面（个）|达标率（%）\n|甲县|4|3|75.0\n|乙县|4|4|100.0\n|丙县|4|2|50.0\n|丁县|4|1|25.0\n|戊县|2|1|50.0")]
    // One was done before.
    [InlineData("表1 逾期事项\n|序号|事项|规定时限|逾期天数（天）|状态\n|1|甲厂锅炉改造|2025年9月30日|51|未完成\n|2|乙码头覆盖|2025年10月31日|20|未完成\n|3|丙园锅炉改造|2025年10月15日|9|已完成\n|4|丁路裸地整治|2025年11月2日|18|未完成\n|5|戊厂储罐改造|2025年11月5日|15|未完成")]
    // The number of points stands before the concentration.
    [InlineData("表1 污染物浓度\n|污染物|点位数|2024年|2023年|二级标准限值|是否达标\n|PM2.5|6|34|37|35|是\n|PM10|6|61|66|70|是\n|SO2|6|8|9|60|是\n|NO2|6|24|26|40|是\n|O3|6|163|158|160|否")]
    // Values near 100 whose difference comes near to the percentage.
    [InlineData("表1 TSP浓度（单位：微克/立方米）\n|街道|2025年|2024年|同比（%）\n|甲街道|97|101|-4.0\n|乙街道|98|103|-4.9\n|丙街道|96|99|-3.0\n|丁街道|101|105|-3.8\n|戊街道|119|126|-5.6")]
    // A row whose list leaves out what was withdrawn has no day in common with one of two others.
    [InlineData("表1 交办件\n|序号|事项|交办日期|用时（天）\n|1|甲件|9月3日|12\n|2|乙件|9月5日|9\n|3|丙件|9月9日|15\n|4|丁件|9月12日|4")]
    public void Check_NearestOthers_AreLeftAlone(string table) => Assert.Empty(Draft.Findings("某市2025年工作通报\n一、工作情况\n情况见表。\n" + table));
}
