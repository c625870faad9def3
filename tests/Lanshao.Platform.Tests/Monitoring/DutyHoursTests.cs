using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class DutyHoursTests
{
    private static readonly DateTime From = ChinaTime.StartUtc(new DateOnly(2024, 6, 30));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Count_AbsenceShutHoursAndRemoval_StandInNoDenominator()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        db.Add(DeviceLeave.Report(new(MonitoringSample.Mn, LeaveKind.Closure, From.AddHours(11), From.AddHours(13), From, "装修")));
        Assert.Null(await db.SaveAsync(Actor.Local, sample.Clock, Ct));
        Assert.False((await sample.ImportAsync(MonitoringSample.Row + "2024-07-01")).IsRefused);
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(Ct);
        var leaves = await LeaveBook.ReadAsync(db, From, From.AddDays(2), Ct);
        var hours = new Dictionary<DateTime, (int, int)> { [From.AddHours(10)] = (2, 1), [From.AddHours(12)] = (2, 2), [From.AddHours(20)] = (2, 2) };

        var counted = DutyHours.Count(device, hours, 2, leaves, hour => ChinaTime.CivilOf(hour).Hour is >= 10 and < 20, From, From.AddDays(2));

        Assert.Equal(new DutyHours(Due: 2 * 8, Present: 2, Valid: 1, AwayHours: 2, ShutHours: 14), counted);
    }

    [Fact]
    public async Task Count_ADeviceThatNeverReported_IsExpectedAllTheSame()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(Ct);

        var counted = DutyHours.Count(device, new Dictionary<DateTime, (int, int)>(), 0, await LeaveBook.ReadAsync(db, From, From.AddDays(7), Ct), _ => true, From, From.AddDays(7));

        Assert.Equal((168, 0), (counted.Due, counted.Present));
    }
}
