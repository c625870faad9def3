using System.Collections.Frozen;
using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Answers only to configured names, so that a foreign page cannot point its own name at this machine.</summary>
public sealed class HostGuard(RequestDelegate next, ServerOptions options, ILogger<HostGuard> log)
{
    private readonly FrozenSet<string> _names = options.AllHostNames.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Host.Host;
        if (_names.Contains(name))
        {
            return next(context);
        }

        log.LogWarning("Host name refused: {Host}", name);
        return Answers.RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, Refusal.Forbidden("WEB-001", ("host", LogText.Shown(name))));
    }
}
