using System.Text.Json;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Rooms.Plans;

/// <summary>What a clerk does on the pages of a list and of a task, in a browser without scripts.</summary>
public sealed class TaskFormsTests(Browser browser)
{
    private const string Task = "/tasks/2-1-1?list=2024";

    [Fact]
    public async Task Task_ByItsForms_IsCompletedProvedAndLinked()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await CompleteAndRevokeAsync(page);
        await ProveAsync(page);
        await LinkAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Finding_Settled_IsNoLongerAskedAndOpensAgain()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/imports/new?kind=plan");
        await page.SetInputFilesAsync("input[type=file]", Reference.File("documents", "plan-2022.docx"));
        await page.LeaveAsync("main form button");
        await page.LeaveAsync("button:has-text('确认导入')");
        await page.GotoAsync("/plans/2022");
        var open = await page.Locator("article.settle").CountAsync();
        Assert.Empty(await Axe.ViolationsAsync(page));

        await page.Locator("article.settle input[name=how]").First.FillAsync("已与牵头部门核对，以附件为准");
        await page.LeaveAsync("article.settle >> nth=0 >> button");
        Assert.Equal(open - 1, await page.Locator("article.settle").CountAsync());
        await page.LeaveAsync("nav.tabs >> text=已处理");
        Assert.Contains("已与牵头部门核对", await page.InnerTextAsync("article.settle"), StringComparison.Ordinal);
        await page.LeaveAsync("article.settle >> nth=0 >> button:has-text('重新打开')");
        await page.GotoAsync("/plans/2022");

        Assert.Equal(open, await page.Locator("article.settle").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Api_ListsTasksTargetsFindings_ArePagedAndDescribed()
    {
        await using var site = await Site.StartAsync();
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        var tasks = await PagesAsync(http, "/api/v1/plans/2024/tasks");
        var targets = await PagesAsync(http, "/api/v1/plans/2024/targets");
        var one = await JsonAsync(http, "/api/v1/plans/2024/tasks/2-1-1");
        using var missing = await http.GetAsync(new Uri("/api/v1/plans/1999/tasks", UriKind.Relative), TestContext.Current.CancellationToken);
        var described = (await JsonAsync(http, "/api/v1/openapi.json")).GetProperty("paths");

        Assert.Equal(36, tasks.Select(task => task.GetProperty("number").GetString()).Distinct().Count());
        Assert.Equal(43, tasks.Sum(task => task.GetProperty("measures").GetArrayLength()));
        Assert.Equal(45, targets.Count);
        Assert.Equal("2-1-1", Assert.Single(one.GetProperty("measures").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal((404, "application/problem+json"), ((int)missing.StatusCode, missing.Content.Headers.ContentType?.MediaType));
        Assert.All(["", "/{code}", "/{code}/tasks", "/{code}/tasks/{number}", "/{code}/targets", "/{code}/findings"], path => Assert.True(described.TryGetProperty("/api/v1/plans" + path, out _), path));
    }

    private static async Task CompleteAndRevokeAsync(IPage page)
    {
        await page.GotoAsync(Task);
        await page.ClickAsync("#completion summary >> nth=0");
        await page.Locator("#completion input[name=day]").First.FillAsync("2999-01-01");
        await page.LeaveAsync("#completion button >> nth=0");
        Assert.Contains("PRG-010", await page.InnerTextAsync("#refusal"), StringComparison.Ordinal);

        await page.GotoAsync(Task);
        await page.ClickAsync("#completion summary >> nth=0");
        await page.Locator("#completion input[name=day]").First.FillAsync("2024-06-20");
        await page.Locator("#completion input[name=note]").First.FillAsync("现场核查无误");
        await page.LeaveAsync("#completion button >> nth=0");
        Assert.Contains("2024-06-20完成", await page.InnerTextAsync("#completion"), StringComparison.Ordinal);
        Assert.Contains("已完成", await page.InnerTextAsync("main .chip >> nth=0"), StringComparison.Ordinal);

        await page.ClickAsync("#completion summary:has-text('撤销完成') >> nth=0");
        await page.Locator("#completion input[name=reason]").First.FillAsync("材料不全");
        await page.LeaveAsync("#completion button:has-text('确定撤销完成')");
        Assert.DoesNotContain("2024-06-20完成", await page.InnerTextAsync("#completion"), StringComparison.Ordinal);
    }

    private static async Task ProveAsync(IPage page)
    {
        await page.GotoAsync(Task);
        await page.ClickAsync("#evidence summary:has-text('添加佐证')");
        await page.FillAsync("#evidence input[name=name]", "6月现场核查照片");
        await page.FillAsync("#evidence input[name=dated]", "2024-06-21");
        await page.FillAsync("#evidence input[name=source]", "样例单位");
        await page.SetInputFilesAsync("#evidence input[type=file]", new FilePayload { Name = "照片.txt", MimeType = "text/plain", Buffer = "样例"u8.ToArray() });
        await page.LeaveAsync("#evidence form >> nth=0 >> button");
        Assert.Equal(1, await page.Locator("#evidence table a[href*='/files/']").CountAsync());

        await page.ClickAsync("#evidence summary:has-text('作废')");
        await page.FillAsync("#evidence input[name=reason]", "传错文件");
        await page.LeaveAsync("#evidence button:has-text('确定作废')");
        Assert.Contains("还没有佐证材料", await page.InnerTextAsync("#evidence"), StringComparison.Ordinal);
    }

    private static async Task LinkAsync(IPage page)
    {
        await page.GotoAsync(Task);
        await page.ClickAsync("#links summary:has-text('按编号关联')");
        await page.FillAsync("#links input[name=number]", "9-9-9");
        await page.LeaveAsync("#links form:has(select) button");
        Assert.Contains("PLAN-317", await page.InnerTextAsync("#refusal"), StringComparison.Ordinal);
        Assert.Equal("9-9-9", await page.InputValueAsync("#links input[name=number]:not([type=hidden])"));

        await page.FillAsync("#links input[name=number]:not([type=hidden])", "附件7第1项第1条");
        await page.LeaveAsync("#links form:has(select) button");
        Assert.Contains("7-1-1", await page.InnerTextAsync("#links article >> nth=0"), StringComparison.Ordinal);
        await page.ClickAsync("#links summary:has-text('取消关联') >> nth=0");
        await page.LeaveAsync("#links button:has-text('确定取消关联')");
        Assert.Contains("尚未关联", await page.InnerTextAsync("#links"), StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> PagesAsync(HttpClient http, string path)
    {
        var (rows, after) = (new List<JsonElement>(), (string?)null);
        do
        {
            var page = await JsonAsync(http, after is null ? path : $"{path}?after={Uri.EscapeDataString(after)}");
            rows.AddRange(page.GetProperty("rows").EnumerateArray());
            after = page.GetProperty("after").GetString();
        }
        while (after is not null);
        return rows;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient http, string path) =>
        JsonDocument.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
}
