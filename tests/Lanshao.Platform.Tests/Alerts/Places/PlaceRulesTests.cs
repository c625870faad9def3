using System.Globalization;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Places;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts.Places;

/// <summary>Rules about places: what the yearly target leaves the days to come, and what is forecast for the next days.</summary>
public class PlaceRulesTests
{
    private const string Low = "  - {code: low, name: 余量不足, kind: budget, factor: pm25, under: 30.1, clear: 31, grade: same-day}\n";
    private const string Bad = "  - {code: bad, name: 预报中度污染, kind: forecast, factor: aqi, over: 151, lead: 2, grade: same-day}\n";
    private const string Head = "来源,发布时间,预报日期,区域,指标,下限,上限,首要污染物";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore("30.1", 1)]
    [EveryStore("30.0", 0)]
    public async Task Budget_WhatIsLeftIsLessThanTheRuleAsks_RaisesOneAlertHoweverOftenItRuns(string under, int raised, StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, under);

        var counts = (await sample.EvaluateAsync(), await sample.EvaluateAsync());
        sample.Restart();
        var after = await sample.EvaluateAsync();

        // (34 × 366 − 38 × 182) ÷ 184 = 30.04…, cut to 30.0: what is shown is judged.
        Assert.Equal(((raised, 0), 0), (counts, after));
        Assert.Equal(raised == 1 ? [("东四街道", 30.0m, 30.1m)] : [], (await sample.AlertsAsync()).Select(line => (line.Alert.Subject, line.Conditions[0].Peak!.Value, line.Conditions[0].Limit!.Value)));
    }

    [Theory, EveryStore]
    public async Task Budget_Previewed_CallsInTheNightInWhichItWasFirstTooLow(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, "30.1");
        await using var db = sample.NewContext();
        var rule = (await CurrentPack.ReadAsync(db, Ct)).Value!.Read(AlertRules.Part).All[0];

        var preview = await PlacePreview.RunAsync(sample.Stores, rule, sample.Target(34), 30, sample.Clock, Ct);
        var without = await PlacePreview.RunAsync(sample.Stores, rule, (_, _, _, _) => Task.FromResult<Func<string, Place, YearTarget?>>((_, _) => null), 30, sample.Clock, Ct);

        // (34 × 366 − 38 × 181) ÷ 185 = 30.08…, known at seven of 30 June, which belongs to the night of the 29th; the day before left 30.1.
        Assert.Equal((30, 1, 1), (preview.Nights.Count, preview.Calls, preview.Devices));
        Assert.Equal(new DateOnly(2024, 6, 29), Assert.Single(preview.Nights, night => night.Calls > 0).On);
        Assert.Empty(without.Nights);
    }

    [Theory]
    [EveryStore("29", 1)]
    [EveryStore("31", 0)]
    public async Task Bands_TheSameDaysOfAPastYear_StandBesideWhatIsLeft(string past, int kept, StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, "30.1");
        await sample.ImportAsync(ImportReadings.Kind, Hours(new(2023, 7, 1), 184, past));
        await using var db = sample.NewContext();
        var targets = await sample.Target(34)(db, (await CurrentPack.ReadAsync(db, Ct)).Value!, 2024, Ct);

        var band = Assert.Single(await RemainingBands.ReadAsync(db, sample.Stores, "pm25", new(2024, 6, 30), targets, Ct));

        Assert.Equal(("东四街道", 30.0m, 184), (band.Limit.Name, band.Limit.Left.Mean!.Value.Shown, band.Limit.Left.DaysLeft));
        Assert.Equal((new PastMean(2023, decimal.Parse(past, CultureInfo.InvariantCulture)), kept), (Assert.Single(band.Past), band.Kept!.Value));
    }

    [Theory, EveryStore]
    public async Task Forecast_ReachesTheLevel_RaisesOnceAndEndsWithALowerOne(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Bad);
        await sample.ImportAsync(ImportForecasts.Kind, Head, "市级预报,2024-06-30 17:00,2024-07-02,全区,AQI,140,160,PM2.5", "市级预报,2024-06-30 17:00,2024-07-05,全区,AQI,180,210,PM2.5", "市级预报,2024-06-30 17:00,2024-07-03,东四街道,PM2.5,160,170,");

        var counts = (await sample.EvaluateAsync(), await sample.EvaluateAsync());
        await sample.ImportAsync(ImportForecasts.Kind, Head, "市级预报,2024-07-01 08:30,2024-07-02,全区,AQI,100,120,PM2.5");
        var after = await sample.EvaluateAsync();

        var line = Assert.Single(await sample.AlertsAsync());
        Assert.Equal(((1, 0), 0), (counts, after));
        Assert.Equal(("全区7月2日预报", 160m, 151m), (line.Alert.Subject, line.Conditions[0].Peak!.Value, line.Conditions[0].Limit!.Value));
        Assert.Equal(AlertSample.Utc("01 08:30"), line.Conditions[0].EndUtc);
    }

    [Theory, EveryStore]
    public async Task Forecast_Previewed_CountsOnlyNightsInWhichSomethingWasKnown(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Bad);
        await sample.ImportAsync(ImportForecasts.Kind, Head, "市级预报,2024-06-29 17:00,2024-07-01,全区,AQI,140,160,PM2.5");
        await using var db = sample.NewContext();
        var rule = (await CurrentPack.ReadAsync(db, Ct)).Value!.Read(AlertRules.Part).All[0];

        var preview = await PlacePreview.RunAsync(sample.Stores, rule, sample.Target(34), 30, sample.Clock, Ct);

        Assert.Equal([(new DateOnly(2024, 6, 30), 0), (new DateOnly(2024, 6, 29), 1)], preview.Nights.Select(night => (night.On, night.Calls)));
    }

    [Theory, EveryStore]
    public async Task Forecast_ComesNearer_CountsFromTheDaysAheadThatTheRuleNames(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Bad);
        await sample.ImportAsync(ImportForecasts.Kind, Head, "市级预报,2024-06-30 17:00,2024-07-05,全区,AQI,180,210,PM2.5");

        var early = await sample.EvaluateAsync();
        sample.Until("03 08:00");
        var near = await sample.EvaluateAsync();
        sample.Until("06 08:00");
        _ = await sample.EvaluateAsync();

        var line = Assert.Single(await sample.AlertsAsync());
        Assert.Equal((0, 1), (early, near));
        Assert.NotNull(line.Conditions[0].EndUtc);
        Assert.Null(line.Conditions[0].WithdrawnUtc);
    }

    [Theory, EveryStore]
    public async Task Forecast_TakenBack_WithdrawsTheAlertNobodyTouched(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Bad);
        await sample.ImportAsync(ImportForecasts.Kind, Head, "市级预报,2024-06-30 17:00,2024-07-02,全区,AQI,140,160,PM2.5");
        _ = await sample.EvaluateAsync();
        await using var db = sample.NewContext();
        var batch = await db.Set<ImportBatch>().AsNoTracking().Where(one => one.Kind == ImportForecasts.Code).Select(one => one.Id).SingleAsync(Ct);

        Assert.Null((await UndoImport.RunAsync(db, ImportForecasts.Kind, batch, Actor.Local, sample.Clock, Ct)).Refusal);
        _ = await sample.EvaluateAsync();

        Assert.Equal(AlertOutcome.DataCorrected, Assert.Single(await sample.AlertsAsync()).Alert.Outcome);
    }

    // A station that says 38 every hour of the first half of the year, and a yearly target of 34.
    private static async Task<AlertSample> SampleAsync(StoreKind kind, string under)
    {
        var sample = await AlertSample.NewAsync(kind, Low.Replace("30.1", under, StringComparison.Ordinal));
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.ImportAsync(ImportReadings.Kind, Hours(new(2024, 1, 1), 182, "38"));
        _ = sample.Target(34);
        return sample;
    }

    private static string[] Hours(DateOnly first, int days, string value) =>
        ["站点,时间,PM2.5", .. Enumerable.Range(0, days * 24).Select(hour => string.Create(CultureInfo.InvariantCulture, $"演示设备-A1,{first.ToDateTime(TimeOnly.MinValue).AddHours(hour):yyyy-MM-dd HH:mm},{value}"))];
}
