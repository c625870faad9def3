using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

/// <summary>迎检材料包 by page and by command.</summary>
public sealed class InspectionTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_ByThePage_HoldsWhatThePageLists()
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        var page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/reports/inspection?period=2024H1&domain=air", UriKind.Relative), Ct));
        await using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(new Uri("/reports/inspection.zip?period=2024H1&domain=air", UriKind.Relative), Ct)), ZipArchiveMode.Read);

        Assert.StartsWith("00 封面、缺项和目录", zip.Entries[0].FullName, StringComparison.Ordinal);
        Assert.All(zip.Entries.Skip(1), entry => Assert.Contains(Path.ChangeExtension(entry.FullName, null), page, StringComparison.Ordinal));
        Assert.Contains("这一时段没有登记到“已印发”的文稿。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_ByTheCommand_WritesTheFolderAndSaysWhatIsLacking()
    {
        var file = Path.Combine(site.Data.FullPath, "papers.zip");

        var answer = await LanshaoProcess.RunAsync("report", "inspection", "--period", "2024H1", "--domain", "water", "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.NotEmpty(json.RootElement.GetProperty("gaps").EnumerateArray());
        await using var zip = await ZipFile.OpenReadAsync(file, Ct);
        Assert.Contains("04 数字和出处.xlsx", zip.Entries.Select(entry => entry.FullName));
    }

    [Theory]
    [InlineData("--period", "往年")]
    [InlineData("--domain", "noise")]
    public async Task Inspection_WithWhatNobodyKnows_IsWrongUsage(string option, string value)
    {
        string[] rest = option == "--period" ? [] : ["--period", "2024H1"];

        var answer = await LanshaoProcess.RunAsync(["report", "inspection", option, value, .. rest, "--data", site.Data.FullPath, "--output", "x.zip"]);

        Assert.Equal(2, answer.ExitCode);
    }
}
