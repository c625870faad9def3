using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Pages;

/// <summary>What every official table of every page offers, tried one by one: Word, Excel, CSV, print, picture, and 怎么算的 behind its figures.</summary>
public sealed class EveryTableTests(Site site, Browser browser)
{
    private const string Tables = "figure.table:has(tbody tr)";

    // Forms, lists of links, charts, and what a new site has nothing of yet.
    private static readonly string[] WithoutTables = ["/air/calendar", "/air/day", "/air/forecasts", "/air/sand", "/air/stations", "/air/statistics", "/air/weather", "/alerts", "/alerts/alert", "/alerts/duty", "/alerts/fume", "/alerts/night", "/alerts/rules/rule", "/components/charts", "/corrections", "/corrections/sheet", "/devices", "/devices/device", "/devices/doubts", "/devices/quarantine", "/devices/review", "/devices/reviews", "/devices/series", "/dust/drives", "/dust/monthly", "/dust/roads", "/figures/{id:guid}", "/imports", "/imports/new", "/inbox", "/noise", "/preferences", "/progress", "/rankings/budget", "/rankings/disputes", "/rankings/round", "/rankings/rounds", "/reports/carry-over", "/reports/check", "/reports/layouts", "/reports/regular", "/reports/special", "/reports/submissions", "/search", "/system/jobs"];
    private static readonly HttpClient Http = new();

    public static TheoryData<string> Paths => [.. SitePages.Paths().Concat(SitePages.TemplatesWithParameter()).Except(WithoutTables)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Files_OfEveryTable_AnswerWithWhatThePageShows(string path)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync(await SitePages.FindAsync(site, path));
        var tables = await page.Locator(Tables).AllAsync();

        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Assert.Equal(["Word", "Excel", "CSV"], await table.Locator(".table-exports a").AllInnerTextsAsync());
            var (word, excel, csv) = (await GetAsync(table, "Word"), await GetAsync(table, "Excel"), await GetAsync(table, "CSV"));
            Assert.Equal(("PK", "PK"), (Encoding.ASCII.GetString(word, 0, 2), Encoding.ASCII.GetString(excel, 0, 2)));
            Assert.Contains(await FirstNameAsync(table), Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task PictureAndPrint_OfEveryTable_DoWhatTheySay(string path)
    {
        var page = await browser.OpenAsync(site.Address);
        await page.AddInitScriptAsync("window.printed = 0; window.print = () => { window.printed++; };");
        await page.GotoAsync(await SitePages.FindAsync(site, path));
        await Expect(page.Locator("html.scripted")).ToHaveCountAsync(1);
        var tables = await page.Locator(Tables).AllAsync();

        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            await table.GetByText("打印", new() { Exact = true }).ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => table.GetByText("存为图片", new() { Exact = true }).ClickAsync());
            var picture = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            Assert.Equal("PNG"u8, picture.AsSpan(1, 3));
        }

        Assert.Equal(tables.Count, await page.EvaluateAsync<int>("window.printed"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rankings")]
    [InlineData("/rankings/{Code}")]
    [InlineData("/dust")]
    [InlineData("/dust/{Code}")]
    [InlineData("/water")]
    [InlineData("/water/{Code}")]
    [InlineData("/air")]
    [InlineData("/places/{Code}")]
    [InlineData("/tasks/{Code}")]
    public async Task HowDrawer_OfEveryFigure_SaysWhereItComesFrom(string path)
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync(await SitePages.FindAsync(site, path));
        await Expect(page.Locator("html.scripted")).ToHaveCountAsync(1);

        var figures = await page.Locator("details.how").CountAsync();
        var said = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('details.how')].filter(how => { const said = [...how.querySelectorAll('.drawer dd')]; return said.length > 1 && said.every(dd => dd.textContent.trim()); }).length");
        await page.Locator("details.how summary").First.ClickAsync();

        await Expect(page.Locator("details[open] .drawer")).ToBeVisibleAsync();
        Assert.Equal(figures, said);
        await page.Context.CloseAsync();
    }

    // What names the first row, without the remark below it.
    private static async Task<string> FirstNameAsync(ILocator table) =>
        (await table.Locator("tbody tr:not(.section) .row-head").First.InnerTextAsync()).Split('\n')[0].Trim();

    private async Task<byte[]> GetAsync(ILocator table, string format)
    {
        var href = await table.Locator($".table-exports a:text-is('{format}')").GetAttributeAsync("href");
        using var answer = await Http.GetAsync(new Uri(new Uri(site.Address), href), TestContext.Current.CancellationToken);
        Assert.Equal("attachment", answer.EnsureSuccessStatusCode().Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
