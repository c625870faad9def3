using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

public sealed partial class ReportPdfTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        TemporaryFolder.Delete(_folder.FullName);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pdf_AskedFor_IsMadeBehindThePageAndFetched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare"), "This system takes no network away from a program.");
        var program = Path.Combine(_folder.FullName, "office");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nmkdir out\nprintf '%%PDF-1.7 stands in' > out/document.pdf\n", Ct);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using var site = await Site.StartAsync(null, "pdf.program=" + program);
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var id = await MakeAsync(http);

        using var early = await http.GetAsync(new Uri($"/reports/{id}.pdf", UriKind.Relative), Ct);
        using var asked = await PostAsync(http, await http.GetStringAsync(new Uri($"/reports/{id}", UriKind.Relative), Ct), $"/reports/{id}/pdf");
        var page = await asked.Content.ReadAsStringAsync(Ct);
        while (page.Contains("正在转为PDF", StringComparison.Ordinal))
        {
            page = await http.GetStringAsync(new Uri($"/reports/{id}/pdf", UriKind.Relative), Ct);
        }

        using var pdf = await http.GetAsync(new Uri($"/reports/{id}.pdf", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Contains("已转为PDF，与Word文件同版", page, StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-1.7 stands in", await pdf.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Pdf_WithoutAProgram_IsAPageForPrinting()
    {
        await using var site = await Site.StartAsync(null, "pdf.program=none");
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var id = await MakeAsync(http);

        var report = await http.GetStringAsync(new Uri($"/reports/{id}", UriKind.Relative), Ct);
        using var refused = await PostAsync(http, report, $"/reports/{id}/pdf");
        var print = await http.GetStringAsync(new Uri($"/reports/{id}/print", UriKind.Relative), Ct);

        Assert.Contains($"/reports/{id}/print", report, StringComparison.Ordinal);
        Assert.Contains("请用打印页", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("优良天数比率67.0%", print, StringComparison.Ordinal);
        Assert.Contains("附件7", print, StringComparison.Ordinal);
        Assert.Contains("39.3", print, StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(HttpClient http)
    {
        using var made = await PostAsync(http, await http.GetStringAsync(new Uri("/reports?period=2024H1", UriKind.Relative), Ct), "/reports/half-year", ("period", "2024H1"));
        return Made().Match(await made.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string page, string address, params (string Name, string Text)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Text)), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        return await http.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/reports/([0-9a-f-]{36}).docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
