using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary>What runs beside a server on its folder, and what does not.</summary>
[Collection(RunningServer.Name)]
public sealed class BesideServerTests(RunningServer server) : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-beside-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Serve_ASecondTimeOnOneFolder_IsRefused(string verb)
    {
        var run = await Run.Async(verb, "--data", server.Data, "--urls", "http://127.0.0.1:0");

        Assert.Equal((5, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal($"数据文件夹“{server.Data}”正由另一个服务使用。请先停止那个服务，或用 --data 指定其他文件夹。", run.Errors.Trim());
        Assert.Equal("ok", await HealthAsync());
    }

    [Fact]
    public async Task Serve_OnATakenPort_IsRefusedAndThePortIsNamed()
    {
        var run = await Run.Async("serve", "--data", Path.Combine(_folder, "other"), "--urls", server.Address);

        Assert.Equal((5, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal($"端口{server.Port}已被占用，请关闭占用程序，或用 --urls 指定其他端口。", run.Errors.Trim());
        Assert.Equal("ok", await HealthAsync());
    }

    [Fact]
    public async Task Verbs_OfTheFolder_WorkBesideTheServer()
    {
        var pack = Path.Combine(_folder, "pack");

        Run[] runs =
        [
            await Run.Async("settings", "--data", server.Data),
            await Run.Async("pack", "export", pack, "--data", server.Data),
            await Run.Async("pack", "apply", pack, "--data", server.Data),
            await Run.Async("backup", "--data", server.Data, "--output", Path.Combine(_folder, "backup.zip")),
            await Run.Async("audit", "verify", "--data", server.Data),
        ];

        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors)));
        Assert.Contains("审计链完整", runs[^1].Output, StringComparison.Ordinal);
        Assert.Equal("ok", await HealthAsync());
    }

    [Fact]
    public async Task PlanImport_BesideTheServer_IsOnItsPagesAtOnce()
    {
        var plan = Path.Combine(_folder, "计划.txt");
        await File.WriteAllTextAsync(plan, "样例区2031年行动计划\n一、重点任务\n（一）治理工地扬尘。年底前完成全部工地检查。（责任单位：区住建委）\n", Ct);

        var run = await Run.Async("plan", "import", plan, "--data", server.Data, "--json");
        var pages = await Http.GetStringAsync(new Uri(server.Address + "/api/v1/plans"), Ct);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.True(run.Json.GetProperty("added").GetInt32() > 0);
        Assert.Contains("2031", pages, StringComparison.Ordinal);
    }

    private async Task<string?> HealthAsync()
    {
        using var json = System.Text.Json.JsonDocument.Parse(await Http.GetStringAsync(new Uri(server.Address + "/health/live"), Ct));
        return json.RootElement.GetProperty("status").GetString();
    }
}
