using System.Net;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary><c>web.host-names</c>: the names of the settings are answered beside those of the loopback, and no others.</summary>
public sealed class HostNamesTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private Site? _site;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await Site.StartAsync(settings: "web.host-names=lanshao.example, Plan.Lanshao.Example");

    public ValueTask DisposeAsync() => _site!.DisposeAsync();

    [Fact]
    public async Task Get_ByAConfiguredName_IsAnsweredAndByAnyOtherIsNot()
    {
        foreach (var name in new[] { "lanshao.example", "LANSHAO.example:5080", "plan.lanshao.example", "127.0.0.1", "localhost:1", "[::1]" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, name));
        }

        foreach (var name in new[] { "www.lanshao.example", "lanshao.example.evil.example", "lanshao.example.", "example", "0.0.0.0", "192.168.1.10" })
        {
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(HttpMethod.Get, name));
        }
    }

    [Theory]
    [InlineData("lanshao.example", "http://lanshao.example", HttpStatusCode.BadRequest)]
    [InlineData("lanshao.example", "http://plan.lanshao.example", HttpStatusCode.Forbidden)]
    [InlineData("lanshao.example", "http://127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("evil.example", "http://evil.example", HttpStatusCode.MisdirectedRequest)]
    public async Task Post_ByAConfiguredName_ComesFromThatVeryName(string host, string origin, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(HttpMethod.Post, host, origin));

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string host, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, _site!.Address + (method == HttpMethod.Get ? "/health/live" : "/preferences"));
        request.Headers.Host = host;
        if (origin is not null)
        {
            // Without the token of a page: what comes through to the form is refused there with 400.
            request.Headers.Add("Origin", origin);
            request.Content = new FormUrlEncodedContent([new("theme", "dark")]);
        }

        using var answer = await Http.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
