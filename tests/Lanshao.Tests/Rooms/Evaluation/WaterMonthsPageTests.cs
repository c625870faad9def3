using Lanshao.Tests.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary>断面和社区点位按月: classes, what makes them, changes and statistics, in a browser.</summary>
public sealed class WaterMonthsPageTests(Site site, Browser browser)
{
    [Fact]
    public async Task Page_Sections_SayClassItemsAndStatistics()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/water?period=2024H1");
        await page.LeaveAsync("nav.tabs a:has-text('按月水质')");

        await Expect(page.Locator("h1")).ToHaveTextAsync("2024年6月按月水质");
        await Expect(page.Locator(".answer")).ToContainTextAsync("6月，9个断面有监测结果，优良水体比例");
        await Expect(page.Locator("#places tbody tr")).ToHaveCountAsync(9);
        Assert.Equal("全区", (await page.Locator("#statistics tbody tr").First.Locator("> :first-child").InnerTextAsync()).Trim());
        var drawer = page.Locator("#places tbody tr").First.Locator("> :nth-child(5) details.how");
        await drawer.Locator("summary").ClickAsync();
        await Expect(drawer.Locator(".drawer")).ToContainTextAsync("单因子评价，取最差项目的类别");
        await Expect(drawer.Locator(".drawer")).ToContainTextAsync("GB3838-2002");
        await Expect(drawer.Locator(".drawer")).ToContainTextAsync("演示 水质监测");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_Points_KeepNoWaterAsAResult()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/water/months?kind=points&period=2024-06");

        await Expect(page.Locator("#places tbody tr")).ToHaveCountAsync(19);
        await Expect(page.Locator(".answer")).ToContainTextAsync("6月，19个点位有监测结果");
        await Expect(page.Locator(".answer")).ToContainTextAsync("无水1个");
        Assert.Equal(1, await page.Locator("#places tbody tr > :nth-child(5) summary:text-is('无水')").CountAsync());
        await page.Context.CloseAsync();
    }
}
