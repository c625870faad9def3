using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Tests.Districts.Packs;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

public sealed class IndicatorListTests
{
    private const string Dust = "indicators:\n  - code: dust\n    name: 降尘量\n    domain: air\n    kind: number\n    unit: t\n    direction: lower\n    decimals: 1\n    places: [district]\n    source: 某局\n";

    [Fact]
    public void Read_SampleDistrict_HasTheRulesOfItsTables()
    {
        var indicators = TestPack.Sample().Read(IndicatorList.Part).ByCode;

        Assert.Equal((YearOnYearKind.Percent, 0, true, 1), (indicators["pm25"].YearOnYear, indicators["pm25"].YearOnYearDecimals, indicators["pm25"].IsRanked, indicators["pm25"].RankDecimals));
        Assert.Equal((1, "subdistricts-18"), (indicators["dustfall"].YearOnYearDecimals, indicators["dustfall"].AreaSet));
        Assert.Equal(("pm25-whole", "pm25-change", "pm25-city-rank"), (indicators["pm25"].Whole, indicators["pm25"].Change, indicators["pm25"].CityRank));
        Assert.Equal(8, indicators["dust-total"].SumOf.Count);
        Assert.Equal(IndicatorKind.WaterClass, indicators["water-class"].Kind);
    }

    [Fact]
    public void Check_SampleDistrict_HasNoFinding() => Assert.Empty(Findings(TestPack.Sample().Files));

    [Theory]
    [InlineData("decimals: 1", "decimals: 7", "PACK-009", "indicators.yaml:8:15")]
    [InlineData("domain: air", "domain: luft", "PACK-010", "indicators.yaml:4:13")]
    [InlineData("places: [district]", "places: [distrikt]", "PACK-010", "indicators.yaml:9:14")]
    [InlineData("places: [district]", "places: [district]\n    areaSet: none", "PACK-011", "indicators.yaml:10:14")]
    [InlineData("source: 某局", "source: 某局\n    change: nothing", "PACK-011", "indicators.yaml:11:13")]
    [InlineData("source: 某局", "source: 某局\n    sumOf: [nothing]", "PACK-011", "indicators.yaml:11:13")]
    [InlineData("source: 某局", "source: 某局\n    yearOnYear: percent", "PACK-008", "indicators.yaml:2:5")]
    [InlineData("source: 某局", "sorce: 某局", "PACK-007", "indicators.yaml:10:5")]
    public void Check_OneMistake_IsReportedAtItsPlace(string right, string wrong, string code, string where)
    {
        var findings = Findings(TestPack.Of(("indicators.yaml", Dust.Replace(right, wrong, StringComparison.Ordinal))));

        Assert.Contains(findings, finding => finding.Code == code && finding.Where == where && finding.Severity == Severity.Error);
    }

    [Fact]
    public void Check_SameCodeTwice_IsReported() =>
        Assert.Contains(Findings(TestPack.Of(("indicators.yaml", Dust + Dust["indicators:\n".Length..]))), finding => finding is { Code: "PACK-012", Where: "indicators.yaml:11:11" });

    [Fact]
    public void Find_ByCodeOrName_IsTheSame()
    {
        var list = new Pack(TestPack.Of(("indicators.yaml", Dust))).Read(IndicatorList.Part);

        Assert.Same(list.Find("dust"), list.Find("降尘量"));
        Assert.Null(list.Find("别的"));
    }

    private static IReadOnlyList<Finding> Findings(PackFiles files)
    {
        var problems = new PackProblems();
        IndicatorList.Part.Check(new Pack(files), problems);
        return problems.Findings;
    }
}
