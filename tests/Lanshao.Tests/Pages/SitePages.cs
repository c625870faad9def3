using System.Net;
using System.Reflection;
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

    private static readonly IReadOnlyList<string> Templates =
        [.. from page in PageRoutes.Pages from route in page.GetCustomAttributes<RouteAttribute>() orderby route.Template select route.Template];

    /// <summary>The pages that open without a parameter.</summary>
    public static IEnumerable<string> Paths() => Templates.Where(template => !template.Contains('{', StringComparison.Ordinal));

    /// <summary>The addresses of the pages that need a parameter, as they are written in the program.</summary>
    public static IEnumerable<string> TemplatesWithParameter() =>
        Templates.Where(template => template.Contains('{', StringComparison.Ordinal) && !Unlinked.Any(start => template.StartsWith(start, StringComparison.Ordinal)));

    public static string NameOf(string path) => path == "/" ? "home" : path.Trim('/').Replace('/', '-').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);

    /// <summary>Returns the address itself or, for one with a parameter, the first of its kind that a page of the site links to.</summary>
    public static async Task<string> FindAsync(Site site, string pathOrTemplate)
    {
        if (!pathOrTemplate.Contains('{', StringComparison.Ordinal))
        {
            return pathOrTemplate;
        }

        var shape = new Regex("^" + Parameter().Replace(pathOrTemplate, "[^/?.]+") + "([?]|$)", RegexOptions.NonBacktracking);
        foreach (var path in Paths())
        {
            var html = await Http.GetStringAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);
            var found = Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).FirstOrDefault(href => shape.IsMatch(href) && !Paths().Contains(href.Split('?')[0]));
            if (found is not null)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"No page links to {pathOrTemplate}.");
    }

    [GeneratedRegex("\\{[^}]+\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
