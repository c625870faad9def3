using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Refuses changes that another site asks for: a foreign <c>Origin</c>, or a <c>Sec-Fetch-Site</c> other than our own.</summary>
public sealed class OriginGuard(RequestDelegate next, ILogger<OriginGuard> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsRead(context.Request.Method) || IsOurs(context.Request))
        {
            return next(context);
        }

        log.LogWarning("Change asked by another site refused: {Origin}", context.Request.Headers.Origin.ToString());
        return Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, Refusal.Forbidden("WEB-002"));
    }

    public static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return false;
        }

        // A page that reports a policy breach sends no origin or ours; a program sends none at all.
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
