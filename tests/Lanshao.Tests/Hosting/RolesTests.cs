using System.Net;
using Lanshao.Hosting;
using Xunit;

namespace Lanshao.Tests.Hosting;

public class RolesTests
{
    [Theory]
    [InlineData("web", Roles.Web)]
    [InlineData("jobs, web", Roles.Web | Roles.Jobs)]
    [InlineData("web,gateway,writer,jobs", Roles.All)]
    [InlineData("gateway,gateway", Roles.Gateway)]
    public void TryParse_NamesOfRoles_AreTheSet(string text, Roles roles)
    {
        Assert.True(RoleList.TryParse(text, out var read));
        Assert.Equal(roles, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("web,")]
    [InlineData("Web")]
    [InlineData("web;jobs")]
    [InlineData("None")]
    public void TryParse_SomethingElse_IsNone(string text) => Assert.False(RoleList.TryParse(text, out _));

    [Theory]
    [InlineData(Roles.All, false, false, null)]
    [InlineData(Roles.All, false, true, null)]
    [InlineData(Roles.Web, false, false, "ENV-060")]
    [InlineData(Roles.Web | Roles.Jobs, true, false, null)]
    [InlineData(Roles.Web, true, true, "ENV-062")]
    [InlineData(Roles.Gateway | Roles.Writer, true, false, "ENV-063")]
    [InlineData(Roles.Gateway | Roles.Writer, true, true, null)]
    [InlineData(Roles.Gateway, true, true, "ENV-061")]
    [InlineData(Roles.Writer, true, false, "ENV-061")]
    [InlineData(Roles.Writer, true, false, null, true)]
    [InlineData(Roles.Gateway, true, true, null, true)]
    [InlineData(Roles.Gateway, false, true, "ENV-060", true)]
    [InlineData(Roles.Gateway | Roles.Web, true, false, "ENV-063", true)]
    public void Check_ASetOfRoles_IsPossibleOrSaysWhyNot(Roles roles, bool hasDatabase, bool hasGateway, string? code, bool hasQueue = false) =>
        Assert.Equal(code, RoleList.Check(roles, hasDatabase, hasGateway, hasQueue)?.Code);

    [Fact]
    public async Task Site_WithoutPages_AnswersHealthAndSaysThatThereIsNothingElse()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var site = await Site.StartWithRolesAsync(Roles.Jobs);
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
        using var home = await http.GetAsync(new Uri("/", UriKind.Relative), ct);
        using var api = await http.GetAsync(new Uri("/api/v1/plans", UriKind.Relative), ct);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (home.StatusCode, api.StatusCode));
        Assert.Contains("本进程不提供页面（角色：jobs）", await home.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
    }
}
