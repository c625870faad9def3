using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Corrections;

public class IssueImportCorrectionsTests
{
    private const string Corrected = "站点,时间,PM2.5\n" + MonitoringSample.Mn + ",2024-06-10 12:00,31\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_FirstImportsIntoAnEmptyMonth_WritesNoSheet(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        Assert.Equal(0, (await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        Assert.Empty(await db.Set<DataCorrection>().ToListAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Run_MonthComputedAfterTheFirstImport_WritesNoSheetThoughTheMonthHasMovedOn(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        Assert.Equal(2, (await ComputeMonth.RunAsync(db, sample.Stores, Period.Month(2024, 6), Actor.System, sample.Clock, Ct)).Value!.Stored);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240610120000;a34004-Avg=31,a34004-Flag=N", cn: 2061));
        _ = await sample.RollUpAsync(RollupSpan.Hour);

        Assert.Equal(0, (await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);
    }

    [Theory, EveryStore]
    public async Task Run_CorrectedTableOfAMonthThatWasComputed_TellsHourDayMonthAndTableAndWho(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var computed = await ComputedAsync(sample, db);
        var batch = await CorrectAsync(sample);

        var issued = await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);
        var again = await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);

        Assert.Equal((1, 0), (issued.Value, again.Value));
        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal((CorrectionOrigin.Import, MonitoringSample.Mn, "a34004", new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 10)), (sheet.Origin, sheet.Mn, sheet.Factors, sheet.FromOn, sheet.ToOn));
        Assert.StartsWith($"导入：hours.csv（批次{batch.ToString("N")[^8..]}），经办{Actor.Local.Name}，", sheet.Reason, StringComparison.Ordinal);
        var lines = sheet.Lines.ToDictionary(line => $"{line.When} {line.What}", line => (line.Level, line.Before, line.After));
        Assert.Equal((CorrectionLevel.Hour, "700", "31"), lines["2024-06-10 12:00 PM2.5"]);
        Assert.Equal((CorrectionLevel.Day, "58", "31"), lines["2024-06-10 PM2.5日值"]);
        Assert.Contains("2024年6月 PM2.5均值（未修约）", lines.Keys);
        Assert.Contains(sheet.Lines, line => line.Level == CorrectionLevel.Table && line.When == "2024年6月" && line.What.StartsWith("东四街道", StringComparison.Ordinal));
        Assert.Equal(computed, sheet.Ended);
    }

    [Theory, EveryStore]
    public async Task Run_ImportUndone_TellsTheWayBack(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await ComputedAsync(sample, db);
        var batch = await CorrectAsync(sample);
        await using (var other = sample.NewContext())
        {
            Assert.Null((await UndoImport.RunAsync(other, ImportReadings.Kind, batch, Actor.Local, sample.Clock, Ct)).Refusal);
        }

        Assert.Equal(2, (await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        var back = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(sheet => sheet.Reason.StartsWith("撤销导入"), Ct);
        Assert.Equal(("31", "700"), back.Lines.Where(line => line.Level == CorrectionLevel.Hour).Select(line => (line.Before, line.After)).Single());
        Assert.Equal(("31", "58"), back.Lines.Where(line => line.What == "PM2.5日值").Select(line => (line.Before, line.After)).Single());
    }

    [Theory, EveryStore]
    public async Task Run_ImportOverMinutesOfTheDevice_SaysWhatTheMinutesSaid(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);
        _ = await sample.DeriveAsync([.. Enumerable.Range(0, 6).Select(ten => MonitoringSample.Frame($"DataTime=202407010{ten / 6}{ten * 10:00}00;a34004-Avg=4{ten},a34004-Flag=N", cn: 2051, millisecond: ten))]);
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        Assert.Null((await sample.ImportHoursAsync("站点,时间,PM2.5\n" + MonitoringSample.Mn + ",2024-07-01 00:00,31\n")).Refusal);

        Assert.Equal(1, (await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("42.5", "31"), sheet.Lines.Where(line => line.Level == CorrectionLevel.Hour).Select(line => (line.Before, line.After)).Single());
    }

    [Theory, EveryStore]
    public async Task Run_StoppedBeforeTheSheetIsSaved_LosesNeitherMonthNorLine(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var computed = await ComputedAsync(sample, db);
        _ = await CorrectAsync(sample);
        await using (var stopped = sample.NewContext())
        {
            await StoppedSheets.BeginAsync(stopped, Ct);
            _ = await Assert.ThrowsAnyAsync<DbUpdateException>(() => IssueImportCorrections.RunAsync(stopped, sample.Stores, Actor.System, sample.Clock, Ct));
            Assert.Equal(computed, await OwnMonthAsync(stopped));
            await StoppedSheets.EndAsync(stopped, Ct);
        }

        Assert.Equal(1, (await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Contains(sheet.Lines, line => line.Level == CorrectionLevel.Table);
        Assert.Equal(computed, sheet.Ended);
    }

    private static async Task<List<Guid>> ComputedAsync(MonitoringSample sample, LanshaoContext db)
    {
        _ = await IssueImportCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);
        Assert.Equal(2, (await ComputeMonth.RunAsync(db, sample.Stores, Period.Month(2024, 6), Actor.System, sample.Clock, Ct)).Value!.Stored);
        return await OwnMonthAsync(db);
    }

    private static Task<List<Guid>> OwnMonthAsync(LanshaoContext db) =>
        db.Set<IndicatorValue>().AsNoTracking().Where(value => value.PeriodBasis == "当月" && value.EndedUtc == null).Select(value => value.Id).ToListAsync(Ct);

    private static async Task<Guid> CorrectAsync(MonitoringSample sample)
    {
        sample.Clock.Advance(TimeSpan.FromMinutes(1));
        var imported = await sample.ImportHoursAsync(Corrected, arguments: (ImportReadings.CorrectsArgument, "1"));
        Assert.Null(imported.Refusal);
        return imported.Value!.Batch.Id;
    }
}
