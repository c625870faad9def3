using Lanshao.Front;
using Lanshao.Platform.Foundation;
using Lanshao.Texts;

namespace Lanshao.Hosting;

/// <summary>Says a refusal in the form that the asker reads: a page, problem+json, or one line for a name that is not ours.</summary>
public static class Answers
{
    public const string ApiPrefix = "/api";

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(ApiPrefix, StringComparison.Ordinal);

    /// <summary>Returns the status code of a refusal of the domain.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Environment => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static Task RefuseAsync(HttpContext context, int status, Refusal refusal) => Answer(context, status, refusal).ExecuteAsync(context);

    /// <summary>Refuses what was begun already: the renderer of a request draws one page, so the error page gets services of its own.</summary>
    public static async Task RefuseAnewAsync(HttpContext context, int status, Refusal refusal)
    {
        var begun = context.RequestServices;
        await using var anew = begun.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.Response.Clear();
        context.RequestServices = anew.ServiceProvider;
        try
        {
            await RefuseAsync(context, status, refusal);
        }
        finally
        {
            context.RequestServices = begun;
        }
    }

    /// <summary>Returns the answer to a refusal: the error page for people, problem+json for programs.</summary>
    public static IResult Answer(HttpContext context, int status, Refusal refusal)
    {
        if (status == StatusCodes.Status421MisdirectedRequest)
        {
            return Plain(status, refusal);
        }

        return IsApi(context.Request) || !WantsPage(context.Request)
            ? Problem(refusal, status, Languages.Of(context))
            : new PageResult(typeof(ErrorPage), new Dictionary<string, object?> { ["Status"] = status, ["Refusal"] = refusal }, status);
    }

    /// <summary>Returns one line of text, for when there is no page to be trusted.</summary>
    public static IResult Plain(int status, Refusal refusal) => Results.Text(ErrorTexts.Sentence(refusal), "text/plain; charset=utf-8", statusCode: status);

    /// <summary>Returns problem+json with the code as an extension, as the conventions ask.</summary>
    public static IResult Problem(Refusal refusal, int status, Language language) => Results.Problem(
        type: $"urn:lanshao:error:{refusal.Code}",
        title: ErrorTexts.Sentence(refusal, language),
        statusCode: status,
        extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["arguments"] = refusal.Arguments });

    private static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accept => accept.MatchesMediaType("text/html") && accept.MediaType != "*/*");
}
