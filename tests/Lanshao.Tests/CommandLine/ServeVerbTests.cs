using Lanshao.Platform.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary><c>serve</c> and <c>demo</c> as processes: what they refuse, in which words and with which exit code, and nothing made where nothing may be made.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-refused-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Serve_OnAnotherAddressThanThisMachine_IsRefusedAndMakesNothing(string verb)
    {
        var run = await Run.Async(verb, "--data", Data, "--urls", "http://0.0.0.0:0");

        Assert.Equal((4, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("账号功能启用之前，只允许在本机访问", run.Errors, StringComparison.Ordinal);
        Assert.Contains("http://0.0.0.0:0", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Serve_WithAPartOfTheRolesOnSqlite_IsRefusedAndMakesNothing()
    {
        var run = await Run.Async("serve", "--data", Data, "--urls", "http://127.0.0.1:0", "--roles", "web,jobs", "--json");

        Assert.Equal((4, "ENV-060"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("--database", run.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Serve_WithARoleThatIsNone_IsWrongUsageAndNamesTheRoles()
    {
        var run = await Run.Async("serve", "--data", Data, "--roles", "web,all");

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("web,gateway,writer,jobs", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Serve_OnAFileInPlaceOfTheFolder_IsRefusedAndLeavesTheFile(string verb)
    {
        await File.WriteAllTextAsync(Data, "不是文件夹", Ct);

        var run = await Run.Async(verb, "--data", Data, "--urls", "http://127.0.0.1:0");

        AssertNotWritable(run, Data);
        Assert.Equal("不是文件夹", await File.ReadAllTextAsync(Data, Ct));
    }

    [Fact]
    public async Task Serve_OnAFileSystemThatTakesNoFolder_IsRefused()
    {
        // Not even its administrator may make a folder there.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is there on Linux only");

        AssertNotWritable(await Run.Async("serve", "--data", "/proc/lanshao", "--urls", "http://127.0.0.1:0"), "/proc/lanshao");
    }

    [Fact]
    public async Task Serve_OnANewFolderWithAPackThatIsNone_SaysWhatPackApplySays()
    {
        var run = await Run.Async("serve", "--data", Data, "--pack", _folder, "--urls", "http://127.0.0.1:0");
        var alone = await Run.Async("pack", "apply", _folder, "--data", Data + "2");

        Assert.Equal((alone.ExitCode, alone.Errors), (run.ExitCode, run.Errors));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("pack.yaml", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Serve_OnADatabaseThatCannotBeOpened_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(Data, "lanshao.db"));

        AssertNotWritable(await Run.Async("serve", "--data", Data, "--urls", "http://127.0.0.1:0"), "lanshao.db");
    }

    [Fact]
    public async Task Serve_OnAFolderOfANewerVersion_IsRefusedAndChangesNothing()
    {
        await MakeOfNewerVersionAsync();
        var before = await File.ReadAllBytesAsync(Path.Combine(Data, "lanshao.db"), Ct);

        var run = await Run.Async("serve", "--data", Data, "--urls", "http://127.0.0.1:0");

        Assert.Equal((5, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("该数据由更高版本的程序建立（99991231235959_Later）", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(Data, "lanshao.db"), Ct));
    }

    [Fact]
    public async Task Verb_OnAFolderOfANewerVersion_IsRefusedToo()
    {
        await MakeOfNewerVersionAsync();

        var run = await Run.Async("audit", "verify", "--data", Data, "--json");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("ENV-003", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Demo_OnAnEmptyFolder_ServesTheSampleDistrictAndStopsCleanlyWhenTold()
    {
        var process = Run.Start("demo", "--data", Data, "--urls", "http://127.0.0.1:0", "--set", "web.query-seconds=300");
        var errors = process.StandardError.ReadToEndAsync(Ct);
        using var http = new HttpClient();

        var home = await http.GetStringAsync(new Uri(await RunningServer.AddressOfAsync(process, errors)), Ct);
        var (code, output) = await RunningServer.StopAsync(process);

        Assert.Contains("演示数据", home, StringComparison.Ordinal);
        Assert.True(code == 0, $"exit {code}: {output}{await errors}");

        // Its sample devices report to a gateway, whose address follows the ready line.
        Assert.Matches("\\A(Lanshao gateway: 127\\.0\\.0\\.1:[1-9][0-9]*\\r?\\n)?\\z", output);
    }

    private static void AssertNotWritable(Run run, string path)
    {
        Assert.Equal((5, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"数据文件夹“{path}”不可写：", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("请检查权限和磁盘空间，或用 --data 指定其他文件夹。\n", run.Errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task MakeOfNewerVersionAsync()
    {
        var folder = (await DataFolder.OpenAsync(Data, create: true, database: null, Ct)).Value!;
        await using (var connection = new SqliteConnection(folder.Store.ConnectionString))
        {
            await connection.OpenAsync(Ct);
            await using var later = connection.CreateCommand();
            later.CommandText = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0.0'); PRAGMA wal_checkpoint(TRUNCATE)";
            await later.ExecuteNonQueryAsync(Ct);
        }

        folder.Store.Release();
    }
}
