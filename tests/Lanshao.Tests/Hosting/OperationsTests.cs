using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Hosting;
using Xunit;

namespace Lanshao.Tests.Hosting;

public sealed partial class OperationsTests(Site site)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningSite_IsOk(string path)
    {
        using var json = JsonDocument.Parse(await TextAsync(path));

        Assert.Equal("ok", json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_WithoutTheDataFolder_Is503AndLiveStaysOk()
    {
        await using var lost = await Site.StartAsync();
        lost.LoseFolder();

        using var ready = await Http.GetAsync(new Uri(lost.Address + "/health/ready"), TestContext.Current.CancellationToken);
        using var live = await Http.GetAsync(new Uri(lost.Address + "/health/live"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Metrics_AfterARequest_CountsItInThePrometheusForm()
    {
        await TextAsync("/");

        var text = await MetricsAsync("http_server_request_duration_seconds_count\\{[^}]*http_route=\"/\"[^}]*\\} [1-9]");

        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        Assert.Contains("le=\"+Inf\"", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_OfJobsAndFeed_TellEveryStateAndHowFarTheFeedIs()
    {
        var text = await TextAsync("/metrics");

        foreach (var state in Enum.GetNames<Platform.Foundation.Jobs.JobState>())
        {
            Assert.Contains($"lanshao_jobs{{kind=\"foundation.verify-audit\",state=\"{state.ToLowerInvariant()}\"}} ", text, StringComparison.Ordinal);
        }

        Assert.Matches("(?m)^lanshao_feed_newest [1-9][0-9]*$", text);
        Assert.Matches("(?m)^lanshao_jobs_oldest_waiting_seconds [0-9.]+$", text);
    }

    [Fact]
    public async Task Metrics_OfACursorLeftByAnotherProgram_TellItsLag()
    {
        await using var own = await Site.StartAsync();
        await using var db = own.Data.Store.NewContext();
        db.Add(new Platform.Foundation.FeedCursor("elsewhere", 1));
        Assert.Null(await db.SaveAsync(Platform.Foundation.Actor.System, TimeProvider.System, TestContext.Current.CancellationToken));

        var text = await Http.GetStringAsync(new Uri(own.Address + "/metrics"), TestContext.Current.CancellationToken);

        var newest = Regex.Match(text, "(?m)^lanshao_feed_newest ([0-9]+)$").Groups[1].Value;
        Assert.Contains($"lanshao_feed_lag{{consumer=\"elsewhere\"}} {int.Parse(newest, System.Globalization.CultureInfo.InvariantCulture) - 1}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_DescribesTheApiOnly()
    {
        using var json = JsonDocument.Parse(await TextAsync("/api/v1/openapi.json"));

        Assert.StartsWith("3.", json.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(json.RootElement.TryGetProperty("paths", out var paths) ? paths.EnumerateObject() : default, path => Assert.StartsWith("/api/v1/", path.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "ACC-002")]
    [InlineData("http://192.168.1.10:5080", "ACC-002")]
    [InlineData("http://[::]:5080", "ACC-002")]
    [InlineData("http://example.org:5080", "ACC-002")]
    [InlineData("https://127.0.0.1:5080", "WEB-009")]
    [InlineData("5080", "WEB-009")]
    public void EndPoint_BeyondThisMachine_IsRefusedWithTheReason(string url, string code) => Assert.Equal(code, ServerOptions.EndPointOf(url).Refusal?.Code);

    [Fact]
    public async Task Run_PortTaken_IsRefusedByItsCode()
    {
        using var output = new StringWriter();

        var refusal = await Server.RunAsync(new() { Data = site.Data, Url = site.Address, Log = TextWriter.Null }, output, TestContext.Current.CancellationToken);

        Assert.Equal("ENV-001", refusal?.Code);
        Assert.Equal(new Uri(site.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal!.Arguments["port"]);
        Assert.Equal(string.Empty, output.ToString());
    }

    [Fact]
    public async Task Run_OnAnyPort_SaysWhereInOneLineAndStopsWhenTold()
    {
        using var stop = new CancellationTokenSource();
        using var output = new WatchedWriter(stop.Cancel);

        var refusal = await Server.RunAsync(new() { Data = site.Data, Url = "http://127.0.0.1:0", Log = TextWriter.Null }, output, stop.Token);

        Assert.Null(refusal);
        Assert.Matches("\\ALanshao ready: http://127\\.0\\.0\\.1:[1-9][0-9]*\\r?\\n\\z", output.ToString());
    }

    [Fact]
    public async Task Log_OfAForeignName_IsOneEscapedLineOf200Characters()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(site.Address).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {new string('x', 600)}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 421", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var line = await site.Log.LineAsync("Host=\"xxx", TestContext.Current.CancellationToken);

        Assert.Contains(" warn Lanshao.Hosting.HostGuard event=\"Host name refused: {Host}\" Host=\"xxx", line, StringComparison.Ordinal);
        Assert.True(line.Length < 400, line);
    }

    [Theory]
    [InlineData("a\nb\r\t\"\\", "a\\nb\\r\\t\\\"\\\\")]
    [InlineData("\u001b[31m\u0000", "\\u001b[31m\\u0000")]
    [InlineData("a\u202eb\u2028", "a\\u202eb\\u2028")]
    [InlineData("中文🙂", "中文🙂")]
    public void LogText_OfControlCharacters_IsEscaped(string text, string expected) => Assert.Equal(expected, LogText.Shown(text));

    [GeneratedRegex("\\A(# (HELP|TYPE) [a-z_0-9]+ .*|[a-z_0-9]+(\\{[^\\n]*\\})? -?([0-9.]+(E[+-]?[0-9]+)?|∞|NaN))\\z")]
    private static partial Regex Line();

    /// <summary>Asks until the line is there: a request is counted after its answer has gone out.</summary>
    private async Task<string> MetricsAsync(string line)
    {
        for (var tries = 0; ; tries++)
        {
            var text = await TextAsync("/metrics");
            if (Regex.IsMatch(text, line, RegexOptions.None, TimeSpan.FromSeconds(10)))
            {
                return text;
            }

            Assert.True(tries < 1000, $"/metrics has no line like {line}:\n{text}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> TextAsync(string path) => await Http.GetStringAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);

    /// <summary>Tells when the ready line has been written.</summary>
    private sealed class WatchedWriter(Action written) : StringWriter
    {
        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            written();
            return Task.CompletedTask;
        }
    }
}
