using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Statements of a document whose tables are alike: the figures around say from which of them a paragraph reads.</summary>
public class SeveralTablesTests
{
    private const string Head = "某省2025年10月空气质量通报\n一、空气质量情况\n";

    private const string Tables = """
        附表1
        2025年10月优良天数
        |城市|优良天数（天）|有效天数（天）|上年同月（天）|优良天数比率（%）
        |甲市|30|31|28|96.8
        |乙市|29|31|27|93.5
        |丙市|18|31|19|58.1
        |丁市|24|30|26|80.0
        |合计|101|123|100|82.1
        附表2
        2025年1—10月优良天数
        |城市|优良天数（天）|有效天数（天）|上年同期（天）|优良天数比率（%）
        |甲市|284|304|279|93.4
        |乙市|271|304|268|89.1
        |丙市|197|304|199|64.8
        |丁市|243|303|240|80.2
        |合计|995|1215|986|81.9
        附表3
        2025年10月污染情况
        |城市|轻度（天）|中度（天）|重度（天）
        |甲市|11|12|14
        |乙市|16|21|13
        |丙市|38|24|17
        |丁市|19|15|12
        |合计|84|72|56
        """;

    [Theory]
    [InlineData("4个城市优良天数在18—30天之间。甲市优良天数最多，为30天；丙市最少，为18天；两市相差12天。", "丙市最少，为18天", "丙市最少，为28天")]
    [InlineData("1—10月，甲市、乙市、丙市优良天数分别为284天、271天、197天，全省有效监测天数合计1215天。", "271天", "217天")]
    [InlineData("轻度、中度、重度天数分别为84天、72天、56天。丙市轻度最多，为38天。", "72天", "27天")]
    [InlineData("轻度、中度、重度污染天数84天、72天、56天，占比分别为39.6%、34.0%、26.4%。", "34.0%", "43.0%")]
    [InlineData("甲市优良天数最多，为30天；丙市最少，为18天；两市相差12天。", "相差12天", "相差14天")]
    public void Check_OneOfSeveralTables_IsTheOneThatTheFiguresCameFrom(string text, string right, string wrong) => Differs(text, right, wrong, Tables);

    [Theory]
    [InlineData("一、二、三季度分别检查556家次、761家次、775家次。", "761家次", "671家次")]
    [InlineData("单月立案最多的是6月，为21件，最少的是2月，为7件。", "6月，为21件", "5月，为21件")]
    [InlineData("", "|二季度|761", "|二季度|763")]
    [InlineData("", "|5月|263", "|5月|265")]
    [InlineData("", "|前三季度|2092", "|前三季度|2090")]
    public void Check_QuartersAmongTheirMonths(string text, string right, string wrong) => Differs(text, right, wrong, DraftTables.Quarters);

    // Figures of other things, of other rows, or of nothing that the tables have.
    [Theory]
    [InlineData("同比分别增加2天、3天、5天。")]
    [InlineData("三类行业占比分别为39.6%、34.0%、21.5%。")]
    [InlineData("三个片区优良天数分别为30天、29天、22天。")]
    [InlineData("甲市优良天数30天，比全省均值多5天。")]
    [InlineData("上年1—10月优良天数合计986天，计划全年达到1190天。")]
    public void Check_FiguresOfSomethingElse_AreLeftAlone(string text) => Assert.Empty(Draft.Findings(Head + "10月，甲市优良天数30天，乙市29天，丙市18天。" + text + "\n" + Tables));

    private static void Differs(string text, string right, string wrong, string table)
    {
        var whole = Head + text + "\n" + table;

        Assert.Empty(Draft.Findings(whole));
        Assert.NotEmpty(Draft.Findings(whole.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
