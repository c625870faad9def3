using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Evaluation;
using Lanshao.Rooms.Evaluation.Dustfall;
using Lanshao.Rooms.Monitoring;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary>What the demonstration brings to pages that would be empty without it.</summary>
public sealed class SamplePagesTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_HoursOfASampleStationAndMonthlyDust_ShowWorkingExamples()
    {
        await using var site = await Site.StartAsync();
        Assert.True(await SampleDevices.RegisterAsync(site.Data, TimeProvider.System, Ct) > 0);
        await ImportHoursAsync(site);
        await SampleDustfall.ImportAsync(site.Data, TimeProvider.System, Ct);
        await SampleDustfall.ImportAsync(site.Data, TimeProvider.System, Ct);

        var budget = await Http.GetStringAsync(new Uri(site.Address + "/rankings/budget"), Ct);
        var dust = await Http.GetStringAsync(new Uri(site.Address + "/dust/monthly"), Ct);
        var later = await Http.GetStringAsync(new Uri(site.Address + "/rankings/budget?period=2024-03"), Ct);

        // 2024 is the year of the plan and of the newest published figures; the other half of 2023 is the band.
        Assert.Contains("截至2024年6月30日，1个街道", budget, StringComparison.Ordinal);
        Assert.Contains("交道口街道", budget, StringComparison.Ordinal);
        Assert.Contains("1/1", budget, StringComparison.Ordinal);
        Assert.Contains("截至2024年3月31日，1个街道", later, StringComparison.Ordinal);
        Assert.Contains("2024年6月，18个街道（地区）", dust, StringComparison.Ordinal);
        Assert.Contains("演示 街道站监测", dust, StringComparison.Ordinal);
        await using var db = site.Data.Store.NewContext();
        Assert.Single((await ImportQueries.ListAsync(db, "dustfall-table", null, 9, Ct)).Rows);
    }

    [Fact]
    public async Task TellAsync_AnHourLater_BringsTheHourThatPassed()
    {
        await using var site = await Site.StartAsync();
        Assert.True(await SampleDevices.RegisterAsync(site.Data, TimeProvider.System, Ct) > 0);
        var atUtc = ChinaTime.StartUtc(new(2024, 6, 30)).AddHours(10).AddMinutes(5);

        await SampleHours.TellAsync(site.Data, isFirst: true, new FixedClock(atUtc), Ct);
        var before = await HoursAsync(site);
        await SampleHours.TellAsync(site.Data, isFirst: false, new FixedClock(atUtc.AddHours(1)), Ct);
        var after = await HoursAsync(site);

        Assert.Equal(34, before);
        Assert.Equal(35, after);
    }

    // Of a station that measures everything, each hour counted once.
    private static async Task<int> HoursAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        var number = (await db.Set<Device>().SingleAsync(device => device.Mn == "DEMO-STATION-01", Ct)).Number;
        await using var series = (await MonitoringStores.OpenAsync(site.Data, Ct)).Value!.Series.NewContext();
        return await series.Set<Rollup>().Where(sum => sum.DeviceNumber == number && sum.Span == RollupSpan.Hour && sum.Count > 0).Select(sum => sum.StartUtc).Distinct().CountAsync(Ct);
    }

    [Fact]
    public void DayWithoutTargets_PublishedPeriods_IsTheNewestThatCountsFromJanuary()
    {
        Period[] published = [Period.Month(2024, 7), Period.Half(2024, 1), Period.Half(2023, 1)];

        Assert.Equal(new(2024, 6, 30), BudgetView.DayWithoutTargets(published, new(2026, 11, 21)));
        Assert.Equal(new(2023, 6, 30), BudgetView.DayWithoutTargets(published, new(2024, 6, 29)));
        Assert.Equal(new(2026, 11, 21), BudgetView.DayWithoutTargets([], new(2026, 11, 21)));
    }

    private static async Task ImportHoursAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        var pack = (await Platform.Districts.Packs.CurrentPack.ReadAsync(db, Ct)).Value!;
        var station = SampleStation.Of(pack.District.Subdistricts)[2];
        var table = Encoding.UTF8.GetBytes(SampleHours.Table(station, 2, new(2023, 7, 1), new(2024, 6, 30)));
        var imported = await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportReadings.Kind, new(IncomingFile.Of("hours.csv", table)), "text/csv", Actor.System, TimeProvider.System, Ct);
        Assert.Null(imported.Refusal);
        Assert.DoesNotContain(imported.Value!.Batch.Findings, finding => finding.Code == ImportReadings.UnknownStations);
    }
}
