using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Districts;
using Lanshao.Rooms.Monitoring;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>反控 over a real socket: what the device hears, and what is on record of its answers.</summary>
public class RemoteCommandTests
{
    private static readonly AskDevice.Request Clock = new(GatewayRig.Mn, RemoteCommandKind.SetClock, null, null, "时钟慢了", IsConfirmed: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_ClockOfAConnectedDevice_IsHeardAndItsAnswersAreOnRecord()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await ConnectedAsync(rig);

        var command = await AskAsync(rig, Clock);
        var heard = await HearAsync(client);
        await SayAsync(client, 9011, "QnRtn=1", password: "999999");
        await SayAsync(client, 9011, "QnRtn=1");
        await UntilAsync(rig, stored => stored.Step == ExchangeStep.Accepted);
        await SayAsync(client, 9012, "ExeRtn=1");
        await UntilAsync(rig, stored => stored.Step == ExchangeStep.Done);

        Assert.Equal(("1012", "22", "20240701090000000", "SystemTime=20240701090000"), heard);
        Assert.Equal(command.Id, (await StoredAsync(rig)).Id);
        Assert.Single(await rig.JournalAsync());
    }

    [Fact]
    public async Task Begin_AQuery_MarksTheFramesThatItBringsAsBackFill()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await ConnectedAsync(rig);

        _ = await AskAsync(rig, Clock with { Kind = RemoteCommandKind.Hours, From = At(6), To = At(8) });
        var heard = await HearAsync(client);
        await SayAsync(client, 9011, "QnRtn=1");
        await client.GetStream().WriteAsync(GatewayRig.Frame(2, cn: 2061, content: "DataTime=20240701070000;a34004-Avg=30,a34004-Flag=N"), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(3, cn: 2061, content: "DataTime=20240701090000;a34004-Avg=31,a34004-Flag=N"), Ct);
        _ = await GatewayRig.AnswersAsync(client, 2);
        await SayAsync(client, 9012, "ExeRtn=1");
        await UntilAsync(rig, stored => stored.Step == ExchangeStep.Done);

