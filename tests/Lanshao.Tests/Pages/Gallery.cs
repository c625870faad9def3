using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>Photographs every page for people to look at: <c>eng/gallery.sh</c> runs it, tests do not.</summary>
public sealed class Gallery(Site site, Browser browser)
{
    private static readonly (string Name, int Width, int Height, ColorScheme Scheme)[] Views =
    [
        ("1440-light", 1440, 900, ColorScheme.Light),
        ("1440-dark", 1440, 900, ColorScheme.Dark),
        ("768-light", 768, 1024, ColorScheme.Light),
        ("390-light", 390, 844, ColorScheme.Light),
        ("390-dark", 390, 844, ColorScheme.Dark),
    ];

    [Fact(Explicit = true)]
    public async Task Photograph_EveryPage_InEveryView()
    {
        var folder = Environment.GetEnvironmentVariable("LANSHAO_GALLERY") ?? throw new InvalidOperationException("LANSHAO_GALLERY names the folder.");
        foreach (var (view, width, height, scheme) in Views)
        {
            var page = await browser.OpenAsync(site.Address, width, height, scheme);
            foreach (var path in SitePages.Paths())
            {
                await page.GotoAsync(path);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{SitePages.NameOf(path)}.{view}.png"), FullPage = true });
            }

            await page.Context.CloseAsync();
        }

        var printed = await browser.OpenAsync(site.Address);
        foreach (var path in SitePages.Paths())
        {
            await printed.GotoAsync(path);
            await printed.PdfAsync(new() { Path = Path.Combine(folder, $"{SitePages.NameOf(path)}.print.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        }
    }
}
