using System.Net;
using System.Net.Sockets;
using System.Text;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Districts;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>A gateway of its own with one registered device, and the ways in which a device talks to it.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    public const string Mn = "010000A8900016F000169DC0";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-gateway-").FullName;

    private GatewayRig()
    {
    }

    public DataFolder Data { get; private set; } = null!;

    public GatewayWork Work { get; private set; } = null!;

    public DeviceGateway Gateway => Work.Gateway;

    public FixedClock Clock { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GatewayRig> NewAsync(GatewayLimits? limits = null, string networks = "", string? database = null, GatewayParts? parts = null)
    {
        var rig = new GatewayRig();
        rig.Data = (await DataFolder.OpenAsync(rig._folder, create: true, database, Ct)).Value!;
        await using (var db = rig.Data.Store.NewContext())
        {
            var files = PackFolder.Read(RepositoryFolder.At("packs", "dongcheng")).Value!;
            Assert.Null((await ApplyPack.RunAsync(db, files, PackParts.All, Actor.Local, rig.Clock, Ct)).Refusal);
            var csv = $"设备编号,名称,类型,站点类别,密码,来源网段\n{Mn},演示站-01,空气,区自建,123456,{networks}\n";
            var import = new ImportSource(IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes(csv)));
            Assert.Equal(1, (await ImportAtOnce.RunAsync(db, new FileStore(rig.Data.FilesPath), ImportDevices.Kind, import, "text/csv", Actor.Local, rig.Clock, Ct)).Value!.Batch.Added);
        }

        rig.Work = (await GatewayWork.StartAsync(rig.Data, parts ?? new(new IPEndPoint(IPAddress.Loopback, 0)), limits ?? new(), rig.Clock, NullLogger.Instance, Ct)).Value!;
        return rig;
    }

    public static byte[] Frame(int number, string mn = Mn, string password = "123456", string? content = null, int cn = 2011, bool isResent = false) =>
        FrameWriter.Write(
            new(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(number), "22", cn, password, mn, MessageFlag.Of(isResent ? ProtocolVersion.V2025 : ProtocolVersion.V2017, wantsAnswer: true)) { IsResent = isResent },
            content ?? $"DataTime=202407010800{number % 60:00};a34004-Rtd={number},a34004-Flag=N");

    /// <summary>Connects, from another address of this machine where one is given.</summary>
    public async Task<TcpClient> ConnectAsync(string from = "127.0.0.1")
    {
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(Gateway.EndPoint, Ct);
        return client;
    }

    /// <summary>Returns the QNs of the next answers.</summary>
    public static async Task<List<(string Cn, string Qn)>> AnswersAsync(TcpClient client, int count)
    {
        var answers = new List<(string, string)>();
        var buffer = new FrameBuffer();
        while (answers.Count < count)
        {
            var read = await client.GetStream().ReadAsync(buffer.Free(), Ct).AsTask().WaitAsync(Patience, Ct);
            Assert.NotEqual(0, read);
            buffer.Advance(read);
            while (buffer.TryRead(out var reading))
            {
                var segment = new Segment(reading.Frame.Segment);
                answers.Add((Encoding.ASCII.GetString(segment.Cn), Encoding.ASCII.GetString(segment.Qn)));
            }
        }

        return answers;
    }

    /// <summary>Waits until the gateway has closed the connection; a reset is one way to say so.</summary>
    public static async Task<bool> IsClosedAsync(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1], Ct).AsTask().WaitAsync(Patience, Ct) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public static async Task UntilAsync(Func<bool> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < Patience, "It never came.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
        }
    }

    public async Task<List<JournalFrame>> JournalAsync()
    {
        await using var db = Work.Stores.Journal.NewContext();
        return await db.Set<JournalFrame>().AsNoTracking().OrderBy(frame => frame.Seq).ToListAsync(Ct);
    }

    public async Task<List<QuarantinedFrame>> QuarantineAsync()
    {
        await using var db = Work.Stores.Series.NewContext();
        return await db.Set<QuarantinedFrame>().AsNoTracking().OrderBy(frame => frame.Id).ToListAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Work.DisposeAsync();
        Data.Release();
        TemporaryFolder.Delete(_folder);
    }
}
