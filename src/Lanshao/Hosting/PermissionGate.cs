using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Lets an actor through to what it may do. An endpoint that names no permission is closed to everybody.</summary>
public sealed class PermissionGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Actor actor)
    {
        // What routing puts in the place of an endpoint (405 for a form's address opened as a page) does nothing that could be permitted.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(context);
        }

        var permission = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission
            ?? throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} names no permission.");
        return permission == Permissions.Open || actor.May(permission)
            ? next(context)
            : Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, Refusal.Forbidden("ACC-001", ("permission", permission)));
    }
}
