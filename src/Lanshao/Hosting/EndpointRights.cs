using Microsoft.AspNetCore.Mvc;

namespace Lanshao.Hosting;

/// <summary>What an endpoint says about itself, in the words of the rooms.</summary>
public static class EndpointRights
{
    /// <summary>Names the permission that the endpoint asks of the actor.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsAttribute(permission));

    /// <summary>Lets the endpoint take a file, which may be larger than a form.</summary>
    public static TBuilder TakesUploads<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.With(limits => new RequestSizeLimitAttribute(limits.UploadBytes + limits.FormBytes));

    /// <summary>Lets the endpoint work longer than the five seconds of a query: exports and reports.</summary>
    public static TBuilder TakesTime<TBuilder>(this TBuilder builder, TimeSpan most)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new TimeAllowed(most));

    private static TBuilder With<TBuilder>(this TBuilder builder, Func<RequestLimits, object> metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata(endpoint.ApplicationServices.GetRequiredService<RequestLimits>())));
        return builder;
    }
}

/// <summary>How long an endpoint may work before it is stopped.</summary>
public sealed record TimeAllowed(TimeSpan Most);
