using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Lanshao.Hosting;

/// <summary>Refuses a form or file that says itself that it is too large, before any of it is read. What the sender is still sending is thrown away for a while: a connection that is closed under a sending browser shows its user a broken line instead of the reason.</summary>
public sealed class BodyLimit(RequestDelegate next, RequestLimits limits)
{
    private const long MostThrownAway = 1L << 28;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limits.FormBytes;
        if (context.Request.ContentLength is not { } length || length <= most)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        context.Response.Headers.Connection = "close";
        await Answers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, limits.TooLarge());
        await context.Response.CompleteAsync();
        await ThrowAwayAsync(context);
    }

    private static async Task ThrowAwayAsync(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        var buffer = new byte[1 << 16];
        try
        {
            for (long thrown = 0; thrown < MostThrownAway;)
            {
                var read = await context.Request.Body.ReadAsync(buffer, patience.Token);
                if (read == 0)
                {
                    return;
                }

                thrown += read;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The answer has gone out; whoever still sends is cut off.
        }

        context.Abort();
    }
}
