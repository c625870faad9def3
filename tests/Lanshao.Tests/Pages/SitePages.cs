using System.Reflection;
using Lanshao.Hosting;
using Microsoft.AspNetCore.Components;

namespace Lanshao.Tests.Pages;

/// <summary>The pages of the program that open without a parameter, found as the program finds them.</summary>
internal static class SitePages
{
    public static IEnumerable<string> Paths() =>
        from page in PageRoutes.Pages
        from route in page.GetCustomAttributes<RouteAttribute>()
        where !route.Template.Contains('{', StringComparison.Ordinal)
        orderby route.Template
        select route.Template;

    public static string NameOf(string path) => path == "/" ? "home" : path.Trim('/').Replace('/', '-');
}
