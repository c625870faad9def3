using System.Globalization;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Backup;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

/// <summary>Tables of months in PostgreSQL: made ahead, found by the same statements, gone at once.</summary>
public class MonthsTests
{
    private static readonly DateOnly July = new(2024, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_PostgreSql_MakesThisMonthTheNextOnesAndThoseOfBackFillOnce()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);

        var made = await PrepareAsync(sample);
        var again = await PrepareAsync(sample);

        Assert.Equal(("8", "0"), (made, again));
        Assert.Equal(["202407", "202408", "202409"], await MonthsAsync(sample, MonthlyTable.Frames));
        Assert.Equal(["202405", "202406", "202407", "202408", "202409"], await MonthsAsync(sample, MonthlyTable.Moments));
    }

    [Fact]
    public async Task Prepare_SeveralAtOnce_MakeEachMonthOnce()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PrepareAsync(sample))));

        Assert.Equal(8, made.Sum(number => int.Parse(number, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Prepare_Sqlite_HasNothingToDo()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);

        Assert.Equal(string.Empty, await PrepareAsync(sample));
    }

    [Fact]
    public async Task Prepare_WhatLiesInTheRest_MovesIntoItsMonth()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"), MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=40", cn: 2061, millisecond: 1));
        var before = await PlacesAsync(sample);

        _ = await PrepareAsync(sample);

        Assert.Equal(["journal_frame_rest", "journal_frame_rest", "reading_kept", "reading_moment_rest"], before);
        Assert.Equal(["journal_frame_202407", "journal_frame_202407", "reading_kept", "reading_moment_202407"], await PlacesAsync(sample));
        Assert.Equal([40_000_000L, 38_000_000L], (await sample.ReadingsAsync()).OrderByDescending(reading => reading.Number).Select(reading => reading.Number!.Value));
    }

    [Fact]
    public async Task Run_AMonthThatIsOver_LeavesAsAWholeAndItsHoursStay()
    {
        await using var sample = await OldAndNewAsync();

        var said = await ExpireAsync(sample);

        Assert.Equal("2 1", said);
        Assert.DoesNotContain("202407", await MonthsAsync(sample, MonthlyTable.Frames));
        Assert.DoesNotContain("202407", await MonthsAsync(sample, MonthlyTable.Moments));
        Assert.Equal(["journal_frame_202410", "reading_kept", "reading_moment_202410"], await PlacesAsync(sample));
        Assert.Equal([40m, 41m], (await sample.RollUpAsync(RollupSpan.Hour)).Select(hour => hour.Mean!.Value));
        Assert.Equal("0", await PrepareAsync(sample));
    }

    // Sent before midnight of the first, not acknowledged, sent again after frames of the new month.
    [Fact]
    public async Task Take_AResendWhoseOriginalLiesInTheMonthBefore_IsKnown()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);
        _ = await PrepareAsync(sample);
        var (before, after) = (AtTurn(-1), AtTurn(1));
        var contradiction = AtTurn(-1, value: 39);
        sample.Clock.Advance(TimeSpan.FromDays(31));

        var first = await sample.JournalAsync(before);
        var second = await sample.JournalAsync(after, before);
        var third = await sample.JournalAsync(before, after, contradiction);

        Assert.Equal(((1, 0), (1, 1), (1, 2)), ((first.Accepted, first.Resent), (second.Accepted, second.Resent), (third.Accepted, third.Resent)));
        Assert.Equal(["journal_frame_202407", "journal_frame_202407", "journal_frame_202408"], await PlacesAsync(sample));
        await using var db = sample.NewSeriesContext();
        Assert.Equal([false, false, true], await db.Set<JournalFrame>().OrderBy(frame => frame.Seq).Select(frame => frame.IsConflict).ToListAsync(Ct));
    }

    // July's QN, but received in August; one that contradicts another; one that gives no readings until a person decides.
    [Fact]
    public async Task Run_FramesThatMustStay_ArePutBackAndStillKnown()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);
        _ = await PrepareAsync(sample);
        var told = MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38");
        var contradiction = MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=39");
        var late = MonitoringSample.Frame("DataTime=20240701080500;a34004-Rtd=40", millisecond: 7);
        _ = await sample.DeriveAsync(told, contradiction);
        sample.Clock.Advance(TimeSpan.FromDays(31));
        _ = await sample.DeriveAsync(late);
        sample.Clock.Advance(TimeSpan.FromDays(64));

        var said = await ExpireAsync(sample);
        var again = await sample.JournalAsync(contradiction, late, told);

        Assert.Equal("1 2", said);
        Assert.DoesNotContain("202407", await MonthsAsync(sample, MonthlyTable.Frames));
        Assert.Equal((1, 2), (again.Accepted, again.Resent));
        Assert.Equal(["journal_frame_rest", "journal_frame_rest", "journal_frame_rest"], await PlacesAsync(sample));
    }

    [Fact]
    public async Task Leave_ReadingsOfASeriesWhoseHourWaits_ArePutBack()
    {
        await using var sample = await OldAndNewAsync();
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);
        await session.BeginAsync(Ct);
        _ = session.Execute(SeriesSql.InsertRollupDue, await DeviceAsync(sample), "a34004", new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2024, 10, 1, 0, 0, 0, DateTimeKind.Utc));
        await session.CommitAsync(Ct);

        var gone = await LeavingMonths.ReadingsAsync(session, ChinaTime.StartUtc(July.AddMonths(1)), Ct);

        Assert.Equal(0, gone);
        Assert.DoesNotContain("202407", await MonthsAsync(sample, MonthlyTable.Moments));
        Assert.Contains("reading_moment_rest", await PlacesAsync(sample));
        Assert.Equal(3, (await sample.ReadingsAsync()).Count);
    }

    [Fact]
    public async Task Run_SomebodyReadsTheMonthForLong_ItGoesRowByRow()
    {
        await using var sample = await OldAndNewAsync();
        await using var reader = sample.NewSeriesContext();
        await using var moment = await reader.Database.BeginTransactionAsync(Ct);
        await reader.Database.ExecuteSqlRawAsync("LOCK TABLE journal_frame, reading IN ACCESS SHARE MODE", Ct);

        var said = await ExpireAsync(sample);

        Assert.Equal("2 1", said);
        Assert.Contains("202407", await MonthsAsync(sample, MonthlyTable.Frames));
        Assert.Equal(["journal_frame_202410", "reading_kept", "reading_moment_202410"], await PlacesAsync(sample));
    }

    [Fact]
    public async Task Run_CutOffBetweenTakingOffAndDropping_IsFinishedTheNextTime()
    {
        await using var sample = await OldAndNewAsync();
        await using (var db = sample.Stores.Journal.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE journal_frame DETACH PARTITION journal_frame_202407", Ct);
        }

        var said = await ExpireAsync(sample);

        Assert.Equal("2 1", said);
        await using var after = sample.Stores.Journal.NewContext();
        Assert.Equal([0], await after.Database.SqlQueryRaw<int>("SELECT CASE WHEN to_regclass('journal_frame_202407') IS NULL THEN 0 ELSE 1 END AS \"Value\"").ToListAsync(Ct));
    }

    [Fact]
    public async Task Migrate_ADatabaseOfBefore_MovesEveryRowAndBack()
    {
        await using var store = await TestStore.NewEmptyAsync(StoreKind.PostgreSql);
        await using var db = store.NewContext();
        var all = db.Database.GetMigrations().ToList();
        var before = all[all.FindIndex(name => name.EndsWith("_AddMonths", StringComparison.Ordinal)) - 1];
        await db.GetService<IMigrator>().MigrateAsync(before, Ct);
        await FillAsync(db);
        var rows = await RowsAsync(db);

        Assert.Null(await store.Store.MigrateAsync(Ct));

        Assert.Equal(
            ["journal_frame_202311", "journal_frame_202312", "journal_frame_rest", "reading_kept", "reading_moment_202311", "reading_moment_202312", "reading_moment_rest"],
            (await PlacesAsync(db)).Distinct());
        Assert.Equal(rows, await RowsAsync(db));
        await db.GetService<IMigrator>().MigrateAsync(before, Ct);
        Assert.Equal(rows, await RowsAsync(db));
    }

    [Fact]
    public async Task Restore_ABackupIntoPostgreSql_LaysItIntoItsMonths()
    {
        await using var whole = await TestStore.NewEmptyAsync(StoreKind.PostgreSql);
        await using var restored = await TestStore.NewEmptyAsync(StoreKind.PostgreSql);
        var folder = (await DataFolder.OpenAsync(Path.Combine(whole.Folder, "data"), create: true, whole.Store.ConnectionString, Ct)).Value!;
        await using var origin = folder.Store.NewContext();
        await FillAsync(origin);
        var file = Path.Combine(whole.Folder, "backup.zip");

        Assert.Null((await BackUpFolder.RunAsync(folder, file, new FixedClock(), Ct)).Refusal);
        Assert.Null((await RestoreFolder.RunAsync(file, Path.Combine(restored.Folder, "data"), restored.Store.ConnectionString, Ct)).Refusal);

        await using var after = restored.NewContext();
        Assert.Equal(
            ["journal_frame_202311", "journal_frame_202312", "journal_frame_rest", "reading_kept", "reading_moment_202311", "reading_moment_202312", "reading_moment_rest"],
            (await PlacesAsync(after)).Distinct());
        Assert.Equal(await RowsAsync(origin), await RowsAsync(after));
        folder.Release();
    }

    // 1,200 frames and moments of November and of December each, some of a wrong clock, and hours.
    private static Task<int> FillAsync(LanshaoContext db) => db.Database.ExecuteSqlRawAsync(
        """
        INSERT INTO journal_frame (seq, mn, qn, cn, pno, digest, received_utc, remote, bytes, is_back_fill, is_conflict)
        SELECT n, 'A', to_char(TIMESTAMP '2023-11-30 00:00:00' + n * INTERVAL '72 seconds', 'YYYYMMDDHH24MISS') || '000', '2011', '', sha256(n::text::bytea),
               TIMESTAMPTZ '2023-11-29 16:00:00+00' + n * INTERVAL '72 seconds', '', '\x2323'::bytea, FALSE, FALSE FROM generate_series(0, 2399) AS n
        UNION ALL SELECT 3000 + n, 'A', '19700101000000000', '2011', '', sha256(n::text::bytea), TIMESTAMPTZ '2023-12-01 00:00:00+00', '', '\x2323'::bytea, FALSE, FALSE FROM generate_series(0, 9) AS n;
        INSERT INTO reading (device_number, factor, span, start_utc, flag, is_valid, doubt_bits, frame_seq, revision, number)
        SELECT 1, 'a34004', 'Realtime', TIMESTAMPTZ '2023-11-29 16:00:00+00' + n * INTERVAL '72 seconds', 'N', TRUE, 0, n, 1, n FROM generate_series(0, 2399) AS n
        UNION ALL SELECT 1, 'a34004', 'Minute', TIMESTAMPTZ '2023-10-01 00:00:00+00' + n * INTERVAL '1 hour', 'N', TRUE, 0, n, 1, n FROM generate_series(0, 9) AS n
        UNION ALL SELECT 1, 'a34004', 'Hour', TIMESTAMPTZ '2023-11-29 16:00:00+00' + n * INTERVAL '1 hour', 'N', TRUE, 0, n, 1, n FROM generate_series(0, 47) AS n;
        """,
        Ct);

    private static Task<List<string>> RowsAsync(LanshaoContext db) => db.Database.SqlQueryRaw<string>(
        """
        SELECT COUNT(*) || md5(string_agg(frame::text, ';' ORDER BY seq)) AS "Value" FROM journal_frame AS frame
        UNION ALL SELECT COUNT(*) || md5(string_agg(one::text, ';' ORDER BY device_number, span, start_utc, factor)) FROM reading AS one
        """).ToListAsync(Ct);

    // A moment and an hour of the first of July and a moment of the fourth of October, each received in its time and in a table of its month.
    private static async Task<MonitoringSample> OldAndNewAsync()
    {
        var sample = await MonitoringSample.NewAsync(StoreKind.PostgreSql);
        _ = await PrepareAsync(sample);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Rtd=38"), MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=40", cn: 2061, millisecond: 1));
        sample.Clock.Advance(TimeSpan.FromDays(95));
        _ = await PrepareAsync(sample);
        _ = await sample.DeriveAsync(OctoberFrame());
        return sample;
    }

    private static byte[] OctoberFrame() => Frame(new(2024, 10, 4, 9, 0, 0, DateTimeKind.Unspecified), 41);

    // About the turn of July to August.
    private static byte[] AtTurn(int minutes, int value = 38) => Frame(new DateTime(2024, 8, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes), value);

    private static byte[] Frame(DateTime time, int value) => FrameWriter.Write(
        new(time, "22", 2011, "123456", MonitoringSample.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true)), string.Create(CultureInfo.InvariantCulture, $"DataTime={time:yyyyMMddHHmmss};a34004-Rtd={value}"));

    private static Task<string> PrepareAsync(MonitoringSample sample) => PrepareMonths.RunAsync(sample.Stores, new(2, 2), Derivation.UsualBackFillDays, sample.Clock, Ct);

    private static Task<string> ExpireAsync(MonitoringSample sample) => DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);

    private static async Task<int> DeviceAsync(MonitoringSample sample)
    {
        await using var db = sample.NewContext();
        return await db.Set<Device>().Select(device => device.Number).SingleAsync(Ct);
    }

    private static async Task<List<string>> MonthsAsync(MonitoringSample sample, MonthlyTable table)
    {
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, table.Part, Ct);
        return table.Known(session).ConvertAll(month => month.ToString("yyyyMM", CultureInfo.InvariantCulture));
    }

    private static async Task<List<string>> PlacesAsync(MonitoringSample sample)
    {
        await using var db = sample.NewSeriesContext();
        return await PlacesAsync(db);
    }

    private static Task<List<string>> PlacesAsync(LanshaoContext db) =>
        db.Database.SqlQueryRaw<string>("SELECT tableoid::regclass::text AS \"Value\" FROM journal_frame UNION ALL SELECT tableoid::regclass::text FROM reading ORDER BY 1").ToListAsync(Ct);
}
