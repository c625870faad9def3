using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>Photographs every page for people to look at: <c>eng/gallery.sh</c> runs it, tests do not. A site that runs already, with what devices have sent, is photographed in the place of a new one.</summary>
public sealed class Gallery(Browser browser)
{
    private const string Figures = "指标,地点,时段,数值,基础,状态,站点口径,沙尘口径,时段口径,来源\r\npm25,全区,2024H1,37.9,公布,已更正,国控,未注明,累计,样例局\r\npm25,无此街道,2024H1,41.0,公布,已通报,国控,未注明,累计,样例局\r\npm25,全区,2024Q1,四十,公布,已通报,国控,未注明,累计,样例局\r\n";

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
        var running = Environment.GetEnvironmentVariable("LANSHAO_GALLERY_SITE");
        await using var site = running is null or "" ? await Site.StartAsync() : null;
        var address = site?.Address ?? running!;
        var paths = await PathsAsync(address);
        foreach (var (view, width, height, scheme) in Views)
        {
            var page = await browser.OpenAsync(address, width, height, scheme);
            foreach (var (name, path) in paths)
            {
                await page.GotoAsync(path);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{view}.png"), FullPage = true });
            }

            await page.Context.CloseAsync();
        }

        var printed = await browser.OpenAsync(address);
        foreach (var (name, path) in paths)
        {
            await printed.GotoAsync(path);
            await printed.PdfAsync(new() { Path = Path.Combine(folder, $"{name}.print.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        }

        await printed.Context.CloseAsync();
    }

    /// <summary>All pages without a parameter, of those with one the first that a page links to, and some in a state that takes a step to reach.</summary>
    private async Task<IReadOnlyList<(string Name, string Path)>> PathsAsync(string address)
    {
        var page = await browser.OpenAsync(address, scripts: false);
        var paths = SitePages.Paths().Select(path => (SitePages.NameOf(path), path)).ToList();
        paths.Add(("error", "/no/such/page"));
        await page.GotoAsync("/imports/new?kind=indicator-values");
        paths.Add(("imports-new-form", "/imports/new?kind=indicator-values"));
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "样例.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Figures) });
        await page.LeaveAsync("text=读取并预览");
        paths.Add(("imports-preview", new Uri(page.Url).AbsolutePath));
        var links = await SitePages.LinksAsync(address);
        foreach (var template in SitePages.AllTemplatesWithParameter().Where(template => SitePages.Find(links, template) is not null))
        {
            paths.Add((SitePages.NameOf(template), SitePages.Find(links, template)!));
        }

        await page.GotoAsync("/imports/new?kind=plan");
        await page.SetInputFilesAsync("input[type=file]", Reference.File("documents", "plan-2022.docx"));
        await page.LeaveAsync("text=读取并预览");
        paths.Add(("imports-plan", new Uri(page.Url).AbsolutePath));
        paths.Add(("tasks-filtered", "/tasks?domain=Air&state=NeedsAttention"));
        paths.Add(("progress-list", "/progress/list?list=2024-q2"));
        paths.Add(("home-english", "/?lang=en"));
        paths.Add(("rankings-english", "/rankings?lang=en"));
        await page.Context.CloseAsync();
        return paths;
    }
}
