using System.Data.Common;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Hosting;

/// <summary>The outermost loop of a request: gives words to empty errors, and logs once what nobody expected.</summary>
public sealed class LastResort(RequestDelegate next, WebMetrics metrics, RequestLimits limits, ILogger<LastResort> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await SayAsync(context, context.Response.StatusCode);
        }
        catch (Exception stopped) when (Trouble.IsStopped(stopped) && context.RequestAborted.IsCancellationRequested)
        {
            // The asker has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException broken)
        {
            log.LogWarning("Request could not be read: {Reason}", broken.Message);
            await AnewAsync(context, broken.StatusCode);
        }
        catch (Exception unstorable) when (Trouble.IsUnstorableText(unstorable))
        {
            log.LogWarning("Text that cannot be stored: {Method} {Path}", context.Request.Method, context.Request.Path.Value);
            await AnewAsync(context, StatusCodes.Status400BadRequest);
        }
        catch (Exception away) when (away is DbException && Trouble.Of(away) is { } refusal && !context.Response.HasStarted)
        {
            log.LogError(away, "The database stumbled: {Method} {Path}", context.Request.Method, context.Request.Path.Value);
            metrics.Refusals.Add(1, new KeyValuePair<string, object?>("status", StatusCodes.Status503ServiceUnavailable));
            context.Response.Clear();
            await Answers.Plain(StatusCodes.Status503ServiceUnavailable, refusal).ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The outermost loop: whatever it was, the asker gets words and the log gets the stack.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            log.LogError(unexpected, "Request failed: {Method} {Path} {Trace}", context.Request.Method, context.Request.Path.Value, context.TraceIdentifier);
            await AnewAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private Task AnewAsync(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        metrics.Refusals.Add(1, new KeyValuePair<string, object?>("status", status));
        return status == StatusCodes.Status500InternalServerError ? SayPlainlyAsync(context) : Answers.RefuseAnewAsync(context, status, Words(status, context));
    }

    /// <summary>Without a page: what failed may be what every page needs.</summary>
    private Task SayPlainlyAsync(HttpContext context)
    {
        context.Response.Clear();
        return Answers.Plain(StatusCodes.Status500InternalServerError, Words(StatusCodes.Status500InternalServerError, context)).ExecuteAsync(context);
    }

    private Task SayAsync(HttpContext context, int status)
    {
        if (status < 400)
        {
            return Task.CompletedTask;
        }

        metrics.Refusals.Add(1, new KeyValuePair<string, object?>("status", status));
        var unsaid = !context.Response.HasStarted && context.Response.ContentType is null && context.Response.ContentLength is null or 0;
        return unsaid ? Answers.RefuseAsync(context, status, Words(status, context)) : Task.CompletedTask;
    }

    private Refusal Words(int status, HttpContext context) => status switch
    {
        StatusCodes.Status400BadRequest => Refusal.Invalid("WEB-015", ("field", LogText.Shown(context.Request.Path.Value))),
        StatusCodes.Status404NotFound => Refusal.NotFound("WEB-010", ("path", LogText.Shown(context.Request.Path.Value))),
        StatusCodes.Status405MethodNotAllowed => Refusal.Invalid("WEB-011", ("method", context.Request.Method)),
        StatusCodes.Status413PayloadTooLarge => limits.TooLarge(),
        StatusCodes.Status500InternalServerError => Refusal.Environment("WEB-013", ("trace", context.TraceIdentifier)),
        _ => Refusal.Invalid("WEB-014", ("status", $"{status}")),
    };
}
