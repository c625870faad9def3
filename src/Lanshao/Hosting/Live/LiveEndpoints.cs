using System.Globalization;
using System.Net;
using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting.Live;

/// <summary>The stream that open pages listen to: server-sent events, a topic and a number each.</summary>
internal static class LiveEndpoints
{
    public const string Path = "/live";
    private const string MediaType = "text/event-stream";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, (Delegate)AnswerAsync).Needs(Permissions.IndicatorsRead).TakesTime(Lifetime + Breath).ExcludeFromDescription();

    private static async Task AnswerAsync(HttpContext context, LiveFeed feed, IHostApplicationLifetime life, TimeProvider clock)
    {
        if (!context.Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == MediaType))
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        using var listener = feed.Join(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (listener is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        // A browser comes again by itself; so a stream may end whenever it must: when it is old, when the site stops.
        using var old = new CancellationTokenSource(Lifetime, clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping, old.Token);
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await SayAsync(context.Response, "retry: 5000\n\n", over.Token);
            await SpeakAsync(context.Response, listener, clock, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The end of a stream is no error.
        }
    }

    private static async Task SpeakAsync(HttpResponse response, LiveListener listener, TimeProvider clock, CancellationToken ct)
    {
        var next = listener.NextAsync(ct).AsTask();
        while (true)
        {
            var breath = Task.Delay(Breath, clock, ct);
            if (await Task.WhenAny(next, breath) == breath)
            {
                // Keeps what lies between from closing a quiet line, and finds out who is gone.
                await breath;
                await SayAsync(response, ":\n\n", ct);
                continue;
            }

            var news = await next;
            await SayAsync(response, string.Create(CultureInfo.InvariantCulture, $"event: moved\ndata: {{\"{LiveFeed.Alerts}\":{news.Alerts},\"{LiveFeed.Devices}\":{news.Devices},\"{LiveFeed.Hours}\":{news.Hours},\"{LiveFeed.Figures}\":{news.Figures}}}\n\n"), ct);
            next = listener.NextAsync(ct).AsTask();
        }
    }

    private static async Task SayAsync(HttpResponse response, string text, CancellationToken ct)
    {
        await response.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
