using System.Text;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>导入站点小时数据 as a clerk does it: look, confirm, correct what was imported before, take back.</summary>
public sealed class ReadingsImportTests(Browser browser)
{
    private const string Hours = "站点,时间,PM2.5,O3\n演示站-甲-01,2024-06-01 00:00,35,80\n演示站-甲-01,2024-06-01 01:00,很高,81\n";
    private const string Corrected = "站点,时间,PM2.5,O3\n演示站-甲-01,2024-06-01 00:00,36,80\n";

    [Fact]
    public async Task Import_OfHours_IsPreviewedConfirmedCorrectedAndTakenBack()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await UploadAsync(page, Hours);
        await Expect(page.Locator(".answer")).ToContainTextAsync("本次3个小时值，入库3个、更正0个，重复0个（保留先到），未识别1处");
        await AssertReadableAsync(site.Address, page.Url);
        await page.GotoAsync(page.Url + "?show=reject");
        Assert.Equal("0到99999的数字或空白", await page.InnerTextAsync(".table-frame tbody tr >> nth=0 >> td >> nth=1"));
        await page.LeaveAsync("text=确认导入");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已导入");

        await UploadAsync(page, Corrected);
        await Expect(page.Locator(".answer")).ToContainTextAsync("入库0个、更正0个，重复2个");
        await page.LeaveAsync("text=以本文件更正1个不同的值");
        await Expect(page.Locator(".answer")).ToContainTextAsync("更正1个");
        Assert.Contains("PM2.5 0时", await page.InnerTextAsync(".difference tbody"), StringComparison.Ordinal);
        await page.LeaveAsync("text=确认导入");
        Assert.Equal("36", await HourAsync(page));

        await page.GoBackAsync();
        await page.LeaveAsync("text=撤销导入");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已撤销");
        Assert.Equal("35", await HourAsync(page));
        await page.Context.CloseAsync();
    }

    // axe-core needs scripts, which the clerk's page goes without.
    private async Task AssertReadableAsync(string site, string address)
    {
        var page = await browser.OpenAsync(site);
        await page.GotoAsync(address);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    private static async Task UploadAsync(IPage page, string table)
    {
        await page.GotoAsync("/imports/new?kind=readings");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "hours.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await page.LeaveAsync("text=读取并预览");
    }

    private static async Task<string> HourAsync(IPage page)
    {
        await page.GotoAsync("/air/day?day=2024-06-01&station=%E6%BC%94%E7%A4%BA%E7%AB%99-%E7%94%B2-01");
        return await page.InnerTextAsync("figure.table >> nth=1 >> tbody tr >> nth=0 >> td >> nth=0");
    }
}
