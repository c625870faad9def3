using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Pages;

/// <summary>What holds on every page, looked at in a real browser.</summary>
public sealed class EveryPageTests(Site site, Browser browser)
{
    public static TheoryData<string> Paths => [.. SitePages.Paths(), .. SitePages.TemplatesWithParameter(), "/no/such/page", "/?period=abc&place=nowhere", "/search?q=街道", "/search?q=%3Cb%3Exyzzy"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_InBothThemes_KeepsItsContentPolicyLogsNoErrorAndBreaksNoRuleOfWcag(string path)
    {
        var page = await browser.OpenAsync(site.Address, 1440, 844);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/policy-reports", StringComparison.Ordinal) || !request.Url.StartsWith(site.Address, StringComparison.Ordinal))
            {
                complaints.Add(request.Url);
            }
        };

        await page.GotoAsync(await SitePages.FindAsync(site, path), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(page.Locator("html.scripted")).ToHaveCountAsync(1);

        Assert.Empty(complaints);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/devices", "auto")]
    [InlineData("/noise", "auto")]
    [InlineData("/system/audit", "wide")]
    public async Task Print_OfAWideTable_LiesOnItsSideOnlyWithRows(string path, string sheet)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.GotoAsync(path);

        Assert.Equal(sheet, await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).page"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PolicyBreach_InABrowser_IsReportedLoggedAndCounted()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/");

        await page.RunAndWaitForRequestFinishedAsync(
            () => page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s); }"),
            new() { Predicate = request => request.Url.EndsWith("/policy-reports", StringComparison.Ordinal) });

        Assert.False(await page.EvaluateAsync<bool>("window.ran === true"));
        Assert.NotEmpty(await site.Log.LineAsync("Content policy breached", TestContext.Current.CancellationToken));
        await page.Context.CloseAsync();
    }
}
