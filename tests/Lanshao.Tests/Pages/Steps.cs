using Microsoft.Playwright;

namespace Lanshao.Tests.Pages;

/// <summary>Steps from page to page that wait for what is seen, not for what a browser tells of loading: such a message can be missed.</summary>
internal static class Steps
{
    // The last element of every page: where it stands, all of the page stands.
    private const string NextPage = "html:not([data-left]) > body > nav.bottom";

    /// <summary>Clicks what leads to another page and returns when that one stands whole.</summary>
    public static async Task LeaveAsync(this IPage page, string link)
    {
        await page.EvaluateAsync("document.documentElement.toggleAttribute('data-left', true)");
        await page.ClickAsync(link);
        await page.Locator(NextPage).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
