using Lanshao.Tests.Pages;
using Xunit;

namespace Lanshao.Tests.Rooms.Progress;

/// <summary>进展报送 in a browser: which period is asked about, and the table of a quarter's list as it is printed.</summary>
public sealed class ProgressPagesTests(Site site, Browser browser)
{
    [Theory]
    [InlineData("/progress", "2024年6月进展报送情况")]
    [InlineData("/progress?period=2024", "2024年12月进展报送情况")]
    [InlineData("/progress?period=2024-05", "2024年5月进展报送情况")]
    [InlineData("/progress?period=2023", "2024年1月进展报送情况")]
    [InlineData("/progress?list=2024-q2", "2024年二季度进展报送情况")]
    public async Task Progress_Opened_AsksAboutThePeriodInView(string path, string title)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await page.GotoAsync(path);

        Assert.Equal(title, await page.InnerTextAsync("h1"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ListProgress_OfAQuarter_StandsAsItIsPrinted()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await page.GotoAsync("/progress/list?list=2024-q2");

        Assert.Equal("重点任务进展表（2024年二季度）", await page.InnerTextAsync("h1"));
        Assert.Equal("22项：符合预期21项，另1项为文字建议（第6项）。", await page.InnerTextAsync(".answer"));
        Assert.Equal(["序号", "重点任务内容", "责任部门", "二季度进展", "是否符合预期", "对应年度计划编号"], await page.Locator("figure.table thead th").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Period_NotYetOpened_IsOpenedByItsButton()
    {
        await using var own = await Site.StartAsync();
        var page = await browser.OpenAsync(own.Address, scripts: false);
        await page.GotoAsync("/progress");

        await page.LeaveAsync("text=开始2024年6月报送");

        Assert.StartsWith("2024年6月应报", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.EndsWith("截止7月3日。", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal("未报", await page.InnerTextAsync("figure.table tbody tr >> nth=0 >> .chip"));
        await page.Context.CloseAsync();
    }
}
