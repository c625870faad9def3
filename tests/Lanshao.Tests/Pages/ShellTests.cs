using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Pages;

/// <summary>The frame and the components as a clerk uses them.</summary>
public sealed class ShellTests(Site site, Browser browser)
{
    [Fact]
    public async Task Slash_OutsideAField_FocusesTheSearch()
    {
        var page = await OpenAsync("/");

        await page.Keyboard.PressAsync("/");

        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync(string.Empty);
    }

    [Fact]
    public async Task PeriodAndPlace_Chosen_StandInTheAddressAndTravelWithLinks()
    {
        var page = await OpenAsync("/components?sort=-value", scripts: false);

        await page.SelectOptionAsync("#view-period", "2024H1");
        await page.SelectOptionAsync("#view-place", new SelectOptionValue { Index = 2 });
        await page.LeaveAsync("form.view button");
        Assert.Matches("/components[?].*period=2024H1&place=subdistrict%3A", page.Url);
        await page.LeaveAsync("nav.menu a:has-text('首页')");

        Assert.Matches("/[?]period=2024H1&place=subdistrict%3A", page.Url);
        Assert.Equal("2024H1", await page.InputValueAsync("#view-period"));
    }

    [Fact]
    public async Task PeriodAndFilters_WithoutScripts_WorkByTheirButtons()
    {
        var page = await OpenAsync("/components", scripts: false);

        await page.SelectOptionAsync("#view-period", "2024-06");
        await page.LeaveAsync("form.view button");
        await page.FillAsync("#f-q", "扬尘");
        await page.LeaveAsync("form.filters button");

        Assert.Contains("q=%E6%89%AC%E5%B0%98", page.Url, StringComparison.Ordinal);
        Assert.Contains("period=2024-06", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenPeriod_IsSaidAndThePageStays()
    {
        var page = await OpenAsync("/?period=1e400");

        Assert.Contains("“1e400”不是可识别的时段", await page.InnerTextAsync(".notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyText_Clicked_CopiesTheAnswerWithBasisAndSampleMark()
    {
        var page = await OpenAsync("/components");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.ClickAsync("text=复制文字");
        await page.WaitForSelectorAsync("text=已复制");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.StartsWith("4个街道中2个同比下降", copied, StringComparison.Ordinal);
        Assert.EndsWith("［演示数据］", copied, StringComparison.Ordinal);
        Assert.True(copied.Length <= 120, copied);
    }

    [Fact]
    public async Task SavePicture_Clicked_DownloadsAPngAsWideAsTheTable()
    {
        var page = await OpenAsync("/components");

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("figure.table >> nth=0 >> text=存为图片"));
        var bytes = await System.IO.File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        Assert.Equal("各街道2024年1—6月PM2.5累计浓度情况.png", download.SuggestedFilename);
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
        var width = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16, 4));
        Assert.InRange(width, 2 * 900, 2 * 1440);
        if (Environment.GetEnvironmentVariable("LANSHAO_GALLERY") is { Length: > 0 } folder)
        {
            await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, "table-picture.png"), bytes, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task HowDrawer_OpenedAndEscaped_GivesTheFocusBack()
    {
        var page = await OpenAsync("/components");
        var mark = page.Locator("figure.table >> nth=0 >> details.how summary >> nth=0");

        await mark.ClickAsync();
        await Expect(page.Locator("details[open] .drawer >> text=修约")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("details[open]")).ToHaveCountAsync(0);
        await Expect(mark).ToBeFocusedAsync();
    }

    [Fact]
    public async Task HowDrawer_WithoutScripts_OpensAndCloses()
    {
        var page = await OpenAsync("/components", scripts: false);
        var mark = page.Locator("figure.table >> nth=0 >> details.how summary >> nth=0");

        await mark.ClickAsync();
        await Expect(page.Locator("details[open] .drawer >> text=修约")).ToBeVisibleAsync();
        await mark.ClickAsync();

        await Expect(page.Locator("details[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sorting_ThreeClicks_DescendsAscendsAndReturnsToOfficialOrder()
    {
        var page = await OpenAsync("/components");
        var names = page.Locator("figure.table >> nth=0 >> tbody th");

        await page.ClickAsync("figure.table >> nth=0 >> th a:has-text('同比变化')");
        await Expect(names).ToHaveTextAsync(["丙（地区）", "甲街道", "乙街道", "丁街道", "全区"]);
        await page.ClickAsync("figure.table >> nth=0 >> th a:has-text('同比变化')");
        await Expect(names).ToHaveTextAsync(["乙街道", "甲街道", "丙（地区）", "丁街道", "全区"]);
        await page.ClickAsync("figure.table >> nth=0 >> th a:has-text('同比变化')");

        await Expect(names).ToHaveTextAsync(["甲街道", "乙街道", "丙（地区）", "丁街道", "全区"]);
        Assert.DoesNotContain("sort=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingValue_FocusedByKeyboard_TellsItsReason()
    {
        var page = await OpenAsync("/components");
        var mark = page.Locator("figure.table >> nth=0 >> .reason >> nth=0");

        await Expect(mark.Locator(".reason-text")).ToBeHiddenAsync();
        await mark.FocusAsync();

        await Expect(mark.Locator(".reason-text")).ToBeVisibleAsync();
        Assert.Contains("未导入市级排名", await mark.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_ChosenWithoutScripts_IsKept()
    {
        var page = await OpenAsync("/preferences", scripts: false);

        await ChooseAsync(page, "深色");
        await page.GotoAsync("/");

        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
    }

    [Fact]
    public async Task Language_English_IsKeptAndFallsBackToChinese()
    {
        var page = await OpenAsync("/preferences");

        await ChooseAsync(page, "English");
        await page.GotoAsync("/");

        Assert.Equal("Home", await page.InnerTextAsync("nav.menu a >> nth=1"));
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensAndClosesWithoutScripts()
    {
        var page = await OpenAsync("/", width: 390, scripts: false);
        await Expect(page.Locator("nav.menu")).ToBeHiddenAsync();

        await page.ClickAsync("nav.bottom >> text=菜单");
        await Expect(page.Locator("nav.menu >> text=首页")).ToBeVisibleAsync();
        await page.ClickAsync("text=收起菜单");

        await Expect(page.Locator("nav.menu")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Targets_OnAPhone_AreAtLeast44PixelsHigh()
    {
        var page = await OpenAsync("/components", width: 390);

        var low = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('button, .bottom a, .table-exports a, .tabs a, .pager a, select, input:not([type=hidden])')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 90) + e.getBoundingClientRect().height)");

        Assert.Empty(low);
    }

    /// <summary>Waits for the page that shows the choice: to leave before would stop the browser on its way.</summary>
    private static async Task ChooseAsync(IPage page, string words)
    {
        await page.ClickAsync($"button:has-text('{words}')");
        await Expect(page.Locator($"button[aria-pressed=true]:has-text('{words}')")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(string path, int width = 1440, bool scripts = true)
    {
        var page = await browser.OpenAsync(site.Address, width, scripts: scripts);
        await page.GotoAsync(path);
        return page;
    }
}
