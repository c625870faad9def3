using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Documents;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

public sealed partial class ReportsPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_PublishedHalfYear_ListsItsAnnexes()
    {
        using var http = NewClient();

        var page = await http.GetStringAsync(new Uri("/reports", UriKind.Relative), Ct);

        Assert.Contains("材料生成（2024年上半年报告附件）", page, StringComparison.Ordinal);
        Assert.Contains("各街道2024年1—6月PM2.5累计浓度情况", page, StringComparison.Ordinal);
        Assert.Contains("初步数据0处、缺数据0处", page, StringComparison.Ordinal);
        Assert.Contains("已通报", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PeriodWithoutFigures_SaysHowTheyGetThere()
    {
        using var http = NewClient();

        using var answer = await http.GetAsync(new Uri("/reports?period=2019H1", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("2019年上半年没有任何数据", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ByTheForm_KeepsTheFileAndTheFactsBehindIt()
    {
        using var http = NewClient();
        var token = Token().Match(await http.GetStringAsync(new Uri("/reports", UriKind.Relative), Ct)).Groups[1].Value;

        using var form = new FormUrlEncodedContent([new("period", "2024H1"), new("__RequestVerificationToken", token)]);
        using var made = await http.PostAsync(new Uri("/reports/half-year", UriKind.Relative), form, Ct);
        var page = await made.Content.ReadAsStringAsync(Ct);
        var id = Made().Match(page).Groups[1].Value;
        var file = await http.GetByteArrayAsync(new Uri($"/reports/{id}.docx", UriKind.Relative), Ct);
        using var facts = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/v1/reports/{id}/facts?after=200", UriKind.Relative), Ct));

        var tables = DocumentReader.Read(file, "report.docx", ct: Ct).Tables.ToList();
        Assert.Equal("39.3", tables[0].Rows[1].Cells[3].Text);
        Assert.Equal(201, facts.RootElement.GetProperty("rows")[0].GetProperty("seq").GetInt32());
        Assert.Equal("400", facts.RootElement.GetProperty("after").GetString());
    }

    [Theory]
    [InlineData("/reports/annex-4.docx?period=2024H1", HttpStatusCode.OK)]
    [InlineData("/reports/annex-4.xlsx?period=2024H1", HttpStatusCode.OK)]
    [InlineData("/reports/annexes.csv?period=2024H1", HttpStatusCode.OK)]
    [InlineData("/reports/annex-9.docx?period=2024H1", HttpStatusCode.NotFound)]
    [InlineData("/reports/annex-1.docx?period=2019H1", HttpStatusCode.NotFound)]
    [InlineData("/reports/01890000-0000-7000-8000-000000000000.docx", HttpStatusCode.NotFound)]
    public async Task File_OfTheReport_IsThereOrIsNot(string address, HttpStatusCode status)
    {
        using var http = NewClient();

        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? "attachment" : null, answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    private HttpClient NewClient() => new() { BaseAddress = new(site.Address) };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/reports/([0-9a-f-]{36}).docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
