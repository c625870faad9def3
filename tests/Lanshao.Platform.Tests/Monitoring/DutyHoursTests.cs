using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
        var (device, leaves) = (await db.Set<Device>().AsNoTracking().SingleAsync(Ct), await LeaveBook.ReadAsync(db, From, From.AddDays(2), Ct));
        var (whole, open) = (DayHours.Where(From, From.AddDays(2), _ => true), DayHours.Where(From, From.AddDays(2), hour => ChinaTime.CivilOf(hour).Hour is >= 10 and < 20));

        var days = DutyDays.Of(device, leaves, open, whole, ChinaTime.DayOf(From));

        Assert.Equal(new DutyHours(Due: 2 * 8, Present: 0, Valid: 0, AwayHours: 2, ShutHours: 14), days.Expected(2));
        Assert.Equal((1, 0), days.Count(0, default(DayHours).With(From.AddHours(10), isValid: false).With(From.AddHours(12), isValid: true).With(From.AddHours(20), isValid: true)));
        Assert.Equal((0, 0), days.Count(1, default(DayHours).With(From.AddHours(34), isValid: true)));
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

    [Theory, EveryStore]
    public async Task Read_OpeningTimesTheSameOrNotEveryDay_CountHoursWithinThem(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var frames = Enumerable.Range(0, 30).Select(hour => MonitoringSample.Frame($"DataTime={new DateTime(2024, 6, 30, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour):yyyyMMddHHmmss};a34002-Avg=70,a34002-Flag=N;a34004-Avg=30,a34004-Flag={(hour % 4 == 0 ? 'D' : 'N')}", cn: 2061, millisecond: hour));
        _ = await sample.DeriveAsync([.. frames]);
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        var (devices, leaves) = (await db.Set<Device>().AsNoTracking().ToListAsync(Ct), await LeaveBook.ReadAsync(db, From, From.AddDays(2), Ct));
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);

        var counted = DutyBook.Read(session, devices, leaves, (_, hour) => IsLunch(hour), From, From.AddDays(2));
        var cutShort = DutyBook.Read(session, devices, leaves, (_, hour) => IsLunch(hour) && hour < From.AddHours(37), From, From.AddDays(2));

        Assert.Equal(new DutyHours(Due: 2 * 2 * 4, Present: 8, Valid: 7, AwayHours: 0, ShutHours: 40), counted.Values.Single());
        Assert.Equal(new DutyHours(Due: 2 * 7, Present: 8, Valid: 7, AwayHours: 0, ShutHours: 41), cutShort.Values.Single());

        static bool IsLunch(DateTime hour) => ChinaTime.CivilOf(hour).Hour is >= 10 and < 14;
    }

    [Fact]
    public async Task Count_ADeviceThatNeverReported_IsExpectedAllTheSame()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);

        var counted = DutyBook.Read(session, await db.Set<Device>().AsNoTracking().ToListAsync(Ct), await LeaveBook.ReadAsync(db, From, From.AddDays(7), Ct), (_, _) => true, From.AddHours(5), From.AddDays(7).AddHours(5));

        Assert.Equal(new DutyHours(Due: 168, Present: 0, Valid: 0, AwayHours: 0, ShutHours: 0), counted.Values.Single());
    }

    // A stretch that begins and ends within a day counts no hour before or after it; what the schema before this one has of days is completed.
    [Theory, EveryStore]
    public async Task Read_ReviewedAndCutDays_KnowTheirHours(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var frames = Enumerable.Range(0, 30).Select(hour => MonitoringSample.Frame($"DataTime={new DateTime(2024, 6, 30, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour):yyyyMMddHHmmss};a34004-Avg=30,a34004-Flag={(hour == 20 ? 'D' : 'N')}", cn: 2061, millisecond: hour));
        _ = await sample.DeriveAsync([.. frames]);
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);

        var counted = DutyBook.Read(session, await db.Set<Device>().AsNoTracking().ToListAsync(Ct), await LeaveBook.ReadAsync(db, From, From.AddDays(2), Ct), (_, _) => true, From.AddHours(17), From.AddHours(17 + 24));

        Assert.Equal(new DutyHours(Due: 24, Present: 13, Valid: 12, AwayHours: 0, ShutHours: 0), counted.Values.Single());
    }

    [Theory, EveryStore]
    public async Task Migrate_DaysOfBefore_LearnTheirHours(StoreKind kind)
    {
        await using var store = await TestStore.NewEmptyAsync(kind);
        await using (var db = store.NewContext())
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_AddMonths", StringComparison.Ordinal)), Ct);
        }

        await using (var session = await BulkSession.OpenAsync(store.Store, DataPart.Series, Ct))
        {
            Put(session, RollupSpan.Day, From, isValid: false);
            Put(session, RollupSpan.Day, From.AddDays(1), isValid: false);
            Put(session, RollupSpan.Hour, From, isValid: true);
            Put(session, RollupSpan.Hour, From.AddHours(23), isValid: false);
            Put(session, RollupSpan.Hour, From.AddHours(25), isValid: true);
        }

        Assert.Null(await store.Store.MigrateAsync(Ct));

        await using var after = store.NewContext();
        var days = await after.Set<Rollup>().AsNoTracking().OrderBy(sum => sum.Span).ThenBy(sum => sum.StartUtc).Select(sum => new { sum.Span, sum.Hours }).ToListAsync(Ct);
        Assert.Equal([new DayHours(0x800001, 1).Bits, new DayHours(2, 2).Bits], days.Where(day => day.Span == RollupSpan.Day).Select(day => day.Hours!.Value));
        Assert.All(days.Where(day => day.Span == RollupSpan.Hour), hour => Assert.Null(hour.Hours));

        static void Put(BulkSession session, RollupSpan span, DateTime startUtc, bool isValid) => session.Execute(
            "INSERT INTO rollup (device_number, factor, span, start_utc, source, sum, count, present, expected, is_valid) VALUES (1, 'a34004', $1, $2, 'Hour', 30, 1, 1, 1, $3)", span, startUtc, isValid);
    }
}
