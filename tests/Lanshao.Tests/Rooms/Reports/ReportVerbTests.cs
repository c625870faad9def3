using System.Security.Cryptography;
using System.Text.Json;
using Lanshao.Documents;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

public sealed class ReportVerbTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HalfYear_BesideARunningServer_WritesTheFileAndSaysWhatIsInIt()
    {
        var file = Path.Combine(site.Data.FullPath, "report.docx");

        var answer = await LanshaoProcess.RunAsync("report", "half-year", "--period", "2024H1", "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), json.RootElement.GetProperty("sha256").GetString());
        Assert.Equal([85, 85, 54, 171, 9, 38], json.RootElement.GetProperty("annexes").EnumerateArray().Take(6).Select(annex => annex.GetProperty("figures").GetInt32()));
        Assert.True(DocumentReader.Read(bytes, "report.docx", ct: Ct).Tables.Count() >= 6);
    }

    [Fact]
    public async Task CarryOver_ReviewOfTheMonthBefore_ComesBackWithWhatWasChanged()
    {
        var (file, draft) = (Path.Combine(site.Data.FullPath, "before.docx"), Path.Combine(site.Data.FullPath, "draft.docx"));
        Assert.Equal(0, (await LanshaoProcess.RunAsync("report", "month", "--period", "2024-05", "--data", site.Data.FullPath, "--output", file)).ExitCode);

        var answer = await LanshaoProcess.RunAsync("report", "carry-over", file, "--period", "2024-06", "--data", site.Data.FullPath, "--output", draft, "--json");

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal(("2024-05", "2024-06"), (json.RootElement.GetProperty("before").GetString(), json.RootElement.GetProperty("now").GetString()));
        Assert.Contains(json.RootElement.GetProperty("items").EnumerateArray(), item => item.GetProperty("kind").GetString() == "period-changed");
        Assert.NotEmpty(DocumentReader.Read(await File.ReadAllBytesAsync(draft, Ct), "draft.docx", ct: Ct).Tables);
    }

    [Fact]
    public async Task Quarter_WithItsTaskList_WritesTheProgressTable()
    {
        var file = Path.Combine(site.Data.FullPath, "progress.docx");

        var answer = await LanshaoProcess.RunAsync("report", "quarter", "--period", "2024Q2", "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal("quarter", json.RootElement.GetProperty("kind").GetString());
        var table = Assert.Single(DocumentReader.Read(await File.ReadAllBytesAsync(file, Ct), "progress.docx", ct: Ct).Tables);
        Assert.Equal("二季度进展", table.Rows[0].Cells[3].Text);
    }

    [Theory]
    [InlineData("week", "2024-W26", "东城区2024年第26周大气污染防治通报")]
    [InlineData("month", "2024-06", "东城区2024年6月污染防治工作点评")]
    public async Task Regular_WithFiguresAndTasks_WritesTheFile(string kind, string period, string title)
    {
        var file = Path.Combine(site.Data.FullPath, $"regular-{kind}.docx");

        var answer = await LanshaoProcess.RunAsync("report", kind, "--period", period, "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal((kind, title), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("title").GetString()));
        Assert.Equal("到期任务清单", json.RootElement.GetProperty("annexes").EnumerateArray().Last().GetProperty("title").GetString());
        Assert.NotEmpty(DocumentReader.Read(await File.ReadAllBytesAsync(file, Ct), "regular.docx", ct: Ct).Tables);
    }

    [Theory]
    [InlineData("quarter", "2019Q2", 4, "RPT-030")]
    [InlineData("month", "2019-06", 4, "RPT-012")]
    [InlineData("week", "2019-W26", 4, "RPT-012")]
    [InlineData("year", "2019", 4, "RPT-012")]
    [InlineData("half-year", "2019H1", 4, "RPT-012")]
    public async Task Report_ThatCannotBeMade_IsRefusedAndLeavesNoFile(string kind, string period, int exit, string code)
    {
        var file = Path.Combine(site.Data.FullPath, kind + ".docx");

        var answer = await LanshaoProcess.RunAsync("report", kind, "--period", period, "--data", site.Data.FullPath, "--output", file, "--json");

        Assert.Equal(exit, answer.ExitCode);
        Assert.Equal(code, JsonDocument.Parse(answer.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(Directory.GetFiles(site.Data.FullPath, kind + ".docx*"));
    }

    [Fact]
    public async Task HalfYear_PeriodOfAnotherKind_IsWrongUsage()
    {
        var answer = await LanshaoProcess.RunAsync("report", "half-year", "--period", "2024Q2", "--data", site.Data.FullPath, "--output", "x.docx");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("应为 2024H1 的写法", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfYear_PlaceThatCannotBeWritten_IsTheEnvironment()
    {
        var answer = await LanshaoProcess.RunAsync("report", "half-year", "--period", "2024H1", "--data", site.Data.FullPath, "--output", Path.Combine(site.Data.FullPath, "none", "x.docx"), "--json");

        Assert.Equal(5, answer.ExitCode);
        Assert.Equal("RPT-017", JsonDocument.Parse(answer.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
    }
}
