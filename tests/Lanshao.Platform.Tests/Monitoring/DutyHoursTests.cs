using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
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

    [Theory, EveryStore]
    public async Task Read_StoredHours_AreCountedByDeviceAndWhatWasReportedLateIsSaid(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34002-Avg=70,a34002-Flag=N;a34004-Avg=30,a34004-Flag=D", cn: 2061), MonitoringSample.Frame("DataTime=20240701060000;a34004-Avg=30,a34004-Flag=N", cn: 2061, millisecond: 1));
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        var start = ChinaTime.StartUtc(new DateOnly(2024, 7, 1));
        db.Add(DeviceLeave.Report(new(MonitoringSample.Mn, LeaveKind.Maintenance, start.AddHours(3), start.AddHours(6), start.AddHours(5), "换泵")));
        Assert.Null(await db.SaveAsync(Actor.Local, sample.Clock, Ct));
        var devices = await db.Set<Device>().AsNoTracking().ToListAsync(Ct);

        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);
        var duty = DutyBook.Read(session, devices, await LeaveBook.ReadAsync(db, start, start.AddHours(9), Ct), (_, _) => true, start, start.AddHours(9))[devices[0].Number];

        Assert.Equal(new DutyHours(Due: 2 * 6, Present: 3, Valid: 2, AwayHours: 3, ShutHours: 0) { RepairHours = 3, LateHours = 2 }, duty);
    }

    // The store counts the hours of a device that was there all the time; where days differ they are looked at one by one.
    [Theory, EveryStore]
    public async Task Read_OpeningTimes_CountTheSameInTheStoreAndHourByHour(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var frames = Enumerable.Range(0, 30).Select(hour => MonitoringSample.Frame($"DataTime={new DateTime(2024, 6, 30, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour):yyyyMMddHHmmss};a34002-Avg=70,a34002-Flag=N;a34004-Avg=30,a34004-Flag={(hour % 4 == 0 ? 'D' : 'N')}", cn: 2061, millisecond: hour));
        _ = await sample.DeriveAsync([.. frames]);
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        var (devices, leaves) = (await db.Set<Device>().AsNoTracking().ToListAsync(Ct), await LeaveBook.ReadAsync(db, From, From.AddDays(2), Ct));
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);

        var counted = DutyBook.Read(session, devices, leaves, (_, hour) => IsLunch(hour), From, From.AddDays(2));
        var oneByOne = DutyBook.Read(session, devices, leaves, (_, hour) => IsLunch(hour) && hour < From.AddHours(37), From, From.AddDays(2));

        Assert.Equal(new DutyHours(Due: 2 * 2 * 4, Present: 8, Valid: 7, AwayHours: 0, ShutHours: 40), counted.Values.Single());
        Assert.Equal(new DutyHours(Due: 2 * 7, Present: 8, Valid: 7, AwayHours: 0, ShutHours: 41), oneByOne.Values.Single());

        static bool IsLunch(DateTime hour) => ChinaTime.CivilOf(hour).Hour is >= 10 and < 14;
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