        Assert.Equal(("2061", "BeginTime=20240701060000;EndTime=20240701080000"), (heard.Cn, heard.Content));
        Assert.Equal([false, true, false], (await rig.JournalAsync()).Select(frame => frame.IsBackFill));
        Assert.Equal(1, (await StoredAsync(rig)).Frames);
    }

    [Fact]
    public async Task Begin_ADeviceThatDoesNotAnswer_IsAskedAgainAndGivenUp()
    {
        await using var rig = await GatewayRig.NewAsync(new() { Resends = new(TimeSpan.FromMilliseconds(50), 2) });
        using var client = await ConnectedAsync(rig);

        _ = await AskAsync(rig, Clock);
        await UntilAsync(rig, stored => stored.Step == ExchangeStep.Silent);

        Assert.Equal(2, (await StoredAsync(rig)).Resends);
        Assert.Equal(["1012", "1012", "1012"], (await GatewayRig.AnswersAsync(client, 3)).Select(frame => frame.Cn));
    }

    [Fact]
    public async Task Release_ACommandOfTwoPosts_IsHeardByTheDeviceAndItsAnswersAreShown()
    {
        await using var rig = await GatewayRig.NewAsync();
        var device = new SimulatedDevice(Hj212.Simulation.DeviceKind.Air, 1, 7, default);
        await OpenAsync(rig, device.Mn);
        var tally = new SimulationTally(null);
        var link = new SimulatedLink(device, new(IPAddress.Loopback.ToString(), rig.Gateway.EndPoint.Port, ResendPlan.Standard), tally);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var talking = link.RunAsync(stop.Token);
        await link.SendAsync(new(2024, 7, 1, 9, 0, 0, DateTimeKind.Unspecified), Ct);
        await GatewayRig.UntilAsync(() => rig.Gateway.Exchanges.Reaches(device.Mn));

        await using (var db = rig.Data.Store.NewContext())
        {
            var asked = (await AskDevice.RunAsync(db, new(device.Mn, RemoteCommandKind.RealtimeInterval, null, null, "降低流量", IsConfirmed: true) { Argument = "60", Post = "监测站值班" }, isConnected: null, Actor.Local, rig.Clock, Ct)).Value!;
            Assert.Equal((0, CommandRelease.Waiting), ((await TakeCommands.RunAsync(db, _ => true, "甲:9000", rig.Clock, Ct)).Count, asked.Release));
            Assert.Null((await ReleaseCommand.RunAsync(db, new(asked.Id, true, "监测站站长", string.Empty, IsConfirmed: true), _ => null, Actor.Local, rig.Clock, Ct)).Refusal);
        }

        await UntilAsync(rig, stored => stored.Step == ExchangeStep.Done);
        await stop.CancelAsync();
        await talking;
        await using var later = rig.Data.Store.NewContext();
        var shown = Assert.Single((await DeviceCommands.TableAsync(later, device.Mn, new UiTexts(Language.Chinese), Ct)).Rows);
        Assert.Equal(["设置实时数据间隔", "60", "降低流量"], shown.Cells.Skip(1).Take(3).Select(cell => cell.Text));
        Assert.Equal(["监测站站长", "执行成功", "请求应答1，执行结果1"], shown.Cells.Skip(5).Select(cell => cell.Text));
    }

    [Fact]
    public async Task Reaches_ADevice_OnlyWhileItIsConnectedAndProven()
    {
        await using var rig = await GatewayRig.NewAsync();
        var before = rig.Gateway.Exchanges.Reaches(GatewayRig.Mn);
        var client = await ConnectedAsync(rig);
        var connected = rig.Gateway.Exchanges.Reaches(GatewayRig.Mn);

        client.Dispose();
        await GatewayRig.UntilAsync(() => rig.Gateway.Connections == 0);

        Assert.Equal((false, true, false), (before, connected, rig.Gateway.Exchanges.Reaches(GatewayRig.Mn)));
    }

    // Registers a simulated device like any other, and opens a command in the pack.
    private static async Task OpenAsync(GatewayRig rig, string mn)
    {
        await using var db = rig.Data.Store.NewContext();
        var files = PackFolder.Read(RepositoryFolder.At("packs", "dongcheng")).Value!.All.Where(file => file.Path != OpenedCommands.File).Append(new(OpenedCommands.File, "opened: [realtimeInterval]\n"u8.ToArray()));
        Assert.Null((await ApplyPack.RunAsync(db, new PackFiles(files), PackParts.All, Actor.Local, rig.Clock, Ct)).Refusal);
        var csv = IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes($"设备编号,名称,类型,站点类别,密码\n{mn},演示站-02,空气,区自建,{SimulatedDevice.Password}\n"));
        Assert.Null((await ImportAtOnce.RunAsync(db, new FileStore(rig.Data.FilesPath), ImportDevices.Kind, new(csv), "text/csv", Actor.Local, rig.Clock, Ct)).Refusal);
        await rig.Gateway.Book.RefreshAsync(Ct);
    }

    private static async Task<TcpClient> ConnectedAsync(GatewayRig rig)
    {
        var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(client, 1);
        return client;
    }

    private static async Task<RemoteCommand> AskAsync(GatewayRig rig, AskDevice.Request request)
    {
        await using var db = rig.Data.Store.NewContext();
        var asked = await AskDevice.RunAsync(db, request, rig.Gateway.Exchanges.Reaches(GatewayRig.Mn), Actor.Local, rig.Clock, Ct);
        rig.Work.Commands.Nudge();
        return asked.Value!;
    }

    private static async Task<(string Cn, string St, string Qn, string Content)> HearAsync(TcpClient client)
    {
        var buffer = new FrameBuffer();
        while (true)
        {
            buffer.Advance(await client.GetStream().ReadAsync(buffer.Free(), Ct));
            if (buffer.TryRead(out var reading))
            {
                var segment = new Segment(reading.Frame.Segment);
                return (Text(segment.Cn), Text(segment.St), Text(segment.Qn), Text(segment.Content));
            }
        }
    }

    private static async Task SayAsync(TcpClient client, int cn, string content, string password = "123456")
    {
        var qn = DateTime.ParseExact("20240701090000000", "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        await client.GetStream().WriteAsync(FrameWriter.Write(new(qn, "91", cn, password, GatewayRig.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: false)), content), Ct);
    }

    private static async Task UntilAsync(GatewayRig rig, Func<RemoteCommand, bool> holds)
    {
        for (var tries = 0; !holds(await StoredAsync(rig)); tries++)
        {
            Assert.True(tries < 3000, "It never came.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
        }
    }

    private static async Task<RemoteCommand> StoredAsync(GatewayRig rig)
    {
        await using var db = rig.Data.Store.NewContext();
        return await db.Set<RemoteCommand>().AsNoTracking().SingleAsync(Ct);
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);

    private static DateTime At(int hour) => new(2024, 7, 1, hour, 0, 0, DateTimeKind.Unspecified);
}
