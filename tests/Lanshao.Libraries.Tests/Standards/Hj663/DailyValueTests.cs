using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>GB 3095, table 4, and HJ 663, 6.1.2: when a day's value is valid.</summary>
public sealed class DailyValueTests
{
    private const decimal Limit = 160m;
    private static readonly AirRules Rules = AirRules.All[0];

    [Theory]
    [InlineData(24, true)]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void DailyMean_HoursOfADay_NeedsTwenty(int hours, bool isValid)
    {
        var mean = DailyMean.Compute(Day(hours, 30m), Rules);

        Assert.Equal((isValid ? 30m : null, hours), (mean.Exact, mean.ValidHours));
    }

    [Fact]
    public void OzoneDay_Windows_EndAtEightToTwentyFour()
    {
        var hours = new decimal?[24];
        hours.AsSpan().Fill(0m);
        hours.AsSpan(16, 8).Fill(80m);

        var day = OzoneDay.Compute(hours, Rules, Limit);

        Assert.Equal((80m, 80m, 24, 17), (day.Exact, day.MaxHour, day.ValidHours, day.ValidMeans));
    }

    [Theory]
    [InlineData(18, 160, null, 13)]
    [InlineData(19, 160, 160, 14)]
    [InlineData(18, 161, 161, 13)]
    [InlineData(6, 161, 161, 1)]
    [InlineData(5, 161, null, 0)]
    public void OzoneDay_FewWindows_CountsOnlyAboveTheLimit(int hours, int concentration, int? expected, int means)
    {
        var day = OzoneDay.Compute(Day(hours, concentration), Rules, Limit);

        Assert.Equal((expected, means), ((int?)day.Exact, day.ValidMeans));
    }

    [Fact]
    public void OzoneDay_WindowOfSixHours_IsTheMeanOfSix()
    {
        var hours = Day(24, 10m);
        (hours[0], hours[1], hours[2]) = (null, null, 100m);

        Assert.Equal(25m, OzoneDay.Compute(hours, Rules, Limit).Exact);
    }

    [Fact]
    public void OzoneDay_NotADay_IsRefused() => Assert.Throws<ArgumentException>(() => OzoneDay.Compute(new decimal?[23], Rules, Limit));

    private static decimal?[] Day(int hours, decimal concentration) => [.. Enumerable.Range(0, 24).Select(hour => hour < hours ? concentration : (decimal?)null)];
}
