using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Limits of a request, each with words: line and headers 16 KB, form 1 MB, 20 values of one filter, 100 parameters.</summary>
public sealed class RequestShape(RequestDelegate next)
{
    public const int HeadBytes = 16 * 1024;
    public const int FormBytes = 1024 * 1024;
    public const int FilterValues = 20;
    public const int Parameters = 100;

    /// <summary>Kestrel itself cuts off here without words; between the two figures we answer in words.</summary>
    public const int HardHeadBytes = 8 * HeadBytes;

    public Task InvokeAsync(HttpContext context) => Judge(context.Request) switch
    {
        (var status, { } refusal) => Answers.RefuseAsync(context, status, refusal),
        _ => next(context),
    };

    private static (int Status, Refusal? Refusal) Judge(HttpRequest request)
    {
        if (HeadLength(request) > HeadBytes)
        {
            return (StatusCodes.Status431RequestHeaderFieldsTooLarge, Refusal.Invalid("WEB-003", ("limit", "16 KB")));
        }

        if (request.Query.Count > Parameters)
        {
            return (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-004", ("limit", $"{Parameters}"), ("count", $"{request.Query.Count}")));
        }

        foreach (var (name, values) in request.Query)
        {
            if (values.Count > FilterValues)
            {
                return (StatusCodes.Status400BadRequest, Refusal.Invalid("WEB-005", ("name", LogText.Shown(name)), ("limit", $"{FilterValues}"), ("count", $"{values.Count}")));
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
