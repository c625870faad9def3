using System.Reflection;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>Every page, form, file and call names a permission, and the gate holds it.</summary>
public sealed class PermissionWalkTests(Site site)
{
    private static readonly HashSet<string> Known = [.. Permissions.All.Select(permission => permission.Code)];

    [Fact]
    public void Endpoints_All_NameAKnownPermission()
    {
        var endpoints = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).ToList();

        Assert.True(endpoints.Count > 8, $"{endpoints.Count} endpoints");
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } needs || !Known.Contains(needs.Permission)).Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public void Pages_All_NameAPermissionThemselves()
    {
        Assert.NotEmpty(PageRoutes.Pages);
        Assert.Empty(PageRoutes.Pages.Where(page => page.GetCustomAttribute<NeedsAttribute>() is null).Select(page => page.FullName));
    }

    [Fact]
    public void Pages_InTheMenu_ClaimATitleOfItOnce()
    {
        var claimed = PageRoutes.Pages.Select(page => page.GetCustomAttribute<InMenuAttribute>()?.Title).OfType<string>().ToList();

        Assert.Equal(claimed.Distinct(), claimed);
        Assert.Empty(claimed.Except(Menu.Order.SelectMany(group => group.Titles)));
    }

    [Fact]
    public async Task Get_ByAnActorWithoutThePermission_Is403AndTheEntryIsNotShown()
    {
        await using var guests = await Site.StartAsync(services => services.AddScoped(_ => new Actor("guest", "访客", [])));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, guests.Address);
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("indicators.read", text, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-current=\"page\"", text, StringComparison.Ordinal);
    }
}
