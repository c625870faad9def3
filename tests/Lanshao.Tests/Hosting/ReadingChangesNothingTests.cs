using Lanshao.Platform.Foundation;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>No change of state by GET: every address that can be read is read, and the change feed and the audit chain stay where they were.</summary>
public sealed class ReadingChangesNothingTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_OfEveryAddress_ChangesNothing()
    {
        await using var site = await Site.StartAsync();
        var before = await NewestAsync(site);

        var paths = Paths(site).ToList();
        foreach (var path in paths)
        {
            using var answer = await Http.GetAsync(new Uri(site.Address + path), Ct);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        Assert.True(paths.Count > 60, $"{paths.Count} addresses");
        Assert.True(before.Audit > 0);
        Assert.Equal(before, await NewestAsync(site));
    }

    /// <summary>Returns the addresses that answer GET, with something in the place of each parameter.</summary>
    private static IEnumerable<string> Paths(Site site) =>
        from endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        from value in new[] { "1", "2024H1" }
        let path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "ending" } => "csv",
            _ => value,
        }))))
        group path by path into same
        select same.Key;

    private static async Task<(long Change, long Audit)> NewestAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        return (await db.Set<Change>().MaxAsync(change => change.Sequence, Ct), await db.Set<AuditEntry>().MaxAsync(link => link.Seq, Ct));
    }
}
