using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Tests.Pages;

/// <summary>Every page on PostgreSQL: its queries really wait, and it refuses U+0000 in text.</summary>
public sealed partial class PostgresPagesTests(PostgresSite postgres) : IClassFixture<PostgresSite>
{
    private static readonly HttpClient Http = new();

    public static TheoryData<string> Paths => [.. SitePages.Paths()];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnPostgres_AnswersWithItsHeading(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=")]
    [InlineData("/tasks?q=")]
    [InlineData("/system/audit?key=")]
    [InlineData("/system/audit?who=")]
    [InlineData("/system/jobs?kind=")]
    [InlineData("/imports?kind=")]
    [InlineData("/reports?period=")]
    [InlineData("/tables/pm25-ranking.csv?sort=")]
    [InlineData("/rankings/")]
    [InlineData("/places/")]
    [InlineData("/tasks/")]
    [InlineData("/files/")]
    [InlineData("/imports/")]
    [InlineData("/system/jobs/")]
    [InlineData("/api/v1/tables/")]
    public async Task Get_WithNulInAValue_IsNoFaultOfTheProgram(string address)
    {
        using var answer = await GetAsync(address + "a%00b");

        Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
    }

    [Fact]
    public async Task Post_WithNulInAnyField_IsRefusedInWords()
    {
        var page = await Http.GetStringAsync(new Uri(postgres.Site.Address + "/reports"), Ct);
        using var form = new FormUrlEncodedContent([new("period", "2024\0H1"), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);

        using var answer = await Http.PostAsync(new Uri(postgres.Site.Address + "/reports/half-year"), form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("WEB-015", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithNulInItsNameAndItsText_IsPreviewedOrRefused()
    {
        var page = await Http.GetStringAsync(new Uri(postgres.Site.Address + "/imports/new?kind=indicator-values"), Ct);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent("indicator-values"), "kind" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("指标,地点,时段,数值,基础,状态,站点口径,沙尘口径,时段口径,来源\r\npm25,全\0区,2024H1,41.0,公布,已通报,国控,未注明,累计,样\0例\r\n")), "file", "a%00b.csv" },
        };

        using var answer = await Http.PostAsync(new Uri(postgres.Site.Address + "/imports"), form, Ct);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Ct)}");
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(postgres.Site.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.Accept.ParseAdd("text/html");
        return await Http.SendAsync(request, Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
