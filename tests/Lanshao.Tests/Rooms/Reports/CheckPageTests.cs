using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Lanshao.Documents;
using Lanshao.Tests.Pages;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

/// <summary>核稿 as a clerk uses it: drop the file, see both places, take the commented file and the sheet home.</summary>
public sealed partial class CheckPageTests(Site site, Browser browser) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_OfficialReport_ShowsBothPlacesSideBySide()
    {
        using var http = NewClient();

        var (page, _) = await DropAsync(http, await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct), "report.docx");

        Assert.Contains("必须核对4处", page, StringComparison.Ordinal);
        Assert.Contains("96—120微克/立方米", page, StringComparison.Ordinal);
        Assert.Contains("按另一处：96—108微克/立方米", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commented_OfficialReport_IsTheSameTextWithComments()
    {
        using var http = NewClient();
        var original = await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct);

        var (_, address) = await DropAsync(http, original, "report.docx");
        var commented = await http.GetByteArrayAsync(new Uri(address + "/commented.docx", UriKind.Relative), Ct);
        var sheet = await http.GetByteArrayAsync(new Uri(address + "/sheet.docx", UriKind.Relative), Ct);

        Assert.Equal(Texts(original), Texts(commented));
        Assert.Single(DocumentReader.Read(sheet, "sheet.docx", ct: Ct).Tables);
    }

    [Fact]
    public async Task Check_NoDocument_IsRefusedOnTheForm()
    {
        using var http = NewClient();

        var (page, _) = await DropAsync(http, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]], "old.doc");

        Assert.Contains("另存为", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_UnknownKey_SaysThatItIsGone()
    {
        using var http = NewClient();

        using var answer = await http.GetAsync(new Uri("/reports/check/01890000-0000-7000-8000-000000000000", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("已经清除", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_OfLevel_ShowsOnlyThatLevelWithItsNumbers()
    {
        using var http = NewClient();
        var (_, address) = await DropAsync(http, await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct), "report.docx");

        var notes = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(address + "?level=note", UriKind.Relative), Ct));

        Assert.DoesNotContain("【必须核对】", notes, StringComparison.Ordinal);
        Assert.Contains("【提示】", notes, StringComparison.Ordinal);
        Assert.Contains("finding-11", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("finding-1\"", notes, StringComparison.Ordinal);
        Assert.All((string[])["序号", "位置与原文", "另一处", "两处数值", "计算过程", "可能的改法", "处理", "经办"], heading => Assert.Contains(heading, notes, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Result_InABrowser_BreaksNoRuleOfWcagAndDoesNotScrollSideways(int width)
    {
        using var http = NewClient();
        var (_, address) = await DropAsync(http, await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct), "report.docx");
        var page = await browser.OpenAsync(site.Address, width, 844);

        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("document.fonts.status === 'loaded'");

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    private static List<string> Texts(byte[] file) => [.. DocumentReader.Read(file, "file.docx", ct: Ct).Paragraphs.Select(paragraph => paragraph.Text)];

    private static async Task<(string Page, string Address)> DropAsync(HttpClient http, byte[] content, string name)
    {
        var token = Token().Match(await http.GetStringAsync(new Uri("/reports/check", UriKind.Relative), Ct)).Groups[1].Value;
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(file, "file", name);
        using var answer = await http.PostAsync(new Uri("/reports/check", UriKind.Relative), form, Ct);
        return (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(site.Address) };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
