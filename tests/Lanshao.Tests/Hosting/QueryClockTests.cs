using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>A query that would never end by itself is ended by the limit, in words, and the site goes on.</summary>
public sealed class QueryClockTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/problem+json")]
    public async Task Get_WhoseQueryHasNoEnd_IsStoppedInWords(string accept, string type)
    {
        await using var site = await Site.StartAsync(settings: "web.query-seconds=1");
        await MakeEndlessAsync(site);
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + "/reports");
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await Http.SendAsync(request, Ct);
        using var other = await Http.GetAsync(new Uri(site.Address + "/health/live"), Ct);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("查询超过 1 秒，已停止。", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    /// <summary>Puts a view in the place of the reports, whose rows are looked for among numbers without end.</summary>
    private static async Task MakeEndlessAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        await db.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE report RENAME TO kept_report;
            CREATE VIEW report AS
              SELECT kept_report.* FROM (WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT n FROM counted WHERE n < 0) AS none CROSS JOIN kept_report;
            """,
            Ct);
    }
}
