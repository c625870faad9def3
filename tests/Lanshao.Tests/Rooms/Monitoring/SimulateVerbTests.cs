using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class SimulateVerbTests
{
    [Fact]
    public async Task Simulate_WithFaults_GetsEveryFrameAcknowledgedAndWritesThemDown()
    {
        await using var server = new AnsweringServer();
        var acks = Path.GetTempFileName();

        var run = await Run.Async(
            "hj212", "simulate", "--to", server.Address, "--devices", "20", "--rate", "200", "--seconds", "1", "--wait", "3", "--acks", acks, "--seed", "5", "--repeat", "0.05", "--garbage", "0.05", "--drop", "0.05", "--json");

        var lines = await File.ReadAllLinesAsync(acks, TestContext.Current.CancellationToken);
        File.Delete(acks);
        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Json.GetProperty("sent").GetInt32(), 150, 199);
        Assert.Equal(run.Json.GetProperty("sent").GetInt32(), run.Json.GetProperty("acknowledged").GetInt32());
        Assert.Equal(run.Json.GetProperty("acknowledged").GetInt32(), lines.Distinct().Count());
        Assert.True(run.Json.GetProperty("resent").GetInt32() > 0 && server.Dropped > 0);
        Assert.True(run.Json.GetProperty("p50Ms").GetDecimal() <= run.Json.GetProperty("p99Ms").GetDecimal());
        Assert.True(run.Json.GetProperty("seconds").GetDecimal() >= 1m);
        Assert.Equal(
            server.Received.Select(s => string.Join('\t', Value(s, "MN"), Value(s, "QN"), Value(s, "CN"), string.Empty)).Distinct().Order(),
            lines.Order());
    }

    [Fact]
    public async Task Simulate_TheSameSeedAndBeginning_SendsTheSameFrames()
    {
        var sent = new List<string>[2];
        for (var i = 0; i < 2; i++)
        {
            await using var server = new AnsweringServer();
            _ = await Run.Async("hj212", "simulate", "--to", server.Address, "--devices", "8", "--rate", "100", "--seconds", "0.5", "--seed", "9", "--from", "20260308101500", "--json");
            sent[i] = [.. server.Received.Distinct().Order(StringComparer.Ordinal)];
        }

        Assert.Equal(50, sent[0].Count);
        Assert.Equal(sent[0], sent[1]);
        Assert.Equal(["21", "22", "31", "39"], sent[0].Select(s => Value(s, "ST")).Distinct().Order());
    }

    [Fact]
    public async Task Simulate_NobodyListens_ExitsFive()
    {
        string address;
        await using (var server = new AnsweringServer())
        {
            address = server.Address;
        }

        var run = await Run.Async("hj212", "simulate", "--to", address, "--devices", "1", "--rate", "1", "--seconds", "1", "--json");

        Assert.Equal((5, "HJ-014"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("--to", "nowhere", "--devices", "1")]
    [InlineData("--to", "127.0.0.1:1", "--devices", "0")]
    [InlineData("--to", "127.0.0.1:1", "--devices", "1", "--kind", "noise")]
    [InlineData("--to", "127.0.0.1:1", "--devices", "1", "--drop", "2")]
    public async Task Simulate_WrongUsage_ExitsTwo(params string[] options) =>
        Assert.Equal(2, (await Run.Async(["hj212", "simulate", "--rate", "1", "--seconds", "1", .. options])).ExitCode);

    private static string Value(string segment, string field) => segment.Split(';').Single(f => f.StartsWith(field + "=", StringComparison.Ordinal))[(field.Length + 1)..];
}
