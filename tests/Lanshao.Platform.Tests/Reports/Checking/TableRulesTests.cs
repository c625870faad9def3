using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Tables against themselves.</summary>
public class TableRulesTests
{
    private const string Ranked = """
        各街道2024年上半年甲物浓度情况
        浓度由高到低排序　单位：微克/立方米
        |区倒排名|街道|浓度（一位小数）|浓度（取整）
        |1|甲街道|39.3|39
        |2|乙街道|38.8|39
        |3|丙街道|38.5|39
        |4|丁街道|38.4|38
        |4|戊街道|38.4|38
        |6|己街道|37.6|38
        """;

    private const string Summed = """
        各街道2024年上半年巡查情况
        |街道|遗撒|积尘|裸地|总计
        |甲街道|12|30|4|46
        |乙街道|20|11||31
        |丙街道|7|9|5|21
        |总计|39|50|9|98
        """;

    private const string Completed = """
        2024年上半年任务完成情况
        |单位|任务量（家）|完成量（家）|完成率|上年同期（家）|同比
        |甲局|30|21|70.0%|20|5.0%
        |乙局|48|40|83.3%|50|-20.0%
        |丙局|25|25|100%|20|25.0%
        |丁局|60|33|55.0%|30|10.0%
        """;

    [Theory]
    [InlineData(Ranked)]
    [InlineData(Summed)]
    [InlineData(Completed)]
    public void Check_ConsistentTable_FindsNothing(string table) => Assert.Empty(Draft.Check(table).Findings);

    [Theory]
    [InlineData("|6|己街道", "|5|己街道", CheckKind.Rank)]
    [InlineData("|2|乙街道", "|3|乙街道", CheckKind.Rank)]
    [InlineData("|38.8|39", "|38.8|38", CheckKind.Rounding)]
    [InlineData("|38.4|38\n|4", "|38.6|38\n|4", CheckKind.Rounding)]
    [InlineData("|己街道|37.6|38", "|己街道|38.9|39", CheckKind.Rank)]
    [InlineData("|6|己街道", "|6|甲街道", CheckKind.Count)]
    public void Check_RankedTableWithOneChange_FindsExactlyThat(string right, string wrong, CheckKind kind) => AssertOne(Ranked, right, wrong, kind);

    [Theory]
    [InlineData("|12|30|4|46", "|12|30|5|46")]
    [InlineData("|12|30|4|46", "|12|30|4|47")]
    [InlineData("|39|50|9|98", "|39|50|9|99")]
    [InlineData("|39|50|9|98", "|39|51|9|98")]
    public void Check_SummedTableWithOneChange_FindsExactlyThat(string right, string wrong) => AssertOne(Summed, right, wrong, CheckKind.Sum);

    [Theory]
    [InlineData("83.3%", "88.3%", CheckKind.Ratio)]
    [InlineData("|60|33|", "|60|35|", CheckKind.Ratio)]
    [InlineData("25.0%", "-25.0%", CheckKind.YearOnYear)]
    public void Check_ComputedColumnWithOneChange_FindsExactlyThat(string right, string wrong, CheckKind kind) => AssertOne(Completed, right, wrong, kind);

    [Fact]
    public void Check_SuspectCellOfASum_IsTheOneWhereRowAndColumnBreak()
    {
        var finding = Assert.Single(Draft.Findings(Summed.Replace("|20|11||31", "|20|17||31", StringComparison.Ordinal)));

        Assert.Equal(("17", "11", "表1 乙街道 积尘"), (finding.Stated, finding.Computed, finding.Statement.Where));
    }

    [Fact]
    public void Check_RanksOneAfterTheOtherInSpiteOfEqualValues_AreAnotherBasisAndNotJudged()
    {
        var finding = Assert.Single(Draft.Check(Ranked.Replace("|4|戊街道", "|5|戊街道", StringComparison.Ordinal)).Findings);

        Assert.Equal((CheckKind.Rank, Severity.Note), (finding.Kind, finding.Severity));
    }

    [Fact]
    public void Check_MissedTarget_IsANoteAndNoError()
    {
        const string text = """
            2024年上半年断面水质情况
            |断面名称|水质目标|水质类别
            |甲断面|Ⅲ类|Ⅱ类
            |乙断面|Ⅲ类|Ⅳ类
            |丙断面|Ⅳ类|无水
            """;

        var finding = Assert.Single(Draft.Check(text).Findings);

        Assert.Equal((CheckKind.TargetMissed, Severity.Note, "表1 乙断面 水质类别"), (finding.Kind, finding.Severity, finding.Statement.Where));
    }

    [Fact]
    public void Check_VerdictAgainstClassAndTarget_IsAnError()
    {
        const string text = """
            2024年上半年断面水质情况
            |断面名称|水质目标|水质类别|是否达标
            |甲断面|Ⅲ类|Ⅱ类|是
            |乙断面|Ⅲ类|Ⅳ类|是
            |丙断面|Ⅳ类|劣Ⅴ类|否
            """;

        var finding = Assert.Single(Draft.Check(text).Findings);

        Assert.Equal((CheckKind.ClassConflict, "是", "未达标"), (finding.Kind, finding.Stated, finding.Computed));
    }

    private static void AssertOne(string table, string right, string wrong, CheckKind kind)
    {
        Assert.Contains(right, table);

        var finding = Assert.Single(Draft.Findings(table.Replace("\r", "", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(kind, finding.Kind);
    }
}
