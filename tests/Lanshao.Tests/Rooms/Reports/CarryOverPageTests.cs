using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Lanshao.Documents;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

public sealed partial class CarryOverPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_LastPeriodsFile_IsListedAndComesBack()
    {
        await using var site = await Site.StartAsync();
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var file = await http.GetByteArrayAsync(new Uri($"/reports/{await MakeAsync(http)}.docx", UriKind.Relative), Ct);
        await PublishNextAsync(site);

        using var answer = await PostAsync(http, file, "2025H1");
        var list = await answer.Content.ReadAsStringAsync(Ct);
        var draft = await http.GetByteArrayAsync(new Uri(Draft().Match(list).Value, UriKind.Relative), Ct);
        var csv = await http.GetStringAsync(new Uri(Draft().Match(list).Value.Replace("draft.docx", "list.csv", StringComparison.Ordinal), UriKind.Relative), Ct);

        Assert.Contains("2024年上半年 → 2025年上半年", list, StringComparison.Ordinal);
        Assert.Contains("已换数（下划线）", csv, StringComparison.Ordinal);
        Assert.Contains(DocumentReader.Read(draft, "draft.docx", ct: Ct).Paragraphs, paragraph => paragraph.Text.Contains("平均浓度为39.0微克/立方米", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_PeriodWithoutFigures_SaysSo()
    {
        await using var site = await Site.StartAsync();
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var file = await http.GetByteArrayAsync(new Uri($"/reports/{await MakeAsync(http)}.docx", UriKind.Relative), Ct);

        using var answer = await PostAsync(http, file, "2019H1");
        using var gone = await http.GetAsync(new Uri($"/reports/carry-over/{Guid.Empty}", UriKind.Relative), Ct);

        Assert.Contains("2019年上半年没有任何数据", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static async Task PublishNextAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        var half = Period.Half(2024, 1);
        var values = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == half && value.Number != null).ToListAsync(Ct);
        var rows = values.Select(value => new FigureRow(
            value.Indicator, value.Place.Code, "2025H1", value.Basis, value.Status, value.StationScope, value.SandBasis, value.PeriodBasis,
            value.Number + 1m, null, value.Missing, (value.Number + 1m)!.Value.ToString(CultureInfo.InvariantCulture), value.Source, value.SourceTable, value.IssuedOn, value.SourceRow, value.Remark)).ToList();
        Assert.Null((await PublishFigures.RunAsync(db, rows, Actor.Local, TimeProvider.System, Ct)).Refusal);
    }

    private static async Task<string> MakeAsync(HttpClient http)
    {
        var page = await http.GetStringAsync(new Uri("/reports?period=2024H1", UriKind.Relative), Ct);
        using var form = new FormUrlEncodedContent([new("period", "2024H1"), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var made = await http.PostAsync(new Uri("/reports/half-year", UriKind.Relative), form, Ct);
        return Made().Match(await made.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, byte[] file, string now)
    {
        var page = await http.GetStringAsync(new Uri("/reports/carry-over", UriKind.Relative), Ct);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken" }, { new StringContent(string.Empty), "before" }, { new StringContent(now), "now" }, { content, "file", "last.docx" } };
        return await http.PostAsync(new Uri("/reports/carry-over", UriKind.Relative), form, Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/reports/([0-9a-f-]{36}).docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();

    [GeneratedRegex("/reports/carry-over/[0-9a-f-]{36}/draft.docx", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Draft();
}
