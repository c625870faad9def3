using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Documents;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

public sealed partial class ReportsPageTests(Site site, Browser browser) : IClassFixture<Site>
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

    [Fact]
    public async Task Report_OnItsPage_IsReadComparedAndMovedOn()
    {
        using var http = NewClient();
        var id = await MakeAsync(http);
        var address = new Uri($"/reports/{id}", UriKind.Relative);

        var page = await http.GetStringAsync(address, Ct);
        Assert.Contains("生成以后数据没有变化", page, StringComparison.Ordinal);
        Assert.Contains("仅登记，不具有签批效力", page, StringComparison.Ordinal);
        Assert.Contains("无水的1个", page, StringComparison.Ordinal);

        using var moved = await PostAsync(http, page, $"/reports/{id}/moves", ("note", "请核稿"));
        page = await moved.Content.ReadAsStringAsync(Ct);
        Assert.Contains("现为科室核稿", page, StringComparison.Ordinal);
        Assert.Contains("请核稿", page, StringComparison.Ordinal);

        using var refused = await PostAsync(http, page, $"/reports/{id}/moves", ("return", "1"), ("note", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("退回时请写明原因", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        using var named = await PostAsync(http, page, $"/reports/{id}/name", ("name", "送审稿"));
        Assert.Contains("（送审稿）", await named.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wording_ChangedOnItsPage_IsANewVersion()
    {
        using var http = NewClient();
        var id = await MakeAsync(http);
        var page = await http.GetStringAsync(new Uri($"/reports/{id}/wording", UriKind.Relative), Ct);
        var typed = Written().Matches(page).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))).ToList();

        using var refused = await PostAsync(http, page, $"/reports/{id}/wording", [.. typed.Where(field => field.Value != "s-opening"), ("s-opening", "共{nothing}。")]);
        using var made = await PostAsync(http, page, $"/reports/{id}/wording", [.. typed.Where(field => field.Value != "s-opening"), ("s-opening", "优良{good-days}。")]);

        Assert.Contains("缺nothing", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var text = await made.Content.ReadAsStringAsync(Ct);
        Assert.Contains("优良122天。", text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, made.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_OfAReportAndOfAPeriod_AreShownWithWhereTheyComeFrom()
    {
        using var http = NewClient();
        var id = await MakeAsync(http);

        var facts = await http.GetStringAsync(new Uri($"/reports/{id}/facts", UriKind.Relative), Ct);
        var found = await http.GetStringAsync(new Uri("/reports/facts?period=2024H1&q=pm25-ranking.max", UriKind.Relative), Ct);

        Assert.Contains("正文第4句", facts, StringComparison.Ordinal);
        Assert.Contains("indicator=pm25 &amp;place=district", facts, StringComparison.Ordinal);
        Assert.Contains("39.3微克/立方米", found, StringComparison.Ordinal);
        Assert.DoesNotContain("tsp-ranking.max", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wording_FactFoundAndWrittenAtTheCursor_IsReadBelowTheSentence()
    {
        using var http = NewClient();
        var id = await MakeAsync(http);
        var page = await browser.OpenAsync(site.Address, 390, 844);
        await page.GotoAsync($"/reports/{id}/wording");
        await page.FillAsync("#f-q", "good-days");
        await page.ClickAsync("button[name=find]");
        await page.FocusAsync("#s-opening");

        await page.ClickAsync("[data-insert='{good-days}']");

        Assert.Contains("{good-days}", await page.InputValueAsync("#s-opening"), StringComparison.Ordinal);
        Assert.Contains("{good-days}印作122天", await page.InnerTextAsync(".field:has(#s-opening)"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Facts_OfASignedReportOnAPhone_DoNotScrollSideways()
    {
        using var http = NewClient();
        var id = await MakeAsync(http);
        for (var step = 0; step < 5; step++)
        {
            using var moved = await PostAsync(http, await http.GetStringAsync(new Uri($"/reports/{id}", UriKind.Relative), Ct), $"/reports/{id}/moves", ("note", string.Empty), ("knowing", "1"));
        }

        var page = await browser.OpenAsync(site.Address, 390, 844);
        await page.GotoAsync($"/reports/{id}/facts");

        Assert.Contains("以校验码", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
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

    private static async Task<string> MakeAsync(HttpClient http)
    {
        using var made = await PostAsync(http, await http.GetStringAsync(new Uri("/reports?period=2024H1", UriKind.Relative), Ct), "/reports/half-year", ("period", "2024H1"));
        return Made().Match(await made.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string page, string address, params (string Name, string Text)[] fields)
    {
        var version = Version().Match(page) is { Success: true } match ? match.Groups[1].Value : string.Empty;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Text)), new("version", version), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        return await http.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
    }

    private HttpClient NewClient() => new() { BaseAddress = new(site.Address) };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<textarea[^>]* name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex("/reports/([0-9a-f-]{36}).docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
