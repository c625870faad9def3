using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Limits of a request, each with words: line and headers, values of one filter, parameters.</summary>
public sealed class RequestShape(RequestDelegate next, RequestLimits limits)
{
    public const int Parameters = 100;

    public Task InvokeAsync(HttpContext context) => Judge(context.Request) switch
    {
        (var status, { } refusal) => Answers.RefuseAsync(context, status, refusal),
        _ => next(context),
    };

    private (int Status, Refusal? Refusal) Judge(HttpRequest request)
    {
        if (HeadLength(request) > limits.HeadBytes)
        {
            return (StatusCodes.Status431RequestHeaderFieldsTooLarge, Refusal.Invalid("WEB-003", ("limit", RequestLimits.Words(limits.HeadBytes))));
        }

        if (request.Query.Count > Parameters)
        {
            return (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-004", ("limit", $"{Parameters}"), ("count", $"{request.Query.Count}")));
        }

        foreach (var (name, values) in request.Query)
        {
            if (values.Count > limits.FilterValues)
            {
                return (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-005", ("name", LogText.Shown(name)), ("limit", $"{limits.FilterValues}"), ("count", $"{values.Count}")));
            }
        }

        return default;
    }

    private static long HeadLength(HttpRequest request)
    {
        long length = request.Method.Length + request.Path.Value!.Length + (request.QueryString.Value?.Length ?? 0) + 12;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                length += name.Length + (value?.Length ?? 0) + 4;
            }
        }

        return length;
    }
}
