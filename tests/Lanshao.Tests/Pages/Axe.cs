using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>axe-core inside a page, asked for WCAG 2.1 A and AA.</summary>
internal static class Axe
{
    private const string Ask = "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.help} | ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' || ')}`)";
    // axe-core needs scripts: in a page without them it would never answer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <summary>Returns what axe-core finds wrong, one line a rule.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!System.IO.File.Exists(File))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, "No axe-core: npm ci in eng/axe.");
            Assert.Skip("No axe-core on this machine (npm ci in eng/axe).");
        }

        // Evaluated by the debugger, not added as a script element: the page keeps its content policy.
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await page.EvaluateAsync(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        }

        var found = await page.EvaluateAsync<JsonElement>(Ask).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
