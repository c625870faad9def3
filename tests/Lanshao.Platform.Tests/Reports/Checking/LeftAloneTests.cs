using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>What is right, said in ways that a quick reader takes for wrong.</summary>
public class LeftAloneTests
{
    private const string Sites = """
        附表1
        2025年工地情况
        |工地|PM10（微克/立方米）|行动前PM10（微克/立方米）|变化（%）|问题（个）|整改（个）
        |甲工地|115|109|5.5|51|43
        |乙工地|108|101|6.9|47|41
        |丙工地|97|112|-13.4|38|35
        |丁工地|84|84|0.0|22|20
        |合计（平均）|101|102|-1.0|158|139
        """;

    private const string Quarters = """
        附表1
        2025年前三季度执法情况
        |时段|检查（家次）|立案（件）
        |一季度|556|34
        |1月|186|11
        |2月|142|7
        |3月|228|16
        |二季度|761|54
        |4月|241|14
        |5月|263|19
        |6月|257|21
        |三季度|775|46
        |7月|248|13
        |8月|272|18
        |9月|255|15
        |前三季度|2092|134
        """;

    private const string Sections = """
        附表1
        2025年前三季度断面水质情况
        |断面|水质目标|一季度|二季度|三季度|前三季度|达标情况
        |甲断面|Ⅲ类|Ⅱ类|Ⅲ类|Ⅳ类|Ⅲ类|达标
        |乙断面|Ⅳ类|Ⅳ类|Ⅴ类|Ⅴ类|Ⅴ类|超标
        |丙断面|Ⅱ类|Ⅱ类|Ⅱ类|Ⅱ类|Ⅱ类|达标
        |丁断面|Ⅳ类|Ⅳ类|Ⅳ类|Ⅴ类|Ⅳ类|达标
        """;

    private const string TwoPeriods = """
        附表1
        2025年10月优良天数
        |城市|优良天数（天）|有效天数（天）|优良天数比率（%）
        |甲市|30|31|96.8
        |乙市|29|31|93.5
        |丙市|18|31|58.1
        附表2
        2025年1—10月优良天数
        |城市|优良天数（天）|有效天数（天）|优良天数比率（%）
        |甲市|284|304|93.4
        |乙市|271|304|89.1
        |丙市|197|304|64.8
        """;

    [Theory]
    [InlineData("", Sites)]
    [InlineData("整改率最低的为甲工地（84.3%），其次为乙工地（87.2%）。", Sites)]
    [InlineData("一、二、三季度分别检查556家次、761家次、775家次。三季度检查家次最多，占前三季度的37.0%。单月立案最多的是6月，为21件，最少的是2月，为7件。二季度立案最多，为54件。", Quarters)]
    [InlineData("超标的是乙断面，水质为Ⅴ类。", Sections)]
    [InlineData("丙市、乙市分列第二、第三位，完成率分别为97.6%、97.1%。", "")]
    [InlineData("印发事项66项。截至8月31日，按期办结50项，逾期办结12项，未办结4项。", "")]
    [InlineData("裸土未覆盖最多，为86个，占29.7%；出入口未冲洗61个、湿法作业不到位53个，三类合计200个。", "")]
    public void Check_RightAsSaid_FindsNothing(string text, string table) => Assert.Empty(Draft.Findings("某市2025年工作总结\n一、工作情况\n" + text + "\n" + table));

    [Fact]
    public void Check_ParagraphOfOtherDays_IsNotHeldAgainstTheMonth() =>
        Assert.Empty(Draft.Findings("某省2025年10月空气质量通报\n一、10月情况\n甲市优良天数最多。\n二、1—10月情况\n优良天数比率由高到低为甲市、乙市、丙市，比率分别为93.4%、89.1%、64.8%。\n" + TwoPeriods));

    [Theory]
    [InlineData("重点任务完成情况", "重点任务完成情况（截至8月31日）")]
    [InlineData("10月空气质量级别日数", "2025年10月空气质量级别日数")]
    public void Check_TitleWithBracketOrYear_IsNotCutOff(string listed, string printed) =>
        Assert.Empty(Draft.Findings($"某市2025年通报\n附件：1.{listed}\n2.名单\n附件1\n{printed}\n|县|任务（项）\n|甲县|3\n|乙县|5\n附件2\n名单\n|县|企业（家）\n|甲县|3\n|乙县|5"));
}
