using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>How many rows of a table lie beyond a limit, and which.</summary>
public class LimitSetTests
{
    private const string Counties = "表1 各县优良天数\n|县（市、区）|2024年有效天数|2024年优良天数|2024年优良天数比率（%）|2023年优良天数比率（%）\n|东浦区|366|268|73.2|67.4\n|西岭区|366|274|74.9|69.9\n|安禾县|364|285|78.3|73.8\n|清屏县|365|324|88.8|85.9\n|白渡县|366|297|81.1|82.7\n|长桥市|363|259|71.3|64.0\n|全市|2190|1707|77.9|74.0";
    private const string Fines = "表1 各大队处罚情况\n|单位|处罚决定（件）|罚款（万元）|件均罚款（万元）\n|直属大队|16|214.50|13.41\n|一大队|14|98.60|7.04\n|二大队|12|76.80|6.40\n|三大队|21|187.30|8.92\n|四大队|7|39.20|5.60\n|合计|70|616.40|8.81";
    private const string Changes = "表1 各镇浓度（单位：微克/立方米）\n|镇（街道）|10月浓度|去年10月浓度|同比（%）\n|甲镇|107|124|-13.7\n|乙镇|110|120|-8.3\n|丙街道|98|112|-12.5\n|丁镇|131|126|4.0\n|戊街道|125|132|-5.3";

    [Theory]
    [InlineData("优良天数比率清屏县最高，为88.8%；长桥市最低，为71.3%。高于全市平均水平的有安禾县、清屏县、白渡县三个县。", Counties)]
    [InlineData("优良天数比率在80%及以上的有清屏县、白渡县2个县。", Counties)]
    [InlineData("件均罚款由高到低依次为直属大队、三大队、一大队、二大队、四大队，其中三个大队低于全县平均。", Fines)]
    [InlineData("降幅在10%以上的2个镇。", Changes)]
    // How far beyond, not how many; another indicator; what is aimed at; some that are not in the table.
    [InlineData("清屏县优良天数比率明显高于全市平均水平。", Counties)]
    [InlineData("超过100微克/立方米的点位有4个，上周没有。", Changes)]
    [InlineData("力争2025年优良天数比率在80%及以上的有4个县。", Counties)]
    [InlineData("全市86个站点中，优良天数比率在80%以上的有31个。", Counties)]
    public void Check_RowsBeyondTheLimit_AreLeftAlone(string text, string table) => Assert.Empty(Draft.Findings("某市2024年环境质量年报\n3.2　总体情况\n" + text + "\n" + table));

    [Theory]
    [InlineData("优良天数比率清屏县最高，为88.8%；长桥市最低，为71.3%。高于全市平均水平的有西岭区、清屏县、白渡县三个县。", Counties)]
    [InlineData("优良天数比率清屏县最高，为88.8%；长桥市最低，为71.3%。高于全市平均水平的有安禾县、清屏县、白渡县四个县。", Counties)]
    [InlineData("优良天数比率在80%及以上的有3个县。", Counties)]
    [InlineData("优良天数比率超过75%的有清屏县、安禾县、西岭区，均在北部。", Counties)]
    [InlineData("件均罚款由高到低依次为直属大队、三大队、一大队、二大队、四大队，其中四个大队低于全县平均。", Fines)]
    [InlineData("降幅在10%以上的3个镇。", Changes)]
    public void Check_NumberOrNameBeyondTheLimit_IsFound(string text, string table) => Assert.NotEmpty(Draft.Findings("某市2024年环境质量年报\n3.2　总体情况\n" + text + "\n" + table));
}
