using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>What is said of all rows of a table: how many and which rose, fell or stayed, and in which order they stand.</summary>
public class PartitionTests
{
    private const string Towns = "表1 各镇PM2.5浓度（单位：微克/立方米）\n|镇|10月|去年10月|同比（%）|累计浓度\n|甲镇|29|34|-14.7|26.1\n|乙镇|31|33|-6.1|28.3\n|丙镇|32|32|0.0|29.9\n|丁镇|35|41|-14.6|31.2\n|戊镇|41|40|2.5|33.0\n|己镇|43|42|2.4|35.7";
    private const string Places = "表1 完成情况\n|排名|地区|完成率（%）|上期排名\n|1|青乡|94.7|4\n|2|临镇|94.3|1\n|3|桐乡|93.3|2\n|4|南镇|91.2|3\n|5|经镇|91.0|5\n|6|望镇|88.2|7\n|7|三镇|83.1|6";
    private const string Sections = "表1 断面水质\n|断面|目标|三季度|二季度\n|甲口|Ⅲ|Ⅱ|Ⅲ\n|乙桥|Ⅲ|Ⅲ|Ⅳ\n|丙岸|Ⅲ|Ⅳ|Ⅲ\n|丁闸|Ⅲ|Ⅲ|Ⅲ\n|戊渡|Ⅳ|Ⅳ|Ⅳ";

    [Theory]
    [InlineData("与去年同月比，3个镇浓度下降，丙镇持平，戊镇、己镇2个上升。", Towns)]
    [InlineData("位次上升的有两个：青乡、望镇；位次下降的有四个：临镇、桐乡、南镇、三镇；经镇一个位次未变。", Places)]
    [InlineData("与上季度相比，甲口、乙桥水质好转，丙岸由Ⅲ类降为Ⅳ类，其余2个断面类别不变。", Sections)]
    [InlineData("累计浓度由低到高依次为甲镇、乙镇、丙镇、丁镇、戊镇、己镇。", Towns)]
    [InlineData("同比增加的2个、持平的1个、减少的3个。", Towns)]
    [InlineData("办结率由高到低为仓储、装备、化工三个片区。", "表1 处置情况\n|片区|推送（条）|办结（条）|办结率（%）\n|精细化工片区|43|41|95.3\n|装备制造片区|31|31|100.0\n|仓储物流片区|29|28|96.6\n|综合配套片区|74|70|94.6")]
    // Another time than the table's: its parts do not make all of the rows.
    [InlineData("与2022年比，4个镇优良天数增加，1个镇减少。", Towns)]
    // Some of the rows.
    [InlineData("3个街道浓度下降，2个持平。", Towns)]
    [InlineData("由近到远依次为乙镇、甲镇、丁镇、丙镇。", Towns)]
    public void Check_PartsThatAreRight_AreLeftAlone(string text, string table) => Assert.Empty(Draft.Findings("某县2025年10月空气质量通报\n一、总体情况\n" + text + "\n" + table));

    [Theory]
    [InlineData("与去年同月比，4个镇浓度下降，丙镇持平，戊镇、己镇2个上升。", Towns)]
    [InlineData("与去年同月比，3个镇浓度下降，乙镇持平，戊镇、己镇2个上升。", Towns)]
    [InlineData("与去年同月比，3个镇浓度下降，丙镇持平，戊镇、丁镇2个上升。", Towns)]
    [InlineData("位次上升的有两个：青乡、三镇；位次下降的有四个：临镇、桐乡、南镇、三镇；经镇一个位次未变。", Places)]
    [InlineData("位次上升的有两个：青乡、望镇；位次下降的有五个：临镇、桐乡、南镇、三镇；经镇一个位次未变。", Places)]
    [InlineData("与上季度相比，甲口、丁闸水质好转，丙岸由Ⅲ类降为Ⅳ类，其余2个断面类别不变。", Sections)]
    [InlineData("与上季度相比，甲口、乙桥水质好转，丙岸由Ⅲ类降为Ⅳ类，其余3个断面类别不变。", Sections)]
    [InlineData("累计浓度由低到高依次为甲镇、丙镇、乙镇、丁镇、戊镇、己镇。", Towns)]
    [InlineData("累计浓度由低到高依次为甲镇、乙镇、丙镇、丁镇、丁镇、己镇。", Towns)]
    [InlineData("办结率由高到低为装备制造、精细化工、仓储物流、综合配套。", "表1 处置情况\n|片区|推送（条）|办结（条）|办结率（%）\n|精细化工片区|43|41|95.3\n|装备制造片区|31|31|100.0\n|仓储物流片区|29|28|96.6\n|综合配套片区|74|70|94.6")]
    public void Check_PartThatIsWrong_IsFound(string text, string table) => Assert.NotEmpty(Draft.Findings("某县2025年10月空气质量通报\n一、总体情况\n" + text + "\n" + table));
}
