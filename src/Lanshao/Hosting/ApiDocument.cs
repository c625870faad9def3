using Lanshao.Platform.Foundation;
using Microsoft.AspNetCore.OpenApi;

namespace Lanshao.Hosting;

/// <summary>The description of the API at <c>/api/v1/openapi.json</c>: what is under <c>/api/v1</c>, with the permission that each call needs.</summary>
public static class ApiDocument
{
    public const string Name = "v1";
    public const string Root = "/api/v1";

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi(Root + "/openapi.json").Needs(Permissions.Open);

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Lanshao API", Version = Name, Description = "Times are UTC, civil days are those of Asia/Shanghai; lists go on with ?after=; errors are problem+json with a code." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsAttribute>().LastOrDefault();
            operation.Description = $"{operation.Description} Needs {needs?.Permission}.".TrimStart();
            return Task.CompletedTask;
        });
    }
}
