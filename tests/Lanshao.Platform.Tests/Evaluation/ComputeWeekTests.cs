using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class ComputeWeekTests
{
    private const int Hours = 168;
    private static readonly Period Week = Period.Week(2024, 26);
    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, IndicatorList.Part, PrintedTables.Part];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_DustDevicesWithAndWithoutEnoughHours_CountsAllAndMeansThoseThatCount(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind);
        await PutAsync(sample, "甲", Hours, 100_000_000);
        await PutAsync(sample, "乙", 126, 50_000_000);
        await PutAsync(sample, "丙", 125, 900_000_000);
        await using var db = sample.NewContext();

        Assert.Equal(4, (await ComputeWeek.RunAsync(db, sample.Stores, Week, Actor.System, sample.Clock, Ct)).Value?.Stored);

        var values = await db.Set<IndicatorValue>().AsNoTracking().ToDictionaryAsync(value => value.Indicator, Ct);
        Assert.Equal((3m, 2m, 75m, 83.134921m), (values["week-dust-devices"].Number, values["week-dust-counted"].Number, values["week-dust-mean"].Number, values["week-dust-valid"].Number));
        Assert.All(values.Values, value => Assert.Equal((FigureBasis.Computed, FigureStatus.Preliminary, Place.District, Week), (value.Basis, value.Status, value.Place, value.Period)));
    }

    [Theory, EveryStore]
    public async Task Run_TooFewHoursEverywhere_StoresTheReasonAndNoMean(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind);
        await PutAsync(sample, "甲", 125, 100_000_000);
        await using var db = sample.NewContext();

        Assert.Null((await ComputeWeek.RunAsync(db, sample.Stores, Week, Actor.System, sample.Clock, Ct)).Refusal);

        var mean = await db.Set<IndicatorValue>().AsNoTracking().SingleAsync(value => value.Indicator == "week-dust-mean", Ct);
        Assert.Equal((null, MissingReason.BelowCoverage), (mean.Number, mean.Missing));
    }

    // The mornings look at the last four weeks only; what changes hours of older ones (tables, verdicts, reviews) goes the same way.
    [Theory, EveryStore]
    public async Task LateData_OfAWeekThatWasComputed_ComputeItAnewAndTheSheetSaysSo(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind);
        await PutAsync(sample, "甲", Hours, 100_000_000);
        await using var db = sample.NewContext();
        Assert.Equal(4, (await ComputeWeek.RunAsync(db, sample.Stores, Week, Actor.System, sample.Clock, Ct)).Value?.Stored);
        var before = await db.Set<IndicatorValue>().AsNoTracking().SingleAsync(value => value.Indicator == "week-dust-mean", Ct);
        var mn = await db.Set<Device>().Where(device => device.Name == "样张工地-甲").Select(device => device.Mn).SingleAsync(Ct);
        sample.Clock.Advance(TimeSpan.FromDays(20));
        Assert.NotEmpty(await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240625120000;a34001-Avg=268,a34001-Flag=N", cn: 2061, mn: mn)));
        _ = await sample.RollUpAsync(RollupSpan.Hour);
        sample.Clock.Advance(TimeSpan.FromMinutes(11));

        var issued = await IssueLateCorrections.RunAsync(db, sample.Stores, Actor.System, sample.Clock, Ct);

        Assert.Null(issued.Refusal);
        Assert.Equal(1, issued.Value);

        var sheet = await db.Set<DataCorrection>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal([before.Id], sheet.Ended);
        var line = Assert.Single(sheet.Lines, line => line.When == Week.ChineseText);
        Assert.Equal((CorrectionLevel.Period, "100", "101"), (line.Level, line.Before, line.After));
        Assert.Equal(101m, (await db.Set<IndicatorValue>().AsNoTracking().SingleAsync(value => value.Indicator == "week-dust-mean" && value.EndedUtc == null, Ct)).Number);
    }

    private static Task<MonitoringSample> SampleAsync(StoreKind kind) => MonitoringSample.CopyAsync(kind, "three dust devices", async sample =>
    {
        await sample.ApplyAsync(Parts);
        Assert.Null((await sample.ImportAsync([.. new[] { "甲", "乙", "丙" }.Select((name, at) => $"01000000000000000000000{at},样张工地-{name},扬尘,区自建,东四街道,,123456,a34001 µg/m³ 0~5000,300,10,,")])).Refusal);
    });

    private static async Task PutAsync(MonitoringSample sample, string name, int hours, long sum)
    {
        await using var db = sample.NewContext();
        var number = await db.Set<Device>().Where(device => device.Name == "样张工地-" + name).Select(device => device.Number).SingleAsync(Ct);
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);
        await session.BeginAsync(Ct);
        for (var hour = 0; hour < hours; hour++)
        {
            RollupSums.Put(session, number, "a34001", RollupSpan.Hour, ChinaTime.StartUtc(Week.From).AddHours(hour), new("Hour", [sum], 1, 1, true));
        }

        await session.CommitAsync(Ct);
    }
}
