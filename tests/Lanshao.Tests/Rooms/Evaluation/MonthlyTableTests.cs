using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary>The month as the office lives it, in a browser: the preliminary table, the city's table comes, what changed, and the earlier version still there.</summary>
public sealed class MonthlyTableTests(Browser browser)
{
    private const string Month = "/rankings/pm25-month?period=2024-06";
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Page_CitysTableImported_IsIssuedAgainWithWhatChanged()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync(Month);
        await Expect(page.Locator("h1")).ToHaveTextAsync("各街道PM2.5月度快报（2024年6月，初步数据）");
        Assert.Equal(["第1版"], (await page.Locator("#versions tbody tr > :first-child").AllInnerTextsAsync()).Select(text => text.Trim()));
        Assert.Equal("24.7", await FigureAsync(page, "景山街道", 4));

        await ImportAsync(page, Path.Combine(Sources.Root, "docs/samples/city-table-2024-06.csv"));
        await page.GotoAsync(Month);

        await Expect(page.Locator("h1")).ToHaveTextAsync("各街道PM2.5月度快报（2024年6月，已通报数据）");
        Assert.Equal("24.4", await FigureAsync(page, "景山街道", 4));
        await Expect(page.Locator(".area-line")).ToContainTextAsync("第2版（已通报，");
        await Expect(page.Locator(".area-line")).ToContainTextAsync("状态由初步改为已通报");
        var changes = (await page.Locator("#changes tbody tr").AllInnerTextsAsync()).Select(text => text.Split('\t').Select(cell => cell.Trim()).ToList()).ToList();
        Assert.Contains(changes, row => row[..4].SequenceEqual(["景山街道", "当月浓度", "24.7", "24.4"]) && row[4] == "《演示2024年6月全市各街道（乡镇）PM2.5月度浓度排名》代替自动计算值（初步），原值仍保留");
        Assert.Contains(changes, row => row[..4].SequenceEqual(["景山街道", "区倒排名", "14", "15"]));
        Assert.Contains(changes, row => row[..4].SequenceEqual(["景山街道", "市倒排名", "—", "53"]));
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_EarlierVersion_StaysToBeLookedAtAndExported()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await ImportAsync(page, Path.Combine(Sources.Root, "docs/samples/city-table-2024-06.csv"));
        await page.GotoAsync(Month);

        await page.LeaveAsync("#versions tbody tr >> nth=0 >> a");

        await Expect(page.Locator("h1")).ToHaveTextAsync("各街道PM2.5月度快报（2024年6月，初步数据）");
        await Expect(page.Locator(".area-line")).ToContainTextAsync("已由第2版（已通报，");
        Assert.Equal("24.7", await FigureAsync(page, "景山街道", 4));
        var csv = await Http.GetStringAsync(new Uri(site.Address + "/tables/pm25-month.csv?period=2024-06&version=1"), TestContext.Current.CancellationToken);
        Assert.Contains("14,—,景山街道,24.7,", csv, StringComparison.Ordinal);
        await page.LeaveAsync(".area-line a");
        Assert.Equal("24.4", await FigureAsync(page, "景山街道", 4));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_RemainingLimit_TellsBothReadingsOfTheTarget()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync(Month);

        var limit = page.Locator("figure.table").First.Locator("tbody tr", new() { HasText = "龙潭街道" }).Locator("td").Nth(8).Locator("details.how");
        await limit.Locator("summary").ClickAsync();

        var drawer = await limit.Locator(".drawer").InnerTextAsync();
        Assert.Contains("÷184=31.043478260869，得31.0", drawer, StringComparison.Ordinal);
        Assert.Contains("即低于35.5：（35.5×366-", drawer, StringComparison.Ordinal);
        Assert.Contains("÷184=32.038043478260，得32.0", drawer, StringComparison.Ordinal);
        Assert.Contains("采用较严的精确限值", drawer, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task ImportAsync(IPage page, string file)
    {
        await page.GotoAsync("/imports/new?kind=city-table");
        await page.SetInputFilesAsync("input[type=file]", file);
        await page.ClickAsync("text=读取并预览");
        await page.WaitForSelectorAsync(".answer:has-text('未识别0条')");
        await page.ClickAsync("text=确认导入");
        await page.WaitForSelectorAsync(".answer:has-text('已导入')");
    }

    /// <summary>The figure of an area in a column, from 1, without what its drawer says.</summary>
    private static async Task<string> FigureAsync(IPage page, string area, int column) =>
        (await page.Locator("figure.table").First.Locator("tbody tr", new() { HasText = area }).First.Locator($"> :nth-child({column}) summary").InnerTextAsync()).Trim();
}
