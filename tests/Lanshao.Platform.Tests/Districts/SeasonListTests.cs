using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Districts;

/// <summary>Seasons come from the pack.</summary>
public class SeasonListTests
{
    private const string Southern = "seasons:\n  - name: 汛期\n    words: [雨季, 汛期, 汛]\n    from: 04-15\n    to: 10-15\n  - name: 台风季\n    words: [台风季]\n    from: 07-01\n    to: 09-30\n";

    [Theory]
    [InlineData(null, "雨季前", "2031-05-31")]
    [InlineData(Southern, "雨季前", "2031-04-14")]
    [InlineData(Southern, "汛前", "2031-04-14")]
    [InlineData(Southern, "台风季前", "2031-06-30")]
    [InlineData(Southern, "采暖季前", null)]
    public void Read_PlanOfTheDistrict_TakesTheDaysOfItsPack(string? yaml, string words, string? due)
    {
        var names = new Pack(TestPack.Of(("seasons.yaml", yaml))).District.Names;

        Assert.Equal(due, DeadlineReader.Read(words, 2031, names.Seasons).Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_WithoutADatabase_TakesTheSameSeasons() =>
        Assert.Equal(new DateOnly(2031, 4, 14), DeadlineReader.Read("雨季前", 2031, DistrictNames.Read(TestPack.Of(("seasons.yaml", Southern))).Seasons).Due);

    [Fact]
    public void Read_PlanWithNames_UsesTheirSeasons()
    {
        var names = DistrictNames.Read(TestPack.Of(("seasons.yaml", Southern)));
        var plan = SmallPlan.Titled("甲区2031年水污染防治计划", names, SmallPlan.Line("一、碧水"), SmallPlan.Line("（一）清理河道。（责任单位：区水务局；完成时限：雨季前）"));

        Assert.Equal(new DateOnly(2031, 4, 14), plan.Measures.Single().Deadline.Due);
    }

    [Fact]
    public void Check_SampleDistrict_SaysTheCommonDaysItself()
    {
        Assert.NotNull(TestPack.Sample().Files.Find("seasons.yaml"));
        Assert.NotSame(Seasons.Common, TestPack.Sample().District.Names.Seasons);
        Assert.Equal(new DateOnly(2031, 5, 31), DeadlineReader.Read("雨季前", 2031, TestPack.Sample().District.Names.Seasons).Due);
    }

    [Theory]
    [InlineData("from: 04-15", "from: 04-31", "PACK-009", "seasons.yaml:4:11")]
    [InlineData("from: 04-15", "from: 02-29", "PACK-009", "seasons.yaml:4:11")]
    [InlineData("from: 04-15", "from: 2031-04-15", "PACK-009", "seasons.yaml:4:11")]
    [InlineData("    from: 04-15\n", "", "PACK-008", "seasons.yaml:2:5")]
    [InlineData("words: [台风季]", "words: [雨季]", "PACK-012", "seasons.yaml:7:12")]
    [InlineData("words: [台风季]", "words: []", "PACK-008", "seasons.yaml:7:12")]
    [InlineData("    to: 10-15", "    until: 10-15", "PACK-007", "seasons.yaml:5:5")]
    public void Check_Mistake_IsToldAtItsPlace(string right, string wrong, string code, string where)
    {
        var findings = TestPack.Findings(("seasons.yaml", Southern.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains((code, where), findings.Select(finding => (finding.Code, finding.Where!)));
    }
}
