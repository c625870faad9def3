using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.CommandLine;

public sealed class FolderVerbsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-verbs-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Fact]
    public async Task Settings_Json_ListsEverySettingWithItsOrigin()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "lanshao.yaml"), "limits:\n  file-mb: 60\n", Ct);

        var run = await Run.Async("settings", "--data", Data, "--set", "web.query-seconds=9", "--json");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var lines = run.Json.EnumerateArray().ToDictionary(l => l.GetProperty("key").GetString()!, l => (l.GetProperty("value").GetString(), l.GetProperty("origin").GetString(), l.GetProperty("unit").GetString()));
        Assert.Equal(("60", "file", "MB"), lines["limits.file-mb"]);
        Assert.Equal(("9", "commandLine", "秒"), lines["web.query-seconds"]);
        Assert.Equal(("4", "default", "个"), lines["jobs.heavy"]);
    }

    [Theory]
    [InlineData("web.query-seconds=0", "ENV-041", 4)]
    [InlineData("web.nothing=1", "ENV-040", 4)]
    public async Task Settings_BrokenValue_IsRefusedInWords(string given, string code, int exitCode)
    {
        await MakeAsync();

        var run = await Run.Async("settings", "--data", Data, "--set", given, "--json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task AuditVerify_WholeChain_AnswersItsHead()
    {
        await MakeAsync(links: 3);

        var run = await Run.Async("audit", "verify", "--data", Data, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((3, true), (run.Json.GetProperty("links").GetInt64(), run.Json.GetProperty("intact").GetBoolean()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("broken").ValueKind);
    }

    [Fact]
    public async Task AuditVerify_AlteredLink_IsFoundAndNamed()
    {
        await MakeAsync(links: 3);
        var store = Store.Sqlite(Path.Combine(Data, "lanshao.db"));
        await using (var db = store.NewContext())
        {
            await db.Set<AuditEntry>().Where(a => a.Seq == 2).ExecuteUpdateAsync(s => s.SetProperty(a => a.Actor, "nobody"), Ct);
        }

        store.Release();

        var json = await Run.Async("audit", "verify", "--data", Data, "--json");
        var text = await Run.Async("audit", "verify", "--data", Data);

        Assert.Equal((1, 1), (json.ExitCode, text.ExitCode));
        Assert.Equal((2, "altered"), (json.Json.GetProperty("broken").GetProperty("seq").GetInt64(), json.Json.GetProperty("broken").GetProperty("fault").GetString()));
        Assert.Contains("审计链在第2条断开", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupAndRestore_ThroughTheCommandLine_BringTheFolderBack()
    {
        await MakeAsync(links: 3);
        var archive = Path.Combine(_folder, "b.zip");
        var back = Path.Combine(_folder, "back");

        var taken = await Run.Async("backup", "--data", Data, "--output", archive, "--json");
        var again = await Run.Async("backup", "--data", Data, "--output", archive);
        var restored = await Run.Async("restore", archive, "--data", back, "--json");
        var overFull = await Run.Async("restore", archive, "--data", back);
        var verified = await Run.Async("audit", "verify", "--data", back, "--json");

        Assert.Equal((0, 4, 0, 4, 0), (taken.ExitCode, again.ExitCode, restored.ExitCode, overFull.ExitCode, verified.ExitCode));
        Assert.Equal(taken.Json.GetProperty("auditHead").GetString(), verified.Json.GetProperty("head").GetString());
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("audit", "verify")]
    [InlineData("backup", "--output", "b.zip")]
    public async Task Verb_MissingFolder_IsRefusedAndNotMade(params string[] verb)
    {
        var run = await Run.Async([.. verb, "--data", Data]);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("没有找到数据文件夹", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Verb_DatabaseAway_ExitsFiveAndSaysSo()
    {
        Directory.CreateDirectory(Data);

        var run = await Run.Async("audit", "verify", "--data", Data, "--database", "postgres://nobody@127.0.0.1:1/nothing", "--json");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("ENV-006", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    private async Task MakeAsync(int links = 0)
    {
        var folder = (await DataFolder.OpenAsync(Data, create: true, database: null, Ct)).Value!;
        await using var db = folder.Store.NewContext();
        for (var n = 0; n < links; n++)
        {
            db.Announce(new("Monitoring", "Reading", $"{n}", 1, new string('0', 64)));
        }

        Assert.Null(await db.SaveAsync(Actor.System, TimeProvider.System, Ct));
        folder.Store.Release();
    }
}
