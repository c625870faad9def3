using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

/// <summary>Documents about one thing: their page, their form and their verb say the same.</summary>
public sealed partial class SpecialPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("subdistrict", "街道档案（2024年上半年）", "的PM2.5累计浓度为")]
    [InlineData("attainment", "达标跟踪（2024年6月30日）", "全区年度目标共")]
    [InlineData("flood-season", "汛期简报（2024年6月）", "市级考核断面")]
    [InlineData("talk", "约谈记录（2024年6月）", "北新桥街道在约谈后十个工作日内书面报送整改措施")]
    [InlineData("rectification", "整改方案公示稿（2024年6月30日）", "公示期为")]
    [InlineData("high-value&amp;period=2001-01-01", "高值提醒（2001年1月1日）", "没有可提醒的报警")]
    public async Task Page_OfEveryKind_ReadsOrSaysWhyNot(string kind, string title, string sentence)
    {
        using var http = NewClient();

        var page = await http.GetStringAsync(new Uri($"/reports/special?kind={kind.Replace("&amp;", "&", StringComparison.Ordinal)}", UriKind.Relative), Ct);

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ByTheForm_IsListedForItsOwnSubdistrictOnly()
    {
        using var http = NewClient();
        const string Address = "/reports/special?kind=subdistrict&period=2024H1&about=110101005000";
        var token = Token().Match(await http.GetStringAsync(new Uri(Address, UriKind.Relative), Ct)).Groups[1].Value;

        using var form = new FormUrlEncodedContent([new("kind", "subdistrict"), new("period", "2024H1"), new("about", "110101005000"), new("__RequestVerificationToken", token)]);
        using var made = await http.PostAsync(new Uri("/reports/half-year", UriKind.Relative), form, Ct);
        var other = await http.GetStringAsync(new Uri("/reports/special?kind=subdistrict&period=2024H1&about=110101003000", UriKind.Relative), Ct);

        Assert.Contains("北新桥街道2024年上半年污染防治档案", await made.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("第1次", await made.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("第1次", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk", "2024-06", "北新桥街道", 0, "北新桥街道约谈记录（2024年6月）")]
    [InlineData("talk", "2024-06", "没有的街道", 4, "RPT-070")]
    public async Task Verb_NamesWhatItIsAbout(string kind, string period, string about, int exit, string expected)
    {
        var file = Path.Combine(site.Data.FullPath, $"special-{exit}.docx");

        var answer = await LanshaoProcess.RunAsync("report", kind, "--period", period, "--about", about, "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(exit, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal(expected, exit == 0 ? json.RootElement.GetProperty("title").GetString() : json.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(exit == 0, File.Exists(file));
    }

    private HttpClient NewClient() => new() { BaseAddress = new(site.Address) };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
