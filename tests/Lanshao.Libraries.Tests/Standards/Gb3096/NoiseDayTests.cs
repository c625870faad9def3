using Lanshao.Standards.Noise;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Gb3096;

/// <summary>GB 3096-2008: levels of day and night, limits by zone.</summary>
public sealed class NoiseDayTests
{
    [Fact]
    public void Of_EqualHours_AreTheirOwnMeanAndTheNightWeighsTenDecibels()
    {
        var day = NoiseDay.Of([.. Enumerable.Repeat<decimal?>(55.05m, 16), .. Enumerable.Repeat<decimal?>(45.05m, 8)]);

        Assert.Equal((16, 8, "55.0", "45.0", "55.0"), (day.DayHours, day.NightHours, day.Day?.ShownText, day.Night?.ShownText, day.DayNight?.ShownText));
        Assert.Equal(55.05m, day.Day?.Exact);
    }

    [Fact]
    public void Of_OneLoudHour_WeighsByItsEnergyNotItsLevel()
    {
        // 15 hours of 50 and one of 70: 10 lg((15·10^5 + 10^7) / 16) = 58.5658
        var day = NoiseDay.Of([70m, .. Enumerable.Repeat<decimal?>(50m, 15), .. Enumerable.Repeat<decimal?>(40m, 8)]);

        Assert.Equal("58.6", day.Day?.ShownText);
        Assert.Equal(58.5657m, decimal.Truncate(day.Day!.Value.Exact * 10000) / 10000);
    }

    [Theory]
    [InlineData(12, 6, true, true)]
    [InlineData(11, 6, false, true)]
    [InlineData(12, 5, true, false)]
    public void Of_TooFewHours_HasNoLevel(int dayHours, int nightHours, bool hasDay, bool hasNight)
    {
        var day = NoiseDay.Of([.. Enumerable.Range(0, 16).Select(hour => hour < dayHours ? 50m : (decimal?)null), .. Enumerable.Range(0, 8).Select(hour => hour < nightHours ? 40m : (decimal?)null)]);

        Assert.Equal((dayHours, nightHours, hasDay, hasNight, hasDay && hasNight), (day.DayHours, day.NightHours, day.Day is not null, day.Night is not null, day.DayNight is not null));
    }

    [Theory]
    [InlineData("0", 50, 40)]
    [InlineData("1类", 55, 45)]
    [InlineData("2", 60, 50)]
    [InlineData("3", 65, 55)]
    [InlineData("4a", 70, 55)]
    [InlineData("4b类", 70, 60)]
    public void Find_Table1_HasTheLimitsOfTheZone(string code, int day, int night)
    {
        var zone = AmbientNoise.Find(code);

        Assert.Equal((day, night), (zone?.DayLimitDb, zone?.NightLimitDb));
    }

    [Fact]
    public void EnergyMean_WithoutALevel_IsMissing() => Assert.Equal((null, null), (AmbientNoise.EnergyMean([null, null]), AmbientNoise.Find("5")?.Name));
}
