using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary><c>readings import</c> against the contract of the command line.</summary>
public sealed class ReadingsImportVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-readings-");

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Fact]
    public async Task Import_OfAFile_AnswersTheContractsKeysAndTheSameFileBringsNothing()
    {
        var (data, file) = (Path.Combine(_folder.FullName, "data"), Write("hours.csv", "站点,时间,PM2.5,O3\nA,2024-06-01 00:00,35,80\nA,2024-06-01 01:00,many,81\nA,2024-06-01 00:00,36,80\n"));

        var preview = (await Run.Async("readings", "import", file, "--data", data, "--preview", "--json")).Json;
        var applied = (await Run.Async("readings", "import", file, "--data", data, "--tier", "国控", "--json")).Json;
        var again = (await Run.Async("readings", "import", file, "--data", data, "--json")).Json;

        Assert.Equal(["batch", "added", "changed", "unchanged", "rejected", "rejectFile", "findings", "files"], applied.EnumerateObject().Select(key => key.Name));
        Assert.Equal((System.Text.Json.JsonValueKind.Null, 3, System.Text.Json.JsonValueKind.Null), (preview.GetProperty("batch").ValueKind, preview.GetProperty("added").GetInt32(), preview.GetProperty("rejectFile").ValueKind));
        Assert.Equal((3, 0, 1, 1), Counts(applied));
        Assert.Equal((0, 0, 4, 1), Counts(again));
        Assert.Equal(applied.GetProperty("batch").GetString(), again.GetProperty("batch").GetString());
        Assert.Equal(["文件,行,列,应为,实为", "\"hours.csv\",\"3\",\"PM2.5\",\"0 到 99999 的数字\",\"many\""], await File.ReadAllLinesAsync(applied.GetProperty("rejectFile").GetString()!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Import_OfSeveralFiles_StopsBeforeTheFirstWhereOneCannotBeRead()
    {
        var data = Path.Combine(_folder.FullName, "data");
        var (good, odd) = (Write("a.csv", "站点,时间,PM2.5\nA,2024-06-01 00:00,35\n"), Write("b.csv", "x,y\n1,2\n"));

        var refused = await Run.Async("readings", "import", good, odd, "--data", data, "--json");
        var counted = (await Run.Async("reading", "count", "--data", data, "--json")).Json;

        Assert.Equal((3, "DOC-142"), (refused.ExitCode, refused.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(0, counted.GetProperty("readings").GetInt32());
    }

    private static (int, int, int, int) Counts(System.Text.Json.JsonElement answer) =>
        (answer.GetProperty("added").GetInt32(), answer.GetProperty("changed").GetInt32(), answer.GetProperty("unchanged").GetInt32(), answer.GetProperty("rejected").GetInt32());

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
