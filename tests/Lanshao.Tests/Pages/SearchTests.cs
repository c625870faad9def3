using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Pages;

public sealed class SearchTests(Site site, Browser browser)
{
    [Fact]
    public async Task Search_ByAnOldNameOfAUnit_FindsItUnderItsCurrentName()
    {
        await using var db = site.Services.GetRequiredService<DataFolder>().Store.NewContext();
        var names = (await CurrentPack.ReadAsync(db, TestContext.Current.CancellationToken)).Value!.District.Names;
        var (entry, alias) = names.Entries.SelectMany(entry => entry.Aliases, (entry, alias) => (entry, alias.Text)).First(pair => !pair.entry.FullName.Contains(pair.Text, StringComparison.Ordinal) && names.Resolve(pair.Text) == pair.entry);
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/");

        await page.FillAsync("#q", alias);
        await page.PressAsync("#q", "Enter");

        await page.WaitForSelectorAsync(".found");
        Assert.Contains(entry.Name, await page.Locator(".found .found-title").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_NotFound_SuggestsTheNearestName()
    {
        await using var db = site.Services.GetRequiredService<DataFolder>().Store.NewContext();
        var name = (await CurrentPack.ReadAsync(db, TestContext.Current.CancellationToken)).Value!.District.Subdistricts[0].Name;
        var page = await browser.OpenAsync(site.Address, scripts: false);

        await page.GotoAsync($"/search?q={Uri.EscapeDataString("误" + name[1..])}");

        Assert.Contains(name, await page.InnerTextAsync(".empty"), StringComparison.Ordinal);
        await page.ClickAsync($".empty a:has-text('{name}')");
        await page.WaitForSelectorAsync($".found-title:has-text('{name}')");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_OfMarkup_ShowsItAsText()
    {
        var page = await browser.OpenAsync(site.Address);

        await page.GotoAsync("/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");

        Assert.Contains("<img src=x onerror=alert(1)>", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main img").CountAsync());
        await page.Context.CloseAsync();
    }
}
