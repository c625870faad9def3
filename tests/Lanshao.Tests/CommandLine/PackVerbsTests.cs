using Xunit;

namespace Lanshao.Tests.CommandLine;

public sealed class PackVerbsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-pack-");

    private string Data => Path.Combine(_folder.FullName, "data");

    internal static string Sample => Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "packs")).Single();

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Fact]
    public async Task Apply_ThenExport_GivesTheSameFolder()
    {
        var target = Path.Combine(_folder.FullName, "out");

        var applied = await LanshaoProcess.RunAsync("pack", "apply", Sample, "--data", Data, "--json");
        var again = await LanshaoProcess.RunAsync("pack", "apply", Sample, "--data", Data, "--json");
        var exported = await LanshaoProcess.RunAsync("pack", "export", target, "--data", Data, "--json");

        Assert.Equal((0, 1, true), (applied.ExitCode, applied.Json().GetProperty("revision").GetInt32(), applied.Json().GetProperty("isNew").GetBoolean()));
        Assert.Equal((0, 1, false), (again.ExitCode, again.Json().GetProperty("revision").GetInt32(), again.Json().GetProperty("isNew").GetBoolean()));
        Assert.Equal(0, exported.ExitCode);
        Assert.Equal(Files(Sample), Files(target));
    }

    [Fact]
    public async Task Apply_PackWithAMistake_IsRefusedAndTellsWhere()
    {
        var pack = Path.Combine(_folder.FullName, "pack");
        foreach (var (path, content) in Files(Sample))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(pack, path))!);
            await File.WriteAllBytesAsync(Path.Combine(pack, path), Convert.FromHexString(content), TestContext.Current.CancellationToken);
        }

        await File.AppendAllTextAsync(Path.Combine(pack, "groups.yaml"), "  - code: new\n    nmae: 新组\n", TestContext.Current.CancellationToken);
        var refused = await LanshaoProcess.RunAsync("pack", "apply", pack, "--data", Data, "--json");

        Assert.Equal((4, "PACK-020"), (refused.ExitCode, refused.Json().GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("groups.yaml第", refused.Error, StringComparison.Ordinal);
        Assert.Contains("最接近的是“name”", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NoData_IsTheEnvironment() => Assert.Equal(5, (await LanshaoProcess.RunAsync("pack", "export", Path.Combine(_folder.FullName, "out"), "--data", Data, "--json")).ExitCode);

    private static List<(string Path, string Content)> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file), Convert.ToHexString(File.ReadAllBytes(file)))).OrderBy(file => file.Item1, StringComparer.Ordinal)];
}
