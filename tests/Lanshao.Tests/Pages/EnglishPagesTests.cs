using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>What guides a reader is English throughout once English is chosen: menu, titles, heads of columns, labels, buttons, tabs, states. Sentences and data may stay Chinese.</summary>
public sealed class EnglishPagesTests(Site site, Browser browser)
{
    private const string Guiding = "nav.menu a, .menu-group, h1, .section-title, thead th, label, main button:not([lang]), main a.button, .table-exports a, nav.tabs a, .chip, .step > summary";

    // Their titles are data: a printed table, an issued plan, a task.
    private static readonly string[] TitledByData = ["/rankings", "/rankings/{Code}", "/dust", "/dust/{Code}", "/water", "/water/{Code}", "/plans/{code}", "/tasks/{Code}"];

    public static TheoryData<string> Paths => [.. SitePages.Paths().Concat(SitePages.TemplatesWithParameter()).Where(path => !path.StartsWith("/components", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_InEnglish_GuidesInEnglish(string path)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        var address = await SitePages.FindAsync(site, path);
        await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");

        var chinese = await page.EvaluateAsync<string[]>("guiding => [...document.querySelectorAll(guiding)].map(e => e.tagName + ' ' + e.textContent.trim().replace(/\\s+/g, ' ')).filter(text => /\\p{Script=Han}/u.test(text) && !/[A-Za-z]{3,}/.test(text.replace(/^\\S+ /, '')))", Guiding);

        Assert.DoesNotContain(chinese, text => !(text.StartsWith("H1 ", StringComparison.Ordinal) && TitledByData.Contains(path)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task English_ChosenInThePreferences_StaysOnThePagesThatFollow()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/preferences");

        await page.LeaveAsync("button:has-text('English')");
        await page.GotoAsync("/tasks");

        Assert.Equal("Task list 2024", await page.InnerTextAsync("h1"));
        Assert.Equal("Deadline", await page.InnerTextAsync("figure.table thead th >> nth=4"));
        await page.Context.CloseAsync();
    }
}
