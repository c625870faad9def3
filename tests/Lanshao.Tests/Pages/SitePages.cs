using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lanshao.Hosting;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>The pages of the program, found as the program and a reader find them.</summary>
internal static partial class SitePages
{
    // Pages of what a new site has none of: their own tests hand in a file or start a job first.
    private static readonly string[] Unlinked = ["/reports/carry-over/", "/reports/check/", "/reports/submissions/{", "/reports/{", "/imports/", "/system/jobs/"];
    private static readonly HttpClient Http = new();

    // What the pages of a site link to, read once a site: tests of one site that look for addresses follow no link that comes later.
    private static readonly ConditionalWeakTable<Site, Lazy<Task<IReadOnlyList<string>>>> Linked = [];

    private static readonly IReadOnlyList<string> Templates =
        [.. from page in PageRoutes.Pages from route in page.GetCustomAttributes<RouteAttribute>() orderby route.Template select route.Template];

    /// <summary>The pages that open without a parameter.</summary>
    public static IEnumerable<string> Paths() => Templates.Where(template => !template.Contains('{', StringComparison.Ordinal));

    /// <summary>The addresses of the pages that need a parameter, as they are written in the program.</summary>
    public static IEnumerable<string> TemplatesWithParameter() =>
        Templates.Where(template => template.Contains('{', StringComparison.Ordinal) && !Unlinked.Any(start => template.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>The addresses of all pages that need a parameter.</summary>
    public static IEnumerable<string> AllTemplatesWithParameter() => Templates.Where(template => template.Contains('{', StringComparison.Ordinal));

    public static string NameOf(string path) => path == "/" ? "home" : path.Trim('/').Replace('/', '-').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);

    /// <summary>Returns the address itself or, for one with a parameter, the first of its kind that a page of the site links to.</summary>
    public static async Task<string> FindAsync(Site site, string pathOrTemplate)
    {
        if (!pathOrTemplate.Contains('{', StringComparison.Ordinal))
        {
            return pathOrTemplate;
        }

        return Find(await Linked.GetValue(site, looked => new(() => LinksAsync(looked.Address))).Value, pathOrTemplate)
            ?? throw new InvalidOperationException($"No page links to {pathOrTemplate}.");
    }

    /// <summary>Returns the first of these addresses that has the shape of a template, or null.</summary>
    public static string? Find(IReadOnlyList<string> links, string template)
    {
        var shape = new Regex("^" + Parameter().Replace(template, "[^/?.]+") + "([?]|$)", RegexOptions.NonBacktracking);
        return links.FirstOrDefault(href => shape.IsMatch(href));
    }

    /// <summary>Returns what the pages without a parameter link to and is no such page itself, in their order.</summary>
    public static async Task<IReadOnlyList<string>> LinksAsync(string address)
    {
        var (paths, links) = (Paths().ToHashSet(), new List<string>());
        foreach (var path in Paths())
        {
            var html = await Http.GetStringAsync(new Uri(address + path), TestContext.Current.CancellationToken);
            links.AddRange(Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(href => !paths.Contains(href.Split('?')[0])));
        }

        return links;
    }

    [GeneratedRegex("\\{[^}]+\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
