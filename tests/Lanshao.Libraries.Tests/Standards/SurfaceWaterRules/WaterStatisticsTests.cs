using System.Text.Json;
using Lanshao.Standards;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.SurfaceWaterRules;

/// <summary>环办〔2011〕22号 and the rules beside it: shares, words, trophic index, city index.</summary>
public sealed class WaterStatisticsTests
{
    [Fact]
    public void Share_PublishedRegions_AreAsPublished()
    {
        var rows = Cases("region_ratio").Where(one => one.GetProperty("input").TryGetProperty("counts", out _)).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, one =>
        {
            var (counts, total) = (one.GetProperty("input").GetProperty("counts"), one.GetProperty("input").GetProperty("total").GetInt32());
            Assert.All(one.GetProperty("expected").GetProperty("pct").EnumerateObject().Where(row => counts.TryGetProperty(row.Name, out _)), row =>
                Assert.Equal(row.Value.GetDecimal(), WaterStatistics.Share(counts.GetProperty(row.Name).GetInt32(), total).Shown));
        });
    }

    [Fact]
    public void GoodShare_PublishedHalfYear_CountsTheMunicipalSections()
    {
        var one = Cases("region_ratio").Single(one => one.GetProperty("input").TryGetProperty("sections", out _));
        var sections = one.GetProperty("input").GetProperty("sections").EnumerateArray().ToList();
        WaterClass[] Classes(Func<JsonElement, bool> counts) => [.. sections.Where(counts).Select(section => WaterClass.TryParse(section.GetProperty("class").GetString(), out var known) ? known : default)];

        Assert.Equal(one.GetProperty("expected").GetProperty("cityAssessed").GetProperty("goodRatioPct").GetDecimal(), WaterStatistics.GoodShare(Classes(section => section.GetProperty("cityAssessed").GetBoolean()))?.Shown);
        Assert.Equal(one.GetProperty("expected").GetProperty("all9").GetProperty("goodRatioPct").GetDecimal(), WaterStatistics.GoodShare(Classes(_ => true))?.Shown);
        Assert.Equal([0m, 44.4m, 11.1m, 44.4m, 0m, 0m], WaterStatistics.Shares(Classes(_ => true))!.Select(share => share.Shown));
    }

    [Fact]
    public void StatusOfShares_RuleCases_HaveTheirWords()
    {
        var cases = Cases("river_status").ToList();

        Assert.Equal(5, cases.Count);
        Assert.All(cases, one => Assert.Equal(
            one.GetProperty("expected").GetProperty("status").GetString(),
            WaterStatistics.StatusOfShares(one.GetProperty("input").GetProperty("goodRatioPct").GetDecimal(), one.GetProperty("input").GetProperty("inferiorVRatioPct").GetDecimal())));
    }

    [Fact]
    public void MeanPh_WorkedCase_IsOverHydrogenIons()
    {
        var one = Cases("ph_mean").Single();

        Assert.Equal(one.GetProperty("expected").GetProperty("mean2dp").GetDecimal(), WaterStatistics.MeanPh([.. one.GetProperty("input").GetProperty("ph").EnumerateArray().Select(ph => ph.GetDecimal())]).Shown);
    }

    [Fact]
    public void Rounded_WorkedCases_KeepTheFirstDigit()
    {
        var cases = Cases("round_half_even").ToList();

        Assert.Equal(2, cases.Count);
        Assert.All(cases, one => Assert.Equal(
            decimal.Parse(one.GetProperty("expected").GetProperty("rounded").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            WaterStatistics.Rounded(decimal.Parse(one.GetProperty("input").GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture), one.GetProperty("input").GetProperty("decimals").GetInt32())));
    }

    [Fact]
    public void TrophicIndex_WorkedCases_AreAsInTheReference()
    {
        var cases = Cases("tli").ToList();

        Assert.Equal(3, cases.Count);
        Assert.All(cases, one =>
        {
            var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
            var index = TrophicIndex.Compute(new Dictionary<TrophicItem, decimal>
            {
                [TrophicItem.ChlorophyllA] = input.GetProperty("chla_mg_m3").GetDecimal(),
                [TrophicItem.TotalPhosphorus] = input.GetProperty("tp").GetDecimal(),
                [TrophicItem.TotalNitrogen] = input.GetProperty("tn").GetDecimal(),
                [TrophicItem.Transparency] = input.GetProperty("sd_m").GetDecimal(),
                [TrophicItem.PermanganateIndex] = input.GetProperty("codmn").GetDecimal(),
            });

            Assert.Equal(expected.GetProperty("single").EnumerateObject().Select(row => row.Value.GetDecimal()), index.Parts.Values.Select(part => part.Shown));
            Assert.Equal((expected.GetProperty("tli").GetDecimal(), expected.GetProperty("level").GetString()), (Rounding.HalfEven(index.Index.Exact, 2), index.Level));
        });
    }

    [Fact]
    public void CityWaterIndex_WorkedCases_AreAsInTheReference()
    {
        var cases = Cases("cwqi").ToList();

        Assert.Equal(3, cases.Count);
        Assert.All(cases, one =>
        {
            var index = CityWaterIndex.Compute(one.GetProperty("input").GetProperty("values").EnumerateObject().ToDictionary(row => SurfaceWater.Find(row.Name)!, row => row.Value.GetDecimal()), WaterBody.River);

            Assert.Equal(one.GetProperty("expected").GetProperty("cwqi").GetDecimal(), index.Sum.Shown);
            Assert.Equal(
                one.GetProperty("expected").GetProperty("top3").EnumerateArray().Select(pair => (pair[0].GetString(), pair[1].GetDecimal())),
                index.Parts.OrderByDescending(part => part.Part).Take(3).Select(part => ((string?)part.Item.Key, Rounding.HalfEven(part.Part, 4))));
        });
    }

    [Theory]
    [InlineData(4, 4, "无明显变化")]
    [InlineData(4, 3, "有所好转")]
    [InlineData(6, 3, "明显好转")]
    [InlineData(2, 3, "有所下降")]
    public void ChangeOfClass_Levels_HaveTheirWords(int before, int now, string word) => Assert.Equal(word, WaterStatistics.ChangeOfClass(WaterClass.Of(before), WaterClass.Of(now)));

    [Theory]
    [InlineData(5, -5, "无明显变化")]
    [InlineData(15, -5, "有所好转")]
    [InlineData(-30, 0, "明显下降")]
    public void ChangeOfShares_Points_HaveTheirWords(int good, int inferior, string word) => Assert.Equal(word, WaterStatistics.ChangeOfShares(good, inferior));

    [Fact]
    public void Means_FewSections_AreArithmeticAndPhIsNot()
    {
        var (ph, cod) = (SurfaceWater.Find("ph")!, SurfaceWater.Find("cod")!);

        var means = WaterStatistics.Means([new Dictionary<WaterItem, decimal> { [ph] = 6m, [cod] = 10m }, new Dictionary<WaterItem, decimal> { [ph] = 8m, [cod] = 15m }]);

        Assert.Equal((12.5m, 6.2967m), (means[cod], Rounding.HalfEven(means[ph], 4)));
    }

    private static IEnumerable<JsonElement> Cases(string kind) => Example.Read("examples", "water.json").GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("kind").GetString() == kind);
}
