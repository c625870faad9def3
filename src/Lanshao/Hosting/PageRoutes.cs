using System.Reflection;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Microsoft.AspNetCore.Components;

namespace Lanshao.Hosting;

/// <summary>Every routable component is a GET endpoint that carries its attributes; posts are endpoints of their own.</summary>
public static class PageRoutes
{
    public static IEnumerable<Type> Pages { get; } = typeof(PageRoutes).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false));

    public static void Map(IEndpointRouteBuilder app, bool withSamples)
    {
        foreach (var page in Pages)
        {
            if (page.IsDefined(typeof(SamplesOnlyAttribute)) && !withSamples)
            {
                continue;
            }

            foreach (var route in page.GetCustomAttributes<RouteAttribute>())
            {
                app.MapMethods(route.Template, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) => Show(page, context.Request.RouteValues))
                    .WithMetadata([page, .. page.GetCustomAttributes()])
                    .WithDisplayName($"page {page.Name} {route.Template}")
                    .ExcludeFromDescription();
            }
        }
    }

    /// <summary>Shows a page again with what was typed and why it was refused.</summary>
    /// <param name="context">The request that was refused; its route values go to the page.</param>
    /// <param name="refusal">Handed to the page's parameter <c>Refusal</c>.</param>
    /// <param name="typed">Handed to the page's parameter <c>Typed</c>, where it has one.</param>
    public static IResult Refused<TPage>(HttpContext context, Refusal refusal, object? typed = null)
        where TPage : IComponent
    {
        StandIn<TPage>(context);
        var parameters = new RouteValueDictionary(context.Request.RouteValues) { ["Refusal"] = refusal };
        if (typed is not null)
        {
            parameters["Typed"] = typed;
        }

        return Show(typeof(TPage), parameters, Answers.StatusOf(refusal.Kind));
    }

    /// <summary>Shows a page again with what was typed, changed on the way: nothing was refused and nothing saved.</summary>
    /// <param name="context">The request; its route values go to the page.</param>
    /// <param name="typed">Handed to the page's parameter <c>Typed</c>.</param>
    public static IResult Again<TPage>(HttpContext context, object typed)
        where TPage : IComponent
    {
        StandIn<TPage>(context);
        return Show(typeof(TPage), new RouteValueDictionary(context.Request.RouteValues) { ["Typed"] = typed });
    }

    // The links of a page that answers a form lead to the page, not to the form's address, which nobody can open.
    private static void StandIn<TPage>(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var paths = typeof(TPage).GetCustomAttributes<RouteAttribute>().Select(route => string.Join('/', route.Template.Split('/').Select(part => part.StartsWith('{') ? values[part.Trim('{', '}').Split(':')[0]]?.ToString() : part)));
        context.Items[PageAddress.StandIn] = paths.FirstOrDefault(path => path == "/" || path.Split('/').Skip(1).All(part => part.Length > 0));
    }

    private static PageResult Show(Type page, IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) => new(page, parameters, status);
}

/// <summary>A page that shows the components with made-up values: only while developing and in tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SamplesOnlyAttribute : Attribute;
