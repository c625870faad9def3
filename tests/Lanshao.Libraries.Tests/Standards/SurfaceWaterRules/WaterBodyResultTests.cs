using Lanshao.Standards;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.SurfaceWaterRules;

/// <summary>环办〔2011〕22号: rivers, lakes and regions over their sections; 无水 is a result.</summary>
public sealed class WaterBodyResultTests
{
    [Fact]
    public void Of_FewerThanFiveSections_IsJudgedByTheMeans()
    {
        var result = WaterBodyResult.Of([Section(0.1m, 3), Section(0.5m, 3), SectionResult.Without("丙", WaterState.Dry)], WaterBody.River);

        Assert.Equal((3, 2, 1, 1, 2, 1), (result.Sections, result.Classified, result.Dry, result.Met, result.Judged, result.Good));
        Assert.Equal((WaterClass.Of(4), "轻度污染", "tp"), (result.Class, result.Status, Assert.Single(result.MainItems).Key));
        Assert.Equal((50m, 33.3m, 50m), (result.GoodShareOfClassified?.Shown, result.GoodShareOfAll?.Shown, result.MetShare?.Shown));
    }

    [Fact]
    public void Of_FiveSections_IsJudgedByTheShares()
    {
        var result = WaterBodyResult.Of([Section(0.1m), Section(0.1m), Section(0.25m), Section(0.25m), Section(0.1m, ammonia: 3m)], WaterBody.River);

        Assert.Equal((null, "中度污染"), (result.Class, result.Status));
        Assert.Equal(["tp", "nh3n"], result.MainItems.Select(item => item.Key));
        Assert.Equal((40m, 20m, 1), (result.GoodShareOfClassified?.Shown, result.InferiorShareOfAll?.Shown, result.InferiorV));
    }

    [Fact]
    public void Of_AllSectionsDry_HasNoStatusAndNoShareOfNothing()
    {
        var result = WaterBodyResult.Of([SectionResult.Without("甲", WaterState.Dry), SectionResult.Without("乙", WaterState.Frozen)], WaterBody.River);

        Assert.Equal((null, null, 1, 0m), (result.Status, result.GoodShareOfClassified, result.Dry, result.GoodShareOfAll?.Shown));
        Assert.Null(result.MetShare);
    }

    [Theory]
    [InlineData(5, 5, "无明显变化")]
    [InlineData(4, 5, "有所好转")]
    [InlineData(5, 3, "明显下降")]
    public void ChangeSince_SharesOfTwoPeriods_HasItsWord(int goodBefore, int goodNow, string word)
    {
        static WaterBodyResult Of(int good) => WaterBodyResult.Of([.. Enumerable.Range(0, 5).Select(i => Section(i < good ? 0.1m : 0.25m))], WaterBody.River);

        Assert.Equal(word, Of(goodNow).ChangeSince(Of(goodBefore)));
    }

    [Theory]
    [InlineData(WaterState.Dry, "无水")]
    [InlineData(WaterState.Frozen, "结冰")]
    [InlineData(WaterState.NotSampled, "无法采样")]
    public void Printed_WithoutASample_SaysWhy(WaterState state, string printed) => Assert.Equal((printed, null), (SectionResult.Without("甲", state).Printed, SectionResult.Without("甲", state).Class));

    [Fact]
    public void Printed_WithASample_IsTheClass() => Assert.Equal(("Ⅳ", "劣Ⅴ1"), (Section(0.25m).Printed, Section(0.45m).Printed));

    [Fact]
    public void MeansOfMonths_TooFewMonths_IsMissing()
    {
        var month = Section(0.1m).Values;

        Assert.Null(WaterStatistics.MeansOfMonths([month, null, null], WaterStatistics.MonthsOfQuarter));
        Assert.Equal(0.15m, WaterStatistics.MeansOfMonths([month, null, Section(0.2m).Values], WaterStatistics.MonthsOfQuarter)![SurfaceWater.Find("tp")!]);
        Assert.Null(WaterStatistics.MeansOfMonths([.. Enumerable.Repeat(month, 7)], WaterStatistics.MonthsOfYear));
    }

    private static SectionResult Section(decimal phosphorus, int? target = null, decimal ammonia = 0.1m) =>
        SectionResult.Of("甲", new Dictionary<WaterItem, decimal> { [SurfaceWater.Find("tp")!] = phosphorus, [SurfaceWater.Find("nh3n")!] = ammonia }, WaterBody.River, target is { } level ? WaterClass.Of(level) : null);
}
