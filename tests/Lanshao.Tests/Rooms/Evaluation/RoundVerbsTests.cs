using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary><c>rounds</c>: review rounds from the command line.</summary>
public sealed class RoundVerbsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-rounds-");

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Fact]
    public async Task Save_ThenListAndRank_AnswersTheRoundAndRefusesAnOverlap()
    {
        var data = Path.Combine(_folder.FullName, "data");
        Assert.Equal(0, (await LanshaoProcess.RunAsync("pack", "apply", PackVerbsTests.Sample, "--data", data)).ExitCode);

        var saved = await LanshaoProcess.RunAsync("rounds", "save", "--number", "6", "--from", "2024-05-20", "--to", "2024-06-19", "--source", "样例通知", "--data", data, "--json");
        var overlap = await LanshaoProcess.RunAsync("rounds", "save", "--number", "7", "--from", "2024-06-10", "--to", "2024-07-09", "--source", "样例通知", "--data", data, "--json");
        var listed = await LanshaoProcess.RunAsync("rounds", "list", "--year", "2024", "--data", data, "--json");
        var ranked = await LanshaoProcess.RunAsync("rounds", "rank", "--number", "6", "--year", "2024", "--data", data, "--json");

        Assert.Equal((0, 31, 1), (saved.ExitCode, saved.Json().GetProperty("days").GetInt32(), saved.Json().GetProperty("revision").GetInt32()));
        Assert.Equal((4, "EVA-051"), (overlap.ExitCode, overlap.Json().GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal("2024-05-20", Assert.Single(listed.Json().EnumerateArray()).GetProperty("from").GetString());
        Assert.Equal((0, 17), (ranked.ExitCode, ranked.Json().GetProperty("rows").GetArrayLength()));
    }
}
