using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit;
using Xunit.v3;

namespace Lanshao.Tests;

/// <summary>One Chromium for the tests that look at pages. Without one they are skipped by name; on a build machine that is a failure.</summary>
public sealed class Browser : IAsyncLifetime
{
    // The shell without windows first: a page of it takes two thirds of the processor time of a page of the whole browser.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Milliseconds after which a page that does not answer is a failure: many times what a busy machine needs.
    private const int Patience = 180_000;
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new();
    private static readonly ConcurrentQueue<IBrowserContext> Left = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Executable { get; } = Environment.GetEnvironmentVariable("LANSHAO_CHROMIUM") ?? Array.Find(Places, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Quiet });
    }

    /// <summary>Returns a fresh page of its own, as a clerk's browser has it.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (_browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, "No Chromium: set LANSHAO_CHROMIUM or install the package chromium.");
            Assert.Skip("No Chromium on this machine (LANSHAO_CHROMIUM).");
        }

        await CloseLeftAsync();
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        if (TestContext.Current.Test is { } test)
        {
            Opened.GetOrAdd(test.UniqueID, _ => []).Add(context);
        }

        return await context.NewPageAsync();
    }

    /// <summary>What an ended test has opened is closed before the next page opens: pages that stay open go on listening, drawing and taking memory until the last test.</summary>
    internal static void LeaveBehind(string test)
    {
        foreach (var context in Opened.TryRemove(test, out var opened) ? opened : [])
        {
            Left.Enqueue(context);
        }
    }

    private static async Task CloseLeftAsync()
    {
        while (Left.TryDequeue(out var context))
        {
            await context.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Closes the pages of each test with it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Browser.LeaveBehind(test.UniqueID);
    }
}
