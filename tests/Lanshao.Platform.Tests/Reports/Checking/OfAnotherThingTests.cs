using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Right statements whose figure, column or bracket belongs to something else than what stands nearest; beside each the same statement made wrong, where it can be checked.</summary>
public class OfAnotherThingTests
{
    private const string Dust = """
        附件1　各街道2025年1—6月TSP浓度及同比变化情况
        |序号|街道|累计浓度（微克/立方米）|同比变化（%）
        |1|东湖街道|118.6|-2.0
        |2|西湖街道|109.4|-4.1
        |3|南湖街道|104.3|-6.6
        |4|北湖街道|96.8|-9.9
        """;

    private const string Fall = """
        附件1　各街道2025年1—6月降尘量情况
        |序号|街道|降尘量（吨/平方公里·月）|同比变化（%）
        |1|东湖街道|7.2|26.9
        |2|西湖街道|5.9|11.4
        |3|南湖街道|5.1|0.0
        |4|北湖街道|4.5|-4.2
        |5|中湖街道|4.8|-1.2
        """;

    private const string Quarter = """
        附表1　断面水质情况
        |序号|断面|水质目标|水质类别|<|<|<|<|本季度是否达标
        |^|^|^|一季度|4月|5月|6月|二季度|^
        |1|甲口|Ⅲ类|Ⅲ类|Ⅲ类|Ⅳ类|Ⅳ类|Ⅳ类|不达标
        |2|乙渡|Ⅲ类|Ⅳ类|Ⅲ类|Ⅲ类|Ⅱ类|Ⅲ类|{0}
        |3|丙桥|Ⅱ类|Ⅱ类|Ⅱ类|Ⅱ类|Ⅱ类|Ⅱ类|达标
        """;

    private const string Goals = """
        附表1　考核断面目标
        |断面|水体|2025年类别|2026年目标|是否须提升
        |甲闸|甲河|Ⅳ类|Ⅲ类|是
        |乙桥|乙河|Ⅲ类|Ⅲ类|否
        |丙湖心|丙湖|Ⅴ类|Ⅳ类|是
        """;

    private const string Scores = """
        附表1　各镇巡河得分
        |乡镇|巡河得分|本季度排名|一季度排名|名次变化
        |甲镇|27.6|4|3|-1
        |乙镇|28.3|3|4|1
        |丙镇|29.5|2|2|0
        |丁镇|30.0|1|1|0
        """;

    public static TheoryData<string, string> Right => new()
    {
        { Dust, "上半年，各街道TSP累计浓度均同比下降，降幅在2.0%—9.9%之间，北湖街道降幅最大、东湖街道降幅最小。" },
        { Fall, "上半年，各街道降尘量在4.5—7.2吨/平方公里·月之间，2个街道上升、2个下降、1个持平（南湖街道）。" },
        { Dust, "1.PM2.5浓度情况。各街道浓度总体平稳，其中东湖、南湖街道同为41.5微克/立方米。" },
        { Quarter.Replace("{0}", "达标", StringComparison.Ordinal), "二季度3个断面中达标2个。" },
        { Goals, "3个考核断面2026年目标为Ⅲ类2个、Ⅳ类1个，优良比例不低于66.7%。" },
        { Scores, "二季度乙镇上升1位。" },
        { Dust, "全年平均为33.9微克/立方米，低于年度目标0.1微克/立方米。" },
        { Dust, "东湖街道虽超目标但同比下降，南湖街道浓度并非最高。" },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void Check_WhatBelongsToAnotherThing_IsLeftAlone(string table, string text) => Assert.Empty(Draft.Findings(Of(table, text)));

    [Theory]
    [InlineData(Dust, "上半年，各街道TSP累计浓度均同比下降，降幅在2.0%—8.9%之间。")]
    [InlineData(Dust, "上半年，各街道TSP累计浓度均同比下降，南湖街道降幅最大。")]
    [InlineData(Fall, "上半年，各街道降尘量在4.5—7.2吨/平方公里·月之间，同比2个街道上升、3个下降。")]
    [InlineData(Dust, "上半年平均为43.9微克/立方米，低于年度目标41.0微克/立方米。")]
    public void Check_TheSameMadeWrong_IsFound(string table, string text) => Assert.NotEmpty(Draft.Findings(Of(table, text)));

    [Fact]
    public void Check_VerdictOfTheQuarter_IsHeldAgainstTheQuarter() =>
        Assert.Equal("DOC-011", Assert.Single(Draft.Findings(Of(Quarter.Replace("{0}", "不达标", StringComparison.Ordinal), "二季度水质总体稳定。"))).Code);

    private static string Of(string table, string text) => "某区2025年上半年工作进展情况\n一、工作情况\n" + text + "\n" + table;
}
