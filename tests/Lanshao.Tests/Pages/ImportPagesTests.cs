using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Pages;

/// <summary>导入 as a clerk does it: choose a file, look, confirm, take back; the same file again.</summary>
public sealed partial class ImportPagesTests(Browser browser)
{
    private const string Head = "指标,地点,时段,数值,基础,状态,站点口径,沙尘口径,时段口径,来源\r\n";
    private const string Good = "pm25,全区,2021H1,41.0,公布,已通报,国控,未注明,累计,样例局\r\n";
    private const string Bad = "pm25,无此街道,2021H1,41.0,公布,已通报,国控,未注明,累计,样例局\r\npm25,全区,2021Q1,四十,公布,已通报,国控,未注明,累计,样例局\r\n";

    [Fact]
    public async Task Import_WithUnreadableRows_ShowsThemBesideTheFileAndTakesTheRest()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address);

        await UploadAsync(page, Head + Good + Bad);

        await Expect(page.Locator(".answer")).ToContainTextAsync("新增1条、修改0条、撤销0条、未变化0条，未识别2条");
        Assert.Contains("无此街道", await page.InnerTextAsync("tbody tr >> nth=1"), StringComparison.Ordinal);
        Assert.Equal("未识别", await page.InnerTextAsync("tbody tr >> nth=2 >> td >> nth=-1"));
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.ClickAsync("nav.tabs >> text=未识别");
        await Expect(page.Locator(".table-frame tbody tr")).ToHaveCountAsync(2);
        Assert.Equal(["行号", "原内容", "应为", "实为", "处理办法"], await page.Locator(".table-frame thead th").AllInnerTextsAsync());
        Assert.Equal("四十", await page.InnerTextAsync(".table-frame tbody tr >> nth=1 >> td >> nth=2"));
        Assert.StartsWith("数字", await page.InnerTextAsync(".table-frame tbody tr >> nth=1 >> td >> nth=1"), StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=下载未识别的行（CSV）"));
        var rejected = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(2, rejected.Count(line => line.Contains("IND-", StringComparison.Ordinal)));
        Assert.Contains("IND-003", rejected[1], StringComparison.Ordinal);
        Assert.Contains("四十", rejected[2], StringComparison.Ordinal);

        await page.ClickAsync("text=确认导入");
        await page.WaitForSelectorAsync(".answer:has-text('已导入：本次3行，新增1条')");
        await page.GotoAsync("/imports");
        Assert.Contains("已导入", await page.InnerTextAsync("tbody tr >> nth=0"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_OfTheSameFileAgain_SaysSoAndChangesNothing()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await UploadAsync(page, Head + Good);
        await page.ClickAsync("text=确认导入");
        await page.WaitForSelectorAsync(".answer:has-text('已导入')");

        await UploadAsync(page, Head + Good);

        await Expect(page.Locator(".notices")).ToHaveTextAsync(SameFile());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_OfACorrectedFile_ShowsTheDifferenceAndCanBeTakenBack()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);
        var rows = Good + Good.Replace("全区", "龙潭街道", StringComparison.Ordinal).Replace("国控", "街道站", StringComparison.Ordinal);
        await UploadAsync(page, Head + rows);
        await page.ClickAsync("text=确认导入");
        await page.WaitForSelectorAsync(".answer:has-text('已导入')");

        await UploadAsync(page, Head + rows.Replace("41.0", "40.9", StringComparison.Ordinal).Replace("已通报", "已更正", StringComparison.Ordinal));
        var difference = await page.InnerTextAsync(".difference tbody");
        await page.ClickAsync("text=确认导入");
        await page.WaitForSelectorAsync(".answer:has-text('修改2条')");
        var made = page.Url;
        await page.GotoAsync("/corrections");
        var corrected = await page.InnerTextAsync("table tbody");
        await page.GotoAsync(made);
        await page.ClickAsync("text=撤销导入");
        await page.WaitForSelectorAsync(".answer:has-text('已撤销')");

        Assert.Contains("41.0", difference, StringComparison.Ordinal);
        Assert.Contains("40.9", difference, StringComparison.Ordinal);
        Assert.Contains("更正", corrected, StringComparison.Ordinal);
        Assert.Contains("排名：", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", corrected, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_OfAnOldFormat_IsRefusedInWordsAndNothingIsKept()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await UploadAsync(page, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]], "old.xls");

        Assert.True((await page.InnerTextAsync("#refusal")).Length > 20);
        Assert.Equal(422, await page.EvaluateAsync<int>("performance.getEntriesByType('navigation')[0].responseStatus"));
        Assert.Equal("indicator-values", await page.GetAttributeAsync("input[name=kind]", "value"));
        await page.GotoAsync("/imports?kind=indicator-values");
        Assert.DoesNotContain("old.xls", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_WithoutAFile_IsAskedForByTheBrowser()
    {
        await using var site = await Site.StartAsync();
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/imports/new?kind=indicator-values");

        await page.ClickAsync("text=读取并预览");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('input[type=file]').matches(':invalid')"));
        Assert.EndsWith("/imports/new?kind=indicator-values", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("^该文件与[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日导入的文件内容相同，未产生任何变化。$")]
    private static partial Regex SameFile();

    private static Task UploadAsync(IPage page, string csv) => UploadAsync(page, Encoding.UTF8.GetBytes(csv), "样例.csv");

    private static async Task UploadAsync(IPage page, byte[] content, string name)
    {
        await page.GotoAsync("/imports/new?kind=indicator-values");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await page.ClickAsync("text=读取并预览");

        // The page of the import, or the form again with its refusal: until then the old page stands.
        await page.WaitForSelectorAsync(".answer, #refusal");
    }
}
