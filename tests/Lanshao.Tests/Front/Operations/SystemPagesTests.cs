using System.Net;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Front.Operations;

/// <summary>系统管理 as an operator uses it.</summary>
public sealed class SystemPagesTests(Site site, Browser browser)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VerifyAudit_Asked_RunsBehindThePageAndTheAnswerStandsOnIt()
    {
        await using var own = await Site.StartAsync();
        var page = await browser.OpenAsync(own.Address);
        await page.GotoAsync("/system/audit");

        await page.ClickAsync("text=核验审计链");
        await page.WaitForSelectorAsync(".answer:has-text('运行完毕')");

        Assert.Matches("审计链[1-9][0-9]*条完整", await page.InnerTextAsync(".answer"));
        await page.GotoAsync("/system/audit");
        await Expect(page.Locator(".answer")).ToContainTextAsync("条完整");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task VerifyAudit_OfABrokenChain_NamesTheLink()
    {
        await using var own = await Site.StartAsync();
        await using (var db = own.Data.Store.NewContext())
        {
            await db.Set<AuditEntry>().Where(link => link.Seq == 7).ExecuteUpdateAsync(set => set.SetProperty(link => link.Actor, "nobody"), Ct);
        }

        var page = await browser.OpenAsync(own.Address, scripts: false);
        await page.GotoAsync("/system/audit");
        await page.ClickAsync("text=核验审计链");
        await page.WaitForSelectorAsync(".answer:has-text('运行失败')");

        await Expect(page.Locator(".answer")).ToContainTextAsync("审计链在第7条断开，此前6条完整");
        await page.GotoAsync("/system/audit/7");
        await Expect(page.Locator("main")).ToContainTextAsync("不一致，内容被改动");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Job_Waiting_IsCancelledByItsFormOnce()
    {
        await using var own = await Site.StartAsync();
        Guid id;
        await using (var db = own.Data.Store.NewContext())
        {
            id = (await RequestJob.RunAsync(db, TidyUp.Kind, "later", new { }, new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Actor.Local, TimeProvider.System, Ct)).Value!.Id;
        }

        var page = await browser.OpenAsync(own.Address);
        await page.GotoAsync("/system/jobs?state=waiting");
        await page.ClickAsync($"tbody th a[href*='{id}']");
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync($"/system/jobs/{id}");
        await page.ClickAsync("text=取消任务");
        await Expect(page.Locator(".answer")).ToContainTextAsync("已取消");

        await second.ClickAsync("text=取消任务");
        await Expect(second.Locator("#refusal")).ToContainTextAsync("已经结束，不能取消");
        await Expect(page.Locator(".timeline li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".timeline")).ToContainTextAsync("要求取消");
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Audit_List_GoesOnByKeyAndFiltersStandInTheAddress()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/system/audit?room=Districts");
        await Expect(page.Locator("figure.table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("figure.table tbody tr")).ToContainTextAsync("辖区包");

        await page.GotoAsync("/system/audit");
        var first = await page.InnerTextAsync("figure.table tbody tr >> nth=49 >> th");
        await page.LeaveAsync("text=下一页");
        Assert.Contains($"after={first}", page.Url, StringComparison.Ordinal);
        Assert.Equal(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) - 1, int.Parse(await page.InnerTextAsync("figure.table tbody tr >> nth=0 >> th"), System.Globalization.CultureInfo.InvariantCulture));

        await page.GotoAsync("/system/audit?from=2999-01-01");
        await Expect(page.Locator(".empty")).ToContainTextAsync("没有符合条件的记录");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Audit_Entry_ShowsEveryMemberAndThatItFollows()
    {
        var page = await browser.OpenAsync(site.Address, 390);
        await page.GotoAsync("/system/audit?room=Districts");
        await page.ClickAsync("tbody th a");

        await Expect(page.Locator("main")).ToContainTextAsync("ContentHash");
        await Expect(page.Locator("main")).ToContainTextAsync("一致");
        await Expect(page.Locator("main")).ToContainTextAsync("相连");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Status_Page_SaysFolderStoreAndSettings()
    {
        await using var own = await Site.StartAsync(settings: "jobs.heavy=7");
        var page = await browser.OpenAsync(own.Address, scripts: false);
        await page.GotoAsync("/system/status");

        await Expect(page.Locator(".answer")).ToContainTextAsync("运行正常");
        await Expect(page.Locator(".answer")).ToContainTextAsync("2项不是默认值");
        await Expect(page.Locator("figure.table >> nth=0")).ToContainTextAsync(own.Data.FullPath);
        await Expect(page.Locator("#settings tr:has-text('jobs.heavy')")).ToContainTextAsync("命令行");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/system/audit.csv", "序号,时间,经办")]
    [InlineData("/system/jobs.csv", "提出时间,任务")]
    [InlineData("/system/settings.csv", "设置,说明,当前值")]
    [InlineData("/system/pack.csv", "版次,名称,应用时间")]
    public async Task Table_AsCsv_HasTheHeadOfThePage(string path, string head)
    {
        var csv = await Http.GetStringAsync(new Uri(site.Address + path), Ct);

        Assert.StartsWith(head, csv.TrimStart('\uFEFF').Replace("演示数据\r\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_AsCsv_HoldsEveryRecordOnce()
    {
        await using var own = await Site.StartAsync();
        long newest;
        await using (var db = own.Data.Store.NewContext())
        {
            newest = await db.Set<AuditEntry>().MaxAsync(link => link.Seq, Ct);
        }

        var csv = await Http.GetStringAsync(new Uri(own.Address + "/system/audit.csv"), Ct);

        Assert.True(newest > 2 * KeyPage.MostRows, $"{newest} records");
        Assert.Equal(Enumerable.Range(1, (int)newest).Reverse(), csv.Split("\r\n").Skip(1).TakeWhile(line => line.Length > 0).Where(line => char.IsAsciiDigit(line[0])).Select(line => int.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("/system/jobs/01890000-0000-7000-8000-000000000000")]
    [InlineData("/system/jobs/nothing")]
    [InlineData("/system/audit/0")]
    [InlineData("/system/audit/99999999999999999999")]
    [InlineData("/system/pack?revision=99")]
    [InlineData("/system/pack.zip?revision=99")]
    public async Task Address_OfNothing_IsNotFound(string path)
    {
        using var answer = await Http.GetAsync(new Uri(site.Address + path), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_ByAnActorWithoutTheRight_AreNotOpenedAndNotInTheMenu()
    {
        await using var own = await Site.StartAsync(services => services.AddScoped(_ => new Actor("clerk", "经办", [Permissions.IndicatorsRead])));
        foreach (var path in new[] { "/system/jobs", "/system/audit", "/system/status", "/system/pack", "/system/audit.csv" })
        {
            using var answer = await Http.GetAsync(new Uri(own.Address + path), Ct);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.DoesNotContain("审计记录", await Http.GetStringAsync(new Uri(own.Address + "/"), Ct), StringComparison.Ordinal);
    }
}
