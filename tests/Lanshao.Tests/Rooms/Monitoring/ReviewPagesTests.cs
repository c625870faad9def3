using System.Globalization;
using System.Text;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>数据审核记录 as two posts do it: a mark, a first opinion with its reason, a second post, and the sheet of what changed.</summary>
public sealed class ReviewPagesTests(Browser browser)
{
    [Fact]
    public async Task Review_OfAMarkedHour_TakesTwoPostsAndTellsWhatChanged()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await ImportAsync(page, "区自建");
        await TakeFilesAsync(site.Address);

        await page.GotoAsync("/devices/reviews?period=2024-06&rule=Jump");
        await Expect(page.Locator(".answer")).ToContainTextAsync("自动标记2");
        await page.LeaveAsync("tbody tr:last-child a");
        await Expect(page.Locator(".answer")).ToContainTextAsync("由前一小时30变为700微克/立方米，相差670，超过150");
        await AssertReadableAsync(site.Address, page.Url);

        await page.SelectOptionAsync("select[name=reason]", "fault");
        await page.FillAsync("input[name=post]", "监测岗");
        await page.LeaveAsync("text=登记初核意见");
        await Expect(page.Locator("#refusal")).ToContainTextAsync("请写明依据");
        await page.FillAsync("input[name=evidence]", "仪器流量报警");
        await page.SelectOptionAsync("select[name=reason]", "fault");
        await page.FillAsync("input[name=post]", "监测岗");
        await page.LeaveAsync("text=登记初核意见");

        await page.FillAsync("input[name=post]", "监测岗");
        await page.LeaveAsync("text=登记复核意见");
        await Expect(page.Locator("#refusal")).ToContainTextAsync("复核须由另一人办理");
        await page.FillAsync("input[name=post]", "质控岗");
        await page.LeaveAsync("text=登记复核意见");
        await Expect(page.Locator("main")).ToContainTextAsync("数据更正单");
        await Expect(page.Locator("main")).ToContainTextAsync("2024-06-02");
        await AssertReadableAsync(site.Address, page.Url);

        await page.LeaveAsync("text=受影响的文稿、导出和报警");
        await Expect(page.Locator(".answer")).ToContainTextAsync("导出3份");
        await Expect(page.Locator("main")).ToContainTextAsync("演示站-甲-01 PM2.5 小时均值");
        await AssertReadableAsync(site.Address, page.Url);
        await page.GotoAsync("/corrections");
        await Expect(page.Locator("tbody")).ToContainTextAsync("更正前导出3份");

        await page.GotoAsync("/devices/reviews?period=2024-06");
        await Expect(page.Locator(".answer")).ToContainTextAsync("双人确认无效1");
        await page.GotoAsync($"/air/day?station={Uri.EscapeDataString("演示站-甲-01")}&day=2024-06-02");
        await Expect(page.Locator("main")).ToContainTextAsync("初步日值");
        await Expect(page.Locator("main")).ToContainTextAsync("双人确认无效");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Review_OfANationalStation_TakesADoubtOnly()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await ImportAsync(page, "国控");

        // One line an hour from which on something is missing, its factors beside each other.
        await page.GotoAsync("/devices/reviews?period=2024-06&rule=Missing&state=待核");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody tr:last-child td").Nth(1)).ToHaveTextAsync("PM2.5、SO₂、O₃");
        await Expect(page.Locator("tbody tr:last-child")).ToContainTextAsync("PM2.5、SO₂连续缺测2小时");
        await Expect(page.Locator("tbody tr:last-child")).ToContainTextAsync("O₃连续缺测3小时");
        await page.LeaveAsync("tbody tr:last-child a");
        await Expect(page.Locator("h1")).ToContainTextAsync("2024年6月3日");

        await page.GotoAsync("/devices/reviews?period=2024-06&rule=Jump");
        await page.LeaveAsync("tbody tr:last-child a");
        await Expect(page.Locator("select[name=reason]")).ToHaveCountAsync(0);
        await page.FillAsync("input[name=text]", "与周边不一致");
        await page.FillAsync("input[name=told]", "2024-06-03");
        await page.FillAsync("input[name=channel]", "市局平台");
        await page.FillAsync("input[name=post]", "监测岗");
        await page.LeaveAsync("#review button");

        await Expect(page.Locator("main")).ToContainTextAsync("2024-06-03通过市局平台反映");
        await page.Context.CloseAsync();
    }

    // A long table, a table with files of its own and a table of a page: two of another day or item are not named.
    private static async Task TakeFilesAsync(string site)
    {
        using var http = new HttpClient { BaseAddress = new(site) };
        var station = Uri.EscapeDataString("演示站-甲-01");
        foreach (var file in (string[])[$"/devices/series.csv?mn={station}&factor=a34004&span=HourSums&from=2024-06-01&to=2024-06-03", "/devices/reviews.xlsx?period=2024-06", $"/air/day?station={station}&day=2024-06-02&file=1.docx", $"/devices/series.csv?mn={station}&factor=a21026&span=HourSums&from=2024-06-01&to=2024-06-03", $"/air/day?station={station}&day=2024-06-01&file=1.csv"])
        {
            using var answer = await http.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static async Task ImportAsync(IPage page, string tier)
    {
        var text = new StringBuilder("站点,时间,PM2.5,SO2,O3\n");
        for (var hour = 0; hour < 72; hour++)
        {
            if (hour is 50 or 51)
            {
                continue;
            }

            var civil = new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour);
            text.Append(CultureInfo.InvariantCulture, $"演示站-甲-01,{civil:yyyy-MM-dd HH:mm},{(hour == 36 ? 700 : 29 + (hour % 2))},2,{(hour == 52 ? "" : "5")}\n");
        }

        await page.GotoAsync("/imports/new?kind=readings");
        await page.FillAsync("input[name=tier]", tier);
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "hours.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) });
        await page.LeaveAsync("text=读取并预览");
        await page.LeaveAsync("text=确认导入");
    }

    // axe-core needs scripts, which the clerk's page goes without.
    private async Task AssertReadableAsync(string site, string address)
    {
        var page = await browser.OpenAsync(site);
        await page.GotoAsync(address);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }
}
