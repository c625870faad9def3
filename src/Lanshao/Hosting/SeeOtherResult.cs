namespace Lanshao.Hosting;

/// <summary>303: after a change the browser asks for a page anew, so that a reload sends nothing twice.</summary>
/// <param name="address">An address of this site, built by <see cref="Shell.PageAddress"/>.</param>
public sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
