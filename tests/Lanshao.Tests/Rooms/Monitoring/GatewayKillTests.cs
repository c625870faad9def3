using System.Diagnostics;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>The promise of the gateway: what was acknowledged is there, whatever happens to the process.</summary>
public sealed class GatewayKillTests : IDisposable
{
    private const int EnoughAcks = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-kill-").FullName;

    private string Acks => Path.Combine(_folder, "acks.tsv");

    private string Data => Path.Combine(_folder, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_KilledWhileDevicesSend_LosesNoAcknowledgedFrameAndNoReading()
    {
        var (server, address) = await ServeAsync("127.0.0.1:0");
        var simulator = Run.Start("hj212", "simulate", "--to", address, "--devices", "10", "--rate", "200", "--seconds", "3600", "--wait", "1", "--acks", Acks, "--seed", "3", "--json");
        try
        {
            await UntilAcknowledgedAsync(EnoughAcks);
            End(server);
            var before = Lines().Length;
            (server, _) = await ServeAsync(address);
            await UntilAcknowledgedAsync(before + EnoughAcks);
        }
        finally
        {
            End(simulator);
            End(server);
        }

        await File.WriteAllLinesAsync(Acks, Lines(), Ct);
        var counted = await Run.Async("reading", "count", "--data", Data, "--acks", Acks, "--json");
        var again = await Run.Async("reading", "count", "--data", Data, "--acks", Acks, "--json");

        Assert.Equal(0, counted.ExitCode);
        Assert.Equal(0, counted.Json.GetProperty("acknowledgedMissing").GetInt64());
        Assert.True(counted.Json.GetProperty("frames").GetInt64() >= Lines().Distinct().Count());
        Assert.True(counted.Json.GetProperty("readings").GetInt64() > 0);
        Assert.Equal(counted.Output, again.Output);
    }

    [Fact]
    public async Task Count_AFrameThatIsNotThere_IsMissing()
    {
        var (server, _) = await ServeAsync("127.0.0.1:0");
        End(server);
        await File.WriteAllTextAsync(Acks, "010000A8900016F000169DC0\t20240701080000000\t2011\t\n", Ct);

        var counted = await Run.Async("reading", "count", "--data", Data, "--acks", Acks, "--json");

        Assert.Equal(1, counted.Json.GetProperty("acknowledgedMissing").GetInt64());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("127.0.0.1:99999")]
    public async Task Serve_AGatewayThatIsNoAddress_IsRefused(string address)
    {
        var run = await Run.Async("serve", "--data", Data, "--gateway", address, "--json");

        Assert.Equal((4, "MON-007"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.False(Directory.Exists(Data));
    }

    public void Dispose() => TemporaryFolder.Delete(_folder);

    private async Task<(Process Server, string Gateway)> ServeAsync(string gateway)
    {
        var server = Run.Start("serve", "--data", Data, "--urls", "http://127.0.0.1:0", "--gateway", gateway);
        _ = server.StandardError.ReadToEndAsync(Ct);
        var ready = await server.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct);
        var listening = await server.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct);
        Assert.StartsWith("Lanshao ready: ", ready, StringComparison.Ordinal);
        Assert.StartsWith("Lanshao gateway: ", listening, StringComparison.Ordinal);
        return (server, listening!["Lanshao gateway: ".Length..]);
    }

    // SIGKILL: nothing is finished, nothing is flushed.
    private static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task UntilAcknowledgedAsync(int count)
    {
        var watch = Stopwatch.StartNew();
        while (Lines().Length < count)
        {
            Assert.True(watch.Elapsed < Patience, $"{Lines().Length} of {count} acknowledged.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);
        }
    }

    // A line that was being written when the simulator was killed says nothing yet.
    private string[] Lines()
    {
        if (!File.Exists(Acks))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(Acks, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
