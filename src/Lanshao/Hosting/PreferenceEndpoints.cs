using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Texts;

namespace Lanshao.Hosting;

/// <summary>Language and theme of this browser, kept in cookies.</summary>
public static class PreferenceEndpoints
{
    public const string Path = "/preferences";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, (Delegate)KeepAsync).Needs(Permissions.Open).ExcludeFromDescription();

    private static async Task<IResult> KeepAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Languages.Parse(form["lang"]) is { } language)
        {
            Keep(context, Languages.Cookie, Languages.Code(language));
        }

        if (Themes.Parse(form["theme"]) is { } theme)
        {
            Keep(context, Themes.Cookie, theme);
        }

        return Results.LocalRedirect(BackTo(form["back"]));
    }

    /// <summary>Only an address of this site: one slash, and no backslash that a browser would read as a second.</summary>
    private static string BackTo(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/";

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
}
