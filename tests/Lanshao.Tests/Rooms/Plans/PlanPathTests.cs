using System.Globalization;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Rooms.Plans;

/// <summary>The way of a plan through the pages: the official file in, tasks shown, a unit's sheet out as Word and as Excel, filled in, back, and its progress shown.</summary>
public sealed class PlanPathTests(Browser browser)
{
    private const string List = "list=2022&period=2022-06";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plan_ThroughThePages_GoesInOutAndBack(bool scripts)
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: scripts);

        await ImportPlanAsync(page, scripts);
        Assert.Equal(80, (await TasksAsync(page)).Count);
        await ReturnSheetAsync(page, scripts, "Word", FilledSheet.InWord, "已检查五百辆次", "经办甲");
        await ReturnSheetAsync(page, scripts, "Excel", FilledSheet.InExcel, "已检查六百辆次", "经办乙");
        await page.Context.CloseAsync();
    }

    private static async Task ImportPlanAsync(IPage page, bool scripts)
    {
        await page.GotoAsync("/plans");
        await page.LeaveAsync("text=导入年度计划");
        await page.SetInputFilesAsync("input[type=file]", Reference.File("documents", "plan-2022.docx"));
        await PostAsync(page, "读取并预览");

        Assert.Contains("识别5个附件、80项任务、122条措施、67个目标；原表122行全部对应", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal("新增122", (await page.InnerTextAsync("nav.tabs a >> nth=1")).Replace(" ", string.Empty, StringComparison.Ordinal));
        Assert.True(await page.Locator(".table-frame .finding").CountAsync() > 0, "no finding beside a row");
        await CheckAsync(page, scripts);
        await PostAsync(page, "确认导入");
        await page.LeaveAsync("text=查看结果");
        await CheckAsync(page, scripts);
    }

    // Number and title of every task that the pages of the list show.
    private static async Task<HashSet<string>> TasksAsync(IPage page)
    {
        var (tasks, measures) = (new HashSet<string>(StringComparer.Ordinal), 0);
        while (true)
        {
            var codes = await page.Locator("figure.table tbody tr > :nth-child(1)").AllInnerTextsAsync();
            var titles = await page.Locator("figure.table tbody tr > :nth-child(3)").AllInnerTextsAsync();
            tasks.UnionWith(codes.Zip(titles, (code, title) => code.Trim()[..code.Trim().LastIndexOf('-')] + title));
            measures += codes.Count;
            if (await page.Locator("a[rel=next]").CountAsync() == 0)
            {
                Assert.Equal(122, measures);
                return tasks;
            }

            await page.LeaveAsync("a[rel=next] >> nth=0");
        }
    }

    private static async Task ReturnSheetAsync(IPage page, bool scripts, string form, Func<byte[], (string Key, string[] Typed)[], byte[]> fill, string progress, string clerk)
    {
        await page.GotoAsync($"/units?{List}");
        await page.LeaveAsync("figure.table tbody th a >> nth=0");
        var rows = await page.Locator("figure.table tbody tr").CountAsync();
        var code = (await page.Locator("figure.table tbody tr").First.Locator("a").First.InnerTextAsync()).Trim();
        await CheckAsync(page, scripts);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"text=填报表（{form}）"));
        var sheet = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await page.LeaveAsync("text=读回填好的任务单");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = download.SuggestedFilename, MimeType = "application/octet-stream", Buffer = fill(sheet, [(code, [progress, "否", clerk, "000-00000000"])]) });
        await PostAsync(page, "读取并预览");
        Assert.Contains(progress, await page.InnerTextAsync(".staged"), StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{rows - 1}"), await page.InnerTextAsync(".findings >> nth=0"), StringComparison.Ordinal);
        await CheckAsync(page, scripts);
        await PostAsync(page, "确认导入");
        await page.LeaveAsync("text=查看结果");
        Assert.Contains("报送", await page.InnerTextAsync("figure.table tbody tr >> nth=0"), StringComparison.Ordinal);
        await CheckAsync(page, scripts);

        await page.GotoAsync($"/tasks/{code}?{List}");
        Assert.Contains(progress, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await CheckAsync(page, scripts);
    }

    private static async Task PostAsync(IPage page, string button)
    {
        await page.LeaveAsync($"button:has-text('{button}')");
        Assert.Empty(await page.Locator("#refusal").AllInnerTextsAsync());
    }

    // The rules of accessibility are asked where scripts run at all.
    private static async Task CheckAsync(IPage page, bool scripts)
    {
        if (scripts)
        {
            Assert.Empty(await Axe.ViolationsAsync(page));
        }
    }
}
