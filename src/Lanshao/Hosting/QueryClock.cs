using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Hosting;

/// <summary>Stops a request that works longer than it may (five seconds, unless the endpoint says otherwise) and says so.</summary>
public sealed class QueryClock(RequestDelegate next, TimeProvider clock, RequestLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<TimeAllowed>()?.Most ?? limits.Time;
        var gone = context.RequestAborted;
        using var timer = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, timer.Token);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (Exception stopped) when (Trouble.IsStopped(stopped) && timer.IsCancellationRequested && !gone.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = gone;
            await Answers.RefuseAnewAsync(context, StatusCodes.Status503ServiceUnavailable, Refusal.Environment("WEB-008", ("seconds", $"{(int)most.TotalSeconds}")));
        }
        finally
        {
            context.RequestAborted = gone;
        }
    }
}
