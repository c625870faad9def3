using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>What holds on every page on a phone and without scripts: a class of its own, since tests of one class follow one another.</summary>
public sealed class NarrowPageTests(Site site, Browser browser)
{
    public static TheoryData<string> Paths => EveryPageTests.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnAPhone_DoesNotScrollSidewaysAndBreaksNoRuleOfWcag(string path)
    {
        var page = await browser.OpenAsync(site.Address, 390, 844);
        await page.GotoAsync(await SitePages.FindAsync(site, path));

        await page.WaitForFunctionAsync("document.fonts.status === 'loaded'");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await Axe.ViolationsAsync(page));
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
}
