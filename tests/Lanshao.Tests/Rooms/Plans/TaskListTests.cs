using System.Text;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Rooms.Plans;

/// <summary>任务清单 as a clerk narrows it, and a file of which it is not clear what list it is.</summary>
public sealed class TaskListTests(Site site, Browser browser)
{
    [Theory]
    [InlineData("2024-06", "需关注")]
    [InlineData("2024", "已逾期")]
    public async Task EveryState_Chosen_ShowsItsTasksAndAllTogetherAreTheList(string period, string present)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync($"/tasks?period={period}");
        var all = await page.Locator("figure.table tbody tr").CountAsync();
        var states = await page.Locator("#f-state option:not([value=''])").AllInnerTextsAsync();
        var found = new Dictionary<string, int>();

        foreach (var state in states)
        {
            await page.SelectOptionAsync("#f-state", new SelectOptionValue { Label = state });
            await page.LeaveAsync("form.filters button");
            var shown = await page.Locator("figure.table tbody .chip").AllInnerTextsAsync();
            Assert.All(shown, word => Assert.Equal(state, word.Trim()));
            Assert.StartsWith($"共{shown.Count}条措施", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
            found[state] = shown.Count;
        }

        Assert.Equal(6, states.Count);
        Assert.Equal(all, found.Values.Sum());
        Assert.NotEqual(0, found[present]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Groups_OpenedOnRequest_NameTheUnitsBehindThem()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/tasks?list=2024&q=1-1-1");
        Assert.DoesNotContain("东华门街道", await page.InnerTextAsync("figure.table"), StringComparison.Ordinal);

        await page.LeaveAsync("text=展开集体名称");
        var opened = await page.InnerTextAsync("figure.table");
        await page.LeaveAsync("figure.table tbody a >> nth=0");
        await page.LeaveAsync("text=展开集体名称");
        var task = await page.InnerTextAsync("figure.table >> nth=0");
        await page.LeaveAsync("text=收起集体名称");

        Assert.Contains("各街道（地区）（18家：东华门街道、景山街道、", opened, StringComparison.Ordinal);
        Assert.Contains("各街道（地区）（18家：东华门街道、景山街道、", task, StringComparison.Ordinal);
        Assert.DoesNotContain("18家", await page.InnerTextAsync("figure.table >> nth=0"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UnitSheet_OfASubdistrict_SaysWhichGroupMeansIt()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/units?list=2024");

        await page.LeaveAsync("figure.table tbody a:text-is('东华门街道')");

        Assert.Contains("展开自“各街道（地区）”", await page.InnerTextAsync("figure.table"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("是另一份清单，与已有清单并列", "2024-2")]
    [InlineData("是“", "2024")]
    public async Task FileOfAnUnclearList_IsAskedAboutBeforeItCanBeConfirmed(string answer, string list)
    {
        await using var own = await Site.StartAsync();
        var page = await browser.OpenAsync(own.Address, scripts: false);
        await page.GotoAsync("/imports/new?kind=plan");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "安排.txt", MimeType = "text/plain", Buffer = Retitled() });
        await page.LeaveAsync("text=读取并预览");

        Assert.Contains("PLAN-313", await page.InnerTextAsync(".findings >> nth=0"), StringComparison.Ordinal);
        Assert.True(await page.IsDisabledAsync("button:has-text('确认导入')"));
        await page.LeaveAsync($"button:has-text('{answer}')");
        Assert.DoesNotContain("PLAN-313", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.LeaveAsync("button:has-text('确认导入')");
        await page.LeaveAsync("text=查看结果");

        Assert.EndsWith($"list={list}", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    // The sample plan under another title, with one figure changed.
    private static byte[] Retitled() => Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Sources.Root, "packs/dongcheng/plans/demo-plan-2024.txt"))
        .Replace("东城区2024年污染防治工作计划（样例）", "东城区2024年污染防治任务安排（样例）", StringComparison.Ordinal)
        .Replace("不少于5个", "不少于6个", StringComparison.Ordinal));
}
