using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Corrections;

public class IssueLateCorrectionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_BackFillOfAMonthThatWasComputed_TellsHourDayMonthAndTableWithWhatWasAndIs(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        Assert.Equal(2, (await ComputeMonth.RunAsync(db, sample.Stores, Period.Month(2024, 6), Actor.System, sample.Clock, Ct)).Value!.Stored);
        var computed = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.PeriodBasis == "当月").Select(value => value.Id).ToListAsync(Ct);
        await BringAsync(sample, Hour("20240610120000", 31));

        var issued = await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);
        var again = await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);

        Assert.Equal((1, 0), (issued.Value, again.Value));
        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal((CorrectionOrigin.Late, MonitoringSample.Mn, "a34004", new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 10)), (sheet.Origin, sheet.Mn, sheet.Factors, sheet.FromOn, sheet.ToOn));
        Assert.Equal("迟到数据（补传）：1日的报文1帧于2024-07-01 09:00到达，汇总后重新计算。", sheet.Reason);
        var lines = sheet.Lines.ToDictionary(line => $"{line.When} {line.What}", line => (line.Level, line.Before, line.After));
        Assert.Equal((CorrectionLevel.Hour, "700", "31"), lines["2024-06-10 12:00 PM2.5"]);
        Assert.Equal((CorrectionLevel.Day, "58", "31"), lines["2024-06-10 PM2.5日值"]);
        Assert.Contains("2024年6月 PM2.5均值（未修约）", lines.Keys);
        Assert.Contains(sheet.Lines, line => line.Level == CorrectionLevel.Table && line.When == "2024年6月" && line.What.StartsWith("东四街道", StringComparison.Ordinal));
        Assert.Equal(computed, sheet.Ended);
    }

    [Theory, EveryStore]
    public async Task Run_StoppedBeforeTheSheetIsSaved_LosesNeitherMonthNorLine(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        Assert.Equal(2, (await ComputeMonth.RunAsync(db, sample.Stores, Period.Month(2024, 6), Actor.System, sample.Clock, Ct)).Value!.Stored);
        await BringAsync(sample, Hour("20240610120000", 31));
        await using (var stopped = sample.NewContext())
        {
            await StoppedSheets.BeginAsync(stopped, Ct);
            _ = await Assert.ThrowsAnyAsync<DbUpdateException>(() => IssueLateCorrections.RunAsync(stopped, sample.Stores, Actor.System, sample.Clock, Ct));
            Assert.Equal(2, await stopped.Set<IndicatorValue>().CountAsync(Ct));
            await StoppedSheets.EndAsync(stopped, Ct);
        }

        Assert.Equal(1, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Contains(sheet.Lines, line => line.Level == CorrectionLevel.Table);
        Assert.Single(sheet.Ended);
        await AssertNothingNotedAsync(sample);
    }

    [Theory, EveryStore]
    public async Task Run_ManyDaysOfADevice_IsOneSheetWithTheHoursCounted(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        await BringAsync(sample, [.. Enumerable.Range(0, 15 * 24).Where(hour => hour % 24 < 4).Select(hour => Hour(Time(hour), 20))]);
        Assert.Equal(1, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        await BringAsync(sample, [.. Enumerable.Range(0, 15 * 24).Where(hour => hour % 24 >= 4).Select(hour => Hour(Time(hour), 40))]);

        Assert.Equal(1, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);
        var sheet = (await db.Set<DataCorrection>().AsNoTracking().OrderBy(sheet => sheet.IssuedUtc).ToListAsync(Ct))[1];
        Assert.Equal((new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 15)), (sheet.FromOn, sheet.ToOn));
        var hours = Assert.Single(sheet.Lines, line => line.Level == CorrectionLevel.Hour);
        Assert.Equal(("PM2.5（300处，逐项略）", "0处有值", "300处有值"), (hours.What, hours.Before, hours.After));
        Assert.Equal(15, sheet.Lines.Count(line => line is { Level: CorrectionLevel.Day, What: "PM2.5有效小时", Before: "4", After: "24" }));
        await AssertNothingNotedAsync(sample);
    }

    [Theory, EveryStore]
    public async Task Run_DataInTime_WritesNoSheet(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();

        await BringAsync(sample, Hour("20240701070000", 20), Hour("20240701080000", 30));

        Assert.Equal(0, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);
        await AssertNothingNotedAsync(sample);
    }

    [Theory, EveryStore]
    public async Task Run_TheSameLateDataAgain_WritesNoSecondSheet(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        await BringAsync(sample, Hour("20240610120000", 31));
        _ = await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);

        await BringAsync(sample, Hour("20240610120000", 31, millisecond: 7));

        Assert.Equal(0, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);
        Assert.Equal(1, await db.Set<DataCorrection>().CountAsync(Ct));
        await AssertNothingNotedAsync(sample);
    }

    [Theory, EveryStore]
    public async Task Run_MoreStillComing_Waits(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await sample.DeriveAsync(Hour("20240610120000", 31));
        _ = await sample.RollUpAsync(RollupSpan.Hour);

        Assert.Equal(0, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);

        sample.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct)).Value);
    }

    [Theory, EveryStore]
    public async Task Forget_MoreCameMeanwhile_TellsOnlyThatNextTime(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await BringAsync(sample, Hour("20240610120000", 31));
        var arrival = Assert.Single(await LateArrivals.ReadAsync(sample.Stores, 10, sample.Clock, Ct));
        await BringAsync(sample, Hour("20240610130000", 41), Hour("20240611000000", 20));

        await LateArrivals.ForgetAsync(sample.Stores, arrival, Ct);

        var rest = Assert.Single(await LateArrivals.ReadAsync(sample.Stores, 10, sample.Clock, Ct));
        Assert.Equal((2, 2), (rest.Frames, rest.Days));
        Assert.Equal(["13", "0"], rest.Changes.Where(change => change.Span == RollupSpan.Hour).Select(change => $"{ChinaTime.CivilOf(change.StartUtc).Hour}"));
        Assert.Equal([1, null], rest.Changes.Where(change => change.Span == RollupSpan.Day).Select(change => change.Before?.Count));
        await LateArrivals.ForgetAsync(sample.Stores, rest, Ct);
        await AssertNothingNotedAsync(sample);
    }

    private static async Task BringAsync(MonitoringSample sample, params byte[][] frames)
    {
        _ = await sample.DeriveAsync(frames);
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        sample.Clock.Advance(TimeSpan.FromMinutes(11));
    }

    private static async Task AssertNothingNotedAsync(MonitoringSample sample)
    {
        await using var series = sample.NewSeriesContext();
        Assert.Equal((0, 0), (await series.Set<LateDay>().CountAsync(Ct), await series.Set<LateFigure>().CountAsync(Ct)));
    }

    private static string Time(int hour) => new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour).ToString("yyyyMMddHH0000", CultureInfo.InvariantCulture);

    private static byte[] Hour(string time, int avg, int millisecond = 0) =>
        MonitoringSample.Frame(string.Create(CultureInfo.InvariantCulture, $"DataTime={time};a34004-Avg={avg},a34004-Flag=N"), cn: 2061, millisecond: millisecond + (int)(long.Parse(time, CultureInfo.InvariantCulture) / 10000 % 10000));
}
