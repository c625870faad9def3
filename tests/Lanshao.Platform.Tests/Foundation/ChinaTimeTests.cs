using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation;

public class ChinaTimeTests
{
    [Theory]
    [InlineData("2024-06-30T15:59:59.999Z", "2024-06-30")]
    [InlineData("2024-06-30T16:00:00.000Z", "2024-07-01")]
    [InlineData("2023-12-31T16:00:00.000Z", "2024-01-01")]
    public void DayOf_AroundMidnight_IsTheDayInChina(string instant, string day) =>
        Assert.Equal(day, ChinaTime.DayOf(DateTimeOffset.Parse(instant).UtcDateTime).ToString("yyyy-MM-dd"));

    [Fact]
    public void DayOf_NotUtc_Throws() => Assert.Throws<ArgumentException>(() => ChinaTime.DayOf(new DateTime(2024, 6, 30)));

    [Fact]
    public void StartUtc_OfADay_IsSixteenHoursOfTheDayBefore()
    {
        var start = ChinaTime.StartUtc(new(2024, 7, 1));

        Assert.Equal((new DateTime(2024, 6, 30, 16, 0, 0), DateTimeKind.Utc), (start, start.Kind));
        Assert.Equal(new DateOnly(2024, 7, 1), ChinaTime.DayOf(start));
    }

    [Fact]
    public void NowUtc_ClockWithTicks_IsCutToMilliseconds()
    {
        var clock = new FixedClock(new DateTime(2024, 7, 1, 1, 2, 3, 4, DateTimeKind.Utc).AddTicks(5678));

        Assert.Equal(new DateTime(2024, 7, 1, 1, 2, 3, 4), ChinaTime.NowUtc(clock));
        Assert.Equal(new DateOnly(2024, 7, 1), ChinaTime.Today(clock));
    }
}
