using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Jobs;

public class JobScheduleTests
{
    private static readonly JobKind Nothing = new("t.nothing", "试", false, (_, _) => Task.FromResult<Outcome<string>>("done"));

    [Theory]
    [InlineData(null, "2024-07-01 08:59", CatchUp.Every, "")]
    [InlineData(null, "2024-07-01 09:00", CatchUp.Every, "07-01")]
    [InlineData("2024-07-01 09:00", "2024-07-01 23:59", CatchUp.Every, "")]
    [InlineData("2024-06-28 09:00", "2024-07-01 10:00", CatchUp.Every, "06-29 06-30 07-01")]
    [InlineData("2024-06-28 09:00", "2024-07-01 10:00", CatchUp.Newest, "07-01")]
    [InlineData("2024-06-28 08:00", "2024-06-28 09:00", CatchUp.Newest, "06-28")]
    public void Missed_UpToNow_AreTheCivilTimesSinceTheLast(string? last, string now, CatchUp catchUp, string days)
    {
        var schedule = new JobSchedule("s", Nothing, new(9, 0), CatchUp: catchUp);

        var missed = schedule.Missed(last is null ? null : Instant(last), Instant(now));

        Assert.Equal(days, string.Join(' ', missed.Select(m => $"{ChinaTime.CivilOf(m):MM-dd}")));
        Assert.All(missed, m => Assert.Equal(new TimeSpan(9, 0, 0), ChinaTime.CivilOf(m).TimeOfDay));
    }

    [Fact]
    public void Missed_OnSomeDaysOnly_LeavesTheOthersOut()
    {
        var schedule = new JobSchedule("s", Nothing, new(9, 0), day => day.Day == 3, CatchUp.Every);

        var missed = schedule.Missed(Instant("2024-03-31 00:00"), Instant("2024-07-01 00:00"));

        Assert.Equal(["04-03", "05-03", "06-03"], missed.Select(m => $"{ChinaTime.CivilOf(m):MM-dd}"));
    }

    [Fact]
    public void Missed_AwayForTenYears_IsBounded()
    {
        var schedule = new JobSchedule("s", Nothing, new(9, 0), CatchUp: CatchUp.Every);

        Assert.Equal(367, schedule.Missed(Instant("2014-07-01 00:00"), Instant("2024-07-01 10:00")).Count);
    }

    private static DateTime Instant(string civil) => ChinaTime.InstantOf(DateTime.ParseExact(civil, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
