using Lanshao.Platform.Foundation;
using Microsoft.AspNetCore.Antiforgery;

namespace Lanshao.Hosting;

/// <summary>Every posted form carries the token of its page. The API takes JSON only, which a foreign form cannot send.</summary>
public sealed class FormGuard(RequestDelegate next, IAntiforgery antiforgery, RequestLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (status, refusal) = await JudgeAsync(context);
        await (refusal is null ? next(context) : Answers.RefuseAsync(context, status, refusal));
    }

    private async Task<(int Status, Refusal? Refusal)> JudgeAsync(HttpContext context)
    {
        var request = context.Request;
        if (OriginGuard.IsRead(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<PolicyReports.Marker>() is not null)
        {
            return default;
        }

        if (Answers.IsApi(request))
        {
            return request.ContentType is null || request.HasJsonContentType() ? default : (StatusCodes.Status415UnsupportedMediaType, Refusal.Invalid("WEB-007"));
        }

        if (await UnreadableAsync(request) is (var status, { } unreadable))
        {
            return (status, unreadable);
        }

        return !await antiforgery.IsRequestValidAsync(context) ? (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-006"))
            : await UnstorableAsync(request) is { } field ? (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-015", ("field", LogText.Shown(field))))
            : default;
    }

    /// <summary>Returns the field that holds U+0000, which no text of ours contains and PostgreSQL cannot keep; null where there is none.</summary>
    private static async Task<string?> UnstorableAsync(HttpRequest request) => !request.HasFormContentType
        ? null
        : (await request.ReadFormAsync(request.HttpContext.RequestAborted))
            .Where(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
            .Select(field => field.Key).FirstOrDefault();

    /// <summary>Reads the form once, so that one too large is said to be too large, and one with broken characters to have them, and not to lack its token.</summary>
    private async Task<(int Status, Refusal? Refusal)> UnreadableAsync(HttpRequest request)
    {
        try
        {
            _ = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            return default;
        }
        catch (InvalidDataException broken) when (broken.InnerException is InvalidOperationException)
        {
            // The web server's own reader stops at U+0000 in a field.
            return (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-015", ("field", LogText.Shown(request.Path.Value))));
        }
        catch (InvalidDataException)
        {
            return (StatusCodes.Status413PayloadTooLarge, limits.TooLarge());
        }
    }
}
