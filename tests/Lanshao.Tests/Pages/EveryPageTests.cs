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
    public async Task Page_InBothThemesAndOnAPhone_BreaksNoRuleOfWcag(string path)
    {
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            var page = await browser.OpenAsync(site.Address, width, 844, scheme);
            await page.GotoAsync(await SitePages.FindAsync(site, path));

            Assert.Empty(await Axe.ViolationsAsync(page));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_Opened_BreachesNoContentPolicyAndLogsNoError(string path)
    {
        var page = await browser.OpenAsync(site.Address);
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
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string path)
    {
        var page = await browser.OpenAsync(site.Address, 390, 844);
        await page.GotoAsync(await SitePages.FindAsync(site, path));

        await page.WaitForFunctionAsync("document.fonts.status === 'loaded'");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_Html_HoldsNothingInline(string path)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync(await SitePages.FindAsync(site, path));

        var inline = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].filter(e => e.hasAttribute('style') || e.tagName === 'STYLE' || (e.tagName === 'SCRIPT' && !e.src) || [...e.attributes].some(a => a.name.startsWith('on'))).map(e => e.outerHTML.slice(0, 100))");

        Assert.Empty(inline);
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
