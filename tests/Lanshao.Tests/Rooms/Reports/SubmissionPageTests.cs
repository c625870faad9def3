using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Documents;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

/// <summary>报送记录 as a clerk keeps it: an issued report is registered as sent, listed, exported, found by a figure, and taken back.</summary>
public sealed partial class SubmissionPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_IssuedReport_IsListedWithItsFileAndFigures()
    {
        using var http = NewClient();
        var id = await IssuedAsync(http);
        var page = await http.GetStringAsync(Relative($"/reports/{id}"), Ct);

        using var refused = await PostAsync(http, page, $"/reports/{id}/submissions", ("sentOn", Today), ("recipients", " "), ("channel", "纸质文件"));
        using var sent = await PostAsync(http, page, $"/reports/{id}/submissions", ("sentOn", Today), ("recipients", "样张收文单位"), ("channel", "政务办公系统"), ("number", "样张〔2024〕1号"));
        var own = await sent.Content.ReadAsStringAsync(Ct);
        var list = await http.GetStringAsync(Relative("/reports/submissions"), Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("请写明报给哪些单位", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("逐句、逐图、逐格与现在的数据一致，不用更正。", own, StringComparison.Ordinal);
        Assert.Contains("样张收文单位", list, StringComparison.Ordinal);
        var file = await http.GetByteArrayAsync(Relative($"/reports/{id}.docx"), Ct);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), own, StringComparison.Ordinal);
        Assert.Contains("样张收文单位", await http.GetStringAsync(Relative("/reports/submissions.csv"), Ct), StringComparison.Ordinal);
        var facts = await http.GetByteArrayAsync(Relative(sent.RequestMessage!.RequestUri!.AbsolutePath + "/facts.xlsx"), Ct);
        Assert.True(DocumentReader.Read(facts, "facts.xlsx", ct: Ct).Tables.Single().Rows.Count > 400);
    }

    [Fact]
    public async Task Api_PutTwice_RegistersOnceAndTellsWhereAFigureWent()
    {
        using var http = NewClient();
        var (id, key) = (await IssuedAsync(http), Guid.CreateVersion7());
        var body = new { report = id, sentOn = Today, recipients = "样张甲单位", channel = "电子邮件" };

        using var first = await http.PutAsJsonAsync(Relative($"/api/v1/submissions/{key}"), body, Ct);
        using var second = await http.PutAsJsonAsync(Relative($"/api/v1/submissions/{key}"), body, Ct);
        using var drafted = await http.PutAsJsonAsync(Relative($"/api/v1/submissions/{Guid.CreateVersion7()}"), body with { report = await MadeAsync(http) }, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode, drafted.StatusCode));
        var (one, again) = (await JsonAsync(first), await JsonAsync(second));
        Assert.Equal(one.GetProperty("number").GetInt32(), again.GetProperty("number").GetInt32());
        using var facts = JsonDocument.Parse(await http.GetStringAsync(Relative($"/api/v1/reports/{id}/facts"), Ct));
        var value = facts.RootElement.GetProperty("rows").EnumerateArray().Select(fact => fact.GetProperty("valueId")).First(found => found.ValueKind == JsonValueKind.String).GetString();
        using var where = JsonDocument.Parse(await http.GetStringAsync(Relative($"/api/v1/submissions?value={value}"), Ct));
        Assert.Contains(key.ToString(), where.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
        Assert.Contains($"/reports/submissions?value={value}", await http.GetStringAsync(Relative($"/figures/{value}"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Void_WithItsReason_StaysInTheList()
    {
        using var http = NewClient();
        var id = await IssuedAsync(http);
        using var sent = await PostAsync(http, await http.GetStringAsync(Relative($"/reports/{id}"), Ct), $"/reports/{id}/submissions", ("sentOn", Today), ("recipients", "样张乙单位"), ("channel", "纸质文件"));

        using var taken = await PostAsync(http, await sent.Content.ReadAsStringAsync(Ct), sent.RequestMessage!.RequestUri!.AbsolutePath + "/void", ("reason", "重复登记"));

        Assert.Contains("重复登记", await taken.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("登记已撤销", await http.GetStringAsync(Relative("/reports/submissions"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_OfAKeptReport_AreDrawnOnItsPageAndItsPrintPage()
    {
        using var http = NewClient();
        var id = await MadeAsync(http);

        foreach (var address in new[] { $"/reports/{id}", $"/reports/{id}/print" })
        {
            var page = WebUtility.HtmlDecode(await http.GetStringAsync(Relative(address), Ct));

            Assert.Contains("<svg id=\"chart-pm25-ranking\"", page, StringComparison.Ordinal);
            Assert.Contains("图1　各街道2024年1—6月PM2.5累计浓度情况", page, StringComparison.Ordinal);
            Assert.DoesNotContain("图在Word文件中", page, StringComparison.Ordinal);
        }
    }

    private static string Today => ChinaTime.Today(TimeProvider.System).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return json.RootElement.Clone();
    }

    private static async Task<string> MadeAsync(HttpClient http)
    {
        using var made = await PostAsync(http, await http.GetStringAsync(Relative("/reports?period=2024H1"), Ct), "/reports/half-year", ("period", "2024H1"));
        return Made().Match(await made.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
    }

    private static async Task<string> IssuedAsync(HttpClient http)
    {
        var id = await MadeAsync(http);
        var page = await http.GetStringAsync(Relative($"/reports/{id}"), Ct);
        foreach (var state in new[] { "科室核稿", "会签", "综合科核稿", "送审", "签发", "已印发" })
        {
            using var moved = await PostAsync(http, page, $"/reports/{id}/moves");
            page = await moved.Content.ReadAsStringAsync(Ct);
            Assert.Contains($"现为{state}", page, StringComparison.Ordinal);
        }

        return id;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string page, string address, params (string Name, string Text)[] fields)
    {
        var version = Version().Match(page) is { Success: true } match ? match.Groups[1].Value : string.Empty;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Text)), new("version", version), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        return await http.PostAsync(Relative(address), form, Ct);
    }

    private HttpClient NewClient() => new() { BaseAddress = new(site.Address) };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex("/reports/([0-9a-f-]{36}).docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
