using Microsoft.AspNetCore.Mvc;

namespace Lanshao.Hosting;

/// <summary>What an endpoint says about itself, in the words of the rooms.</summary>
public static class EndpointRights
{
    /// <summary>50 MB, the most that an upload may weigh.</summary>
    public const long UploadBytes = 50L * 1024 * 1024;

    /// <summary>Names the permission that the endpoint asks of the actor.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsAttribute(permission));

    /// <summary>Lets the endpoint take a file: 50 MB instead of the 1 MB of a form.</summary>
    public static TBuilder TakesUploads<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequestSizeLimitAttribute(UploadBytes + RequestShape.FormBytes));

    /// <summary>Lets the endpoint work longer than the five seconds of a query: exports and reports.</summary>
    public static TBuilder TakesTime<TBuilder>(this TBuilder builder, TimeSpan most)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new TimeAllowed(most));
}

/// <summary>How long an endpoint may work before it is stopped.</summary>
public sealed record TimeAllowed(TimeSpan Most);
