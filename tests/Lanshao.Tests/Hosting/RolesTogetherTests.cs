using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Rooms.Districts;
using Lanshao.Tests.CommandLine;
using Lanshao.Tests.Rooms.Monitoring;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>One district in two processes on one database: pages in one, devices and their data in the other.</summary>
public sealed partial class RolesTogetherTests : IAsyncLifetime
{
    private const string DevicePage = "/devices/device?mn=" + GatewayRig.Mn;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-roles-").FullName;
    private PostgresServer? _postgres;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    private string Database
    {
        get
        {
            Assert.SkipWhen(_postgres is null && Environment.GetEnvironmentVariable("CI") is null or "", "no PostgreSQL server: install postgresql");
            return _postgres?.Address ?? throw new InvalidOperationException("CI needs PostgreSQL: install postgresql.");
        }
    }

    public async ValueTask InitializeAsync() => _postgres = await PostgresServer.StartAsync(Ct);

    public ValueTask DisposeAsync()
    {
        _postgres?.Dispose();
        TemporaryFolder.Delete(_folder);
        return default;
    }

    [Fact]
    public async Task Serve_PagesInOneProcessAndDevicesInAnother_FramesAreSeenAndCommandsAreHeard()
    {
        await RegisterAsync();
        await using var work = await Served.StartAsync(Data, Database, "gateway,writer,jobs", "--gateway", "127.0.0.1:0");
        await using var web = await Served.StartAsync(Data, Database, "web");
        using var pages = new HttpClient { BaseAddress = new(web.Address) };
        using var elsewhere = await pages.GetAsync(new Uri(work.Address + "/devices"), Ct);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);

        // A frame that the one process takes stands on the pages of the other, and its value.
        using var device = new TcpClient();
        await device.ConnectAsync(IPEndPoint.Parse(await work.GatewayAsync()), Ct);
        await device.GetStream().WriteAsync(Frame(), Ct);
        Assert.Equal("9014", Assert.Single(await GatewayRig.AnswersAsync(device, 1)).Cn);
        _ = await UntilAsync(pages, DevicePage, "41.7");
        _ = await UntilAsync(pages, "/devices/series?mn=" + GatewayRig.Mn + "&factor=a34004&span=Realtime", "41.7");

        // A command that the one process takes from a person comes out of the device's connection in the other, and the answers go the way back.
        await AskForTheClockAsync(pages);
        var heard = Assert.Single(await GatewayRig.AnswersAsync(device, 1));
        Assert.Equal("1012", heard.Cn);
        await SayAsync(device, heard.Qn, 9011, "QnRtn=1");
        await SayAsync(device, heard.Qn, 9012, "ExeRtn=1");
        _ = await UntilAsync(pages, DevicePage, "执行成功");
    }

    private async Task RegisterAsync()
    {
        var folder = (await DataFolder.OpenAsync(Data, create: true, Database, Ct)).Value!;
        await using (var db = folder.Store.NewContext())
        {
            var files = PackFolder.Read(RepositoryFolder.At("packs", "dongcheng")).Value!;
            Assert.Null((await ApplyPack.RunAsync(db, files, PackParts.All, Actor.Local, TimeProvider.System, Ct)).Refusal);
            var csv = IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes($"设备编号,名称,类型,站点类别,密码\n{GatewayRig.Mn},演示站-01,空气,区自建,123456\n"));
            Assert.Null((await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportDevices.Kind, new(csv), "text/csv", Actor.Local, TimeProvider.System, Ct)).Refusal);
        }

        folder.Release();
    }

    private static byte[] Frame()
    {
        var now = ChinaTime.CivilOf(ChinaTime.NowUtc(TimeProvider.System));
        var head = new MessageHead(now, "22", 2011, "123456", GatewayRig.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true));
        return FrameWriter.Write(head, $"DataTime={now:yyyyMMddHHmmss};a34004-Rtd=41.7,a34004-Flag=N");
    }

    private static async Task AskForTheClockAsync(HttpClient pages)
    {
        var token = Token().Match(await pages.GetStringAsync(new Uri(DevicePage, UriKind.Relative), Ct)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("kind", nameof(RemoteCommandKind.SetClock)), new("reason", "时钟慢了"), new("confirmed", "1"), new("__RequestVerificationToken", token)]);
        using var answer = await pages.PostAsync(new Uri("/devices/commands?mn=" + GatewayRig.Mn, UriKind.Relative), form, Ct);
        Assert.Contains("时钟慢了", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task SayAsync(TcpClient device, string qn, int cn, string content)
    {
        var asked = DateTime.ParseExact(qn, "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        await device.GetStream().WriteAsync(FrameWriter.Write(new(asked, "91", cn, "123456", GatewayRig.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: false)), content), Ct);
    }

    private static async Task<string> UntilAsync(HttpClient pages, string path, string words)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var page = await pages.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
            if (page.Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(watch.Elapsed < Patience, $"“{words}” never came on {path}: {page}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Ct);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    /// <summary>A process with a part of the roles.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private const string Gateway = "Lanshao gateway: ";
        private readonly Process _process;
        private readonly Task<string> _errors;

        private Served(Process process)
        {
            _process = process;
            _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        }

        public string Address { get; private set; } = string.Empty;

        public static async Task<Served> StartAsync(string data, string database, string roles, params string[] more)
        {
            var served = new Served(Run.Start(["serve", "--data", data, "--database", database, "--urls", "http://127.0.0.1:0", "--set", "web.query-seconds=300", "--roles", roles, .. more]));
            served.Address = await RunningServer.AddressOfAsync(served._process, served._errors);
            return served;
        }

        /// <summary>Returns where devices connect, out of the line after the ready one.</summary>
        public async Task<string> GatewayAsync()
        {
            var line = await _process.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct);
            Assert.StartsWith(Gateway, line, StringComparison.Ordinal);
            return line![Gateway.Length..];
        }

        public async ValueTask DisposeAsync()
        {
            var (code, output) = await RunningServer.StopAsync(_process);
            Assert.True((code, output) == (0, string.Empty), $"exit {code}: {output}{await _errors}");
        }
    }
}
