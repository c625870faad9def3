using System.Text;
using System.Text.Json;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class DecodeVerbTests
{
    private const string Good = "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80";
    private const string Bad = "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=31&&1C80";

    [Fact]
    public async Task Decode_Text_AnswersOneLineForEachLineAndOneWhenOneIsRefused()
    {
        var (exitCode, lines) = await DecodeAsync($"{Good}\r\n\n{Bad}\nhello\n{Good}", "--json-lines");

        Assert.Equal(1, exitCode);
        Assert.Equal([true, false, false, false, true], lines.Select(l => l.GetProperty("ok").GetBoolean()));
        Assert.Equal("HJ-010 HJ-004 HJ-001", string.Join(' ', lines[1..4].Select(l => l.GetProperty("code").GetString())));
        Assert.All(lines[1..4], l => Assert.NotEqual(string.Empty, l.GetProperty("reason").GetString() + l.GetProperty("likelyCause").GetString()));
    }

    [Fact]
    public async Task Decode_AGoodFrame_HasEveryKeyOfTheContract()
    {
        var (exitCode, lines) = await DecodeAsync(Good, "-", "--json-lines");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["ok", "mn", "cn", "st", "qn", "flag", "version", "dataTime", "header", "cp", "factors", "warnings"],
            Assert.Single(lines).EnumerateObject().Select(p => p.Name));
        Assert.Equal("30", lines[0].GetProperty("cp").GetProperty("RtdInterval").GetString());
        Assert.Equal(0, lines[0].GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task Decode_Base64_TellsWhatIsNone()
    {
        var (exitCode, lines) = await DecodeAsync(Convert.ToBase64String(Encoding.ASCII.GetBytes(Good + "\r\n")) + "\n***\n", "--base64", "--json-lines");

        Assert.Equal(1, exitCode);
        Assert.Equal([true, false], lines.Select(l => l.GetProperty("ok").GetBoolean()));
    }

    [Fact]
    public async Task Decode_Stream_AnswersOneLineForEachFrameAndEachPiece()
    {
        var (exitCode, lines) = await DecodeAsync($"noise{Good}\r\n{Bad}\r\n{Good}", "--stream", "--json-lines");

        Assert.Equal(1, exitCode);
        Assert.Equal([false, true, false, true], lines.Select(l => l.GetProperty("ok").GetBoolean()));
    }

    [Fact]
    public async Task Decode_AFileThatIsNotThere_ExitsThree() =>
        Assert.Equal(3, (await Run.Async("hj212", "decode", "no-such-file", "--json-lines")).ExitCode);

    [Theory]
    [InlineData("--stream", "--base64")]
    [InlineData("--key", "12")]
    public async Task Decode_WrongUsage_ExitsTwo(params string[] options) =>
        Assert.Equal(2, (await Run.Async(["hj212", "decode", .. options])).ExitCode);

    private static async Task<(int ExitCode, JsonElement[] Lines)> DecodeAsync(string input, params string[] options)
    {
        var ct = TestContext.Current.CancellationToken;
        using var process = Run.Start(["hj212", "decode", .. options]);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input), ct);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }
}
