using System.Text;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage.Series;
using Lanshao.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Alerts;

/// <summary>An alert in a browser, from its appearing on an open page to the hit rate of its rule.</summary>
public sealed class AlertPagesTests(Browser browser)
{
    private const string Mn = "010000A8900016F000169DC0";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alert_FromItsAppearingToItsOutcome_CountsForTheHitRateOfItsRule()
    {
        await using var site = await Site.StartAsync();
        await ReportAsync(site);
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/alerts");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();

        // The page is open when the rules find it, and nobody reloads it.
        var stores = (await MonitoringStores.OpenAsync(site.Data, Ct)).Value!;
        Assert.Equal(1, await new AlertEvaluation(stores, TimeProvider.System).RunOnceAsync(Ct));
        await Expect(page.Locator("figure.table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("figure.table tbody tr")).ToContainTextAsync("PM2.5浓度偏高");

        // The post on duty was told in the house.
        await page.GotoAsync("/inbox");
        await Expect(page.Locator(".answer")).ToContainTextAsync("未读1条，待签收1条");
        await page.LeaveAsync("button:has-text('标为已读')");
        await Expect(page.Locator(".answer")).ToContainTextAsync("未读0条，待签收1条");
        await page.LeaveAsync("figure.table tbody tr th a, figure.table tbody tr td a");
        await Expect(page.Locator("svg#values .chart-target-label")).ToContainTextAsync("限值");
        await page.FillAsync("input[name=post]", "演示值班岗");
        await page.LeaveAsync("button:has-text('签收')");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已签收");
        await page.LeaveAsync("button:has-text('登记到场')");
        await page.SelectOptionAsync("select[name=outcome]", "Problem");
        await page.FillAsync("input[name=scene]", "演示：工地出口未冲洗");
        await page.LeaveAsync("button:has-text('登记结果')");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已查实");
        await page.LeaveAsync("button:has-text('办结')");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已办结");

        await page.GotoAsync("/alerts/rules/rule?code=pm25-high");
        await Expect(page.Locator(".answer")).ToHaveTextAsync("PM2.5浓度偏高：近30日报警1次（每晚0.0次），查实率100%。");
        await page.GotoAsync("/");
        await Expect(page.Locator("#live-home")).ToContainTextAsync("待处置0起");
        await page.GotoAsync("/inbox?show=all");
        await Expect(page.Locator("figure.table tbody tr")).ToContainTextAsync("演示值班岗");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_PreviewedAndSaved_StandsInANewRevision()
    {
        await using var site = await Site.StartAsync();
        await ReportAsync(site);
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/alerts/rules/rule?code=pm25-high");

        await page.FillAsync("#f-over", "500");
        await page.LeaveAsync("button:has-text('按近30日数据预览')");
        await Expect(page.Locator("main")).ToContainTextAsync("会报警0次");
        await page.GotoAsync("/alerts/rules/rule?code=pm25-high");
        await page.LeaveAsync("button:has-text('按近30日数据预览')");
        await Expect(page.Locator("main")).ToContainTextAsync("会报警1次");
        await page.FillAsync("#f-clear", "140");
        await page.LeaveAsync("button:has-text('按近30日数据预览')");
        await page.LeaveAsync("button:has-text('保存为新版本')");

        await Expect(page.Locator(".basis")).ToContainTextAsync("低于140解除");
        await Expect(page.Locator(".basis")).ToContainTextAsync("辖区包第2版");
        await page.Context.CloseAsync();
    }

    // A station of its own that says 180 for the last eighty minutes.
    private static async Task ReportAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        var csv = $"设备编号,名称,类型,站点类别,街道,密码\n{Mn},演示站-东四-01,空气,区自建,东四街道,123456\n";
        var import = new ImportSource(IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(1, (await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportDevices.Kind, import, "text/csv", Actor.Local, TimeProvider.System, Ct)).Value!.Batch.Added);
        var today = ChinaTime.Today(TimeProvider.System);
        var days = Enumerable.Range(-1, 3).Select(day => $"{today.AddDays(day):yyyy-MM-dd},00:00,24:00,值班室");
        var duty = string.Join('\n', days.Prepend("日期,开始,结束,岗位")) + "\n";
        Assert.Equal(3, (await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportDuty.Kind, new(IncomingFile.Of("duty.csv", Encoding.UTF8.GetBytes(duty))), "text/csv", Actor.Local, TimeProvider.System, Ct)).Value!.Batch.Added);
        var number = await db.Set<Device>().Where(device => device.Mn == Mn).Select(device => device.Number).SingleAsync(Ct);
        var stores = (await MonitoringStores.OpenAsync(site.Data, Ct)).Value!;
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, Ct);
        await session.BeginAsync(Ct);
        var now = Rollups.HourOf(ChinaTime.NowUtc(TimeProvider.System)).AddMinutes(ChinaTime.NowUtc(TimeProvider.System).Minute);
        for (var minute = 1; minute <= 80; minute++)
        {
            _ = session.Execute(SeriesSql.InsertReading, number, "a34004", ReadingSpan.Realtime, now.AddMinutes(-minute), 180_000_000L, default, default, default, default, string.Empty, true, 0, 0L);
        }

        await session.CommitAsync(Ct);
    }
}
