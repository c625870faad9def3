using Microsoft.AspNetCore.Http.HttpResults;

namespace Lanshao.Hosting;

/// <summary>A page as an answer: what the frame needs is read first, since components never query.</summary>
/// <param name="page">The component.</param>
/// <param name="parameters">Its parameters by name.</param>
/// <param name="status">The status code.</param>
public sealed class PageResult(Type page, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await httpContext.RequestServices.GetRequiredService<FrameFactsCache>().LoadAsync(httpContext);
        await new RazorComponentResult(page, parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }
}
