using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>HJ 663, annex B: trends; three-year means; multiples and rates.</summary>
public sealed class AirTrendTests
{
    private static readonly AirRules Rules = AirRules.All[0];

    [Fact]
    public void Compute_WorkedCases_AreAsInTheReference()
    {
        var cases = Example.Read("air", "hj663.json").GetProperty("trend").GetProperty("examples").EnumerateArray().ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one =>
        {
            var trend = AirTrend.Compute([.. one.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal())], Rules)!;
            Assert.Equal(one.GetProperty("rs").GetDouble(), (double)trend.Coefficient.Exact, 12);
            Assert.Equal(one.GetProperty("crit").GetDecimal(), trend.Critical);
            Assert.Equal(one.GetProperty("verdict").GetString()!.StartsWith("significant", StringComparison.Ordinal), trend.IsSignificant);
        });
    }

    [Fact]
    public void Compute_FourYears_HasNoTrend() => Assert.Null(AirTrend.Compute([4m, 3m, 2m, 1m], Rules));

    [Fact]
    public void Compute_YearsNotInTheTable_HaveNoVerdict()
    {
        var trend = AirTrend.Compute([.. Enumerable.Range(1, 11).Select(year => (decimal)year)], Rules)!;

        Assert.Equal((1m, null, null, null), (trend.Coefficient.Shown, trend.Critical, trend.IsSignificant, trend.Direction));
    }

    [Fact]
    public void Compute_EqualValues_ShareTheirRank() => Assert.Equal("-0.925", AirTrend.Compute([5m, 4m, 3m, 1m, 1m], Rules)!.Coefficient.ShownText);

    [Fact]
    public void ThreeYearMean_OneYearMissing_IsNull()
    {
        Assert.Equal("34.3", ThreeYearMean.Compute(AirItem.Pm25, 36m, 35m, 32m)?.ShownText);
        Assert.Null(ThreeYearMean.Compute(AirItem.Pm25, 36m, null, 32m));
    }

    [Theory]
    [InlineData(45, 35, "0.29")]
    [InlineData(35, 35, null)]
    public void Multiple_AboveTheLimit_HasTwoDecimals(int concentration, int limit, string? expected) => Assert.Equal(expected, Exceedance.Multiple(concentration, limit)?.ShownText);

    [Fact]
    public void Rate_OfValidDays_HasOneDecimal()
    {
        Assert.Equal("67.0", Exceedance.Rate(122, 182)?.ShownText);
        Assert.Null(Exceedance.Rate(0, 0));
    }
}
