using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>What the text of a report and its table of tasks both tell, in other words.</summary>
public class ToldAgainTests
{
    private const string Report = """
        某区污染防治攻坚战2024年上半年工作进展情况
        一、工作情况
        {0}
        附件1
        某区2024年二季度重点任务进展
        |序号|任务|二季度进展
        |1|治理餐饮油烟。|{1}
        |2|疏通雨水设施。|工作有序开展。
        """;

    [Theory]
    [InlineData("“惠民十件”完成64家餐饮企业治理提升。", "推进油烟治理，完成治理提升64家餐饮单位。", "推进油烟治理，完成治理提升66家餐饮单位。")]
    [InlineData("开展清管行动，清理管涵96公里、雨水箅子5216个。", "清理专用雨水箅子5216个。", "清理专用雨水箅子5261个。")]
    [InlineData("涉VOCs“绿色”企业比率达到81.7%。", "某区VOCs“绿色”企业比率81.7%。", "某区VOCs“绿色”企业比率87.1%。")]
    public void Check_ToldAgainInOtherWords_IsFoundWhereBothCannotBe(string text, string right, string wrong)
    {
        Assert.Empty(Draft.Findings(Of(text, right)));

        var finding = Assert.Single(Draft.Findings(Of(text, wrong)));

        Assert.Equal("DOC-010", finding.Code);
        Assert.NotEmpty(finding.Evidence);
    }

    [Theory]
    [InlineData("“惠民十件”完成64家餐饮企业治理提升。", "推进油烟治理，完成治理提升31家餐饮单位。")]
    [InlineData("开展清管行动，清理管涵96公里、雨水箅子5216个。", "清理专用雨水箅子1208个。")]
    [InlineData("开展清管行动，清理专用雨水箅子5216个。", "清理雨水箅子8328个。")]
    [InlineData("计划完成64家餐饮企业治理提升。", "推进油烟治理，完成治理提升66家餐饮单位。")]
    public void Check_AnotherPartOrAPlan_IsLeftAlone(string text, string told) => Assert.Empty(Draft.Findings(Of(text, told)));

    private static string Of(string text, string told) => Report.Replace("{0}", text, StringComparison.Ordinal).Replace("{1}", told, StringComparison.Ordinal);
}
