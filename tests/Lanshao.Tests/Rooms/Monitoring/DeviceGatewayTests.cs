using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class DeviceGatewayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_OfManyDevicesOnOneConnectionInPieces_AreStoredAndAnswered()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        const string simulated = "5A0001000001000000000000";
        byte[] bytes = [.. GatewayRig.Frame(1), .. GatewayRig.Frame(2, simulated), .. GatewayRig.Frame(3)];

        foreach (var piece in bytes.Chunk(37))
        {
            await client.GetStream().WriteAsync(piece, Ct);
        }

        var answers = await GatewayRig.AnswersAsync(client, 3);

        Assert.Equal([("9014", "20240701080000001"), ("9014", "20240701080000002"), ("9014", "20240701080000003")], answers);
        Assert.Equal([GatewayRig.Mn, simulated, GatewayRig.Mn], (await rig.JournalAsync()).Select(frame => frame.Mn));
    }

    [Fact]
    public async Task Frame_SentAgainOnAnotherConnection_IsAnsweredAgainAndStoredOnce()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var first = await rig.ConnectAsync();
        using var second = await rig.ConnectAsync();

        await first.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(first, 1);
        await second.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        var again = await GatewayRig.AnswersAsync(second, 1);

        Assert.Equal("20240701080000001", again[0].Qn);
        Assert.Single(await rig.JournalAsync());
        Assert.True(rig.Gateway.Live.Find(GatewayRig.Mn)!.IsTwice);
    }

    [Fact]
    public async Task DataUtc_PastThenNow_IsThatOfLiveDataOnly()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        var now = ChinaTime.CivilOf(ChinaTime.NowUtc(rig.Clock));
        string At(DateTime time) => $"DataTime={time:yyyyMMddHHmmss};a34004-Rtd=40,a34004-Flag=N";

        await client.GetStream().WriteAsync(GatewayRig.Frame(1, content: At(now.AddHours(-3))), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2, cn: 9015, content: string.Empty), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(3, content: At(now.AddMinutes(-2)), isResent: true), Ct);
        _ = await GatewayRig.AnswersAsync(client, 3);
        var live = rig.Gateway.Live.Find(GatewayRig.Mn)!;
        Assert.Null(live.DataUtc);

        await client.GetStream().WriteAsync(GatewayRig.Frame(4, content: At(now.AddMinutes(-5))), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(5, content: At(now.AddMinutes(-20))), Ct);
        _ = await GatewayRig.AnswersAsync(client, 2);
        Assert.Equal(ChinaTime.InstantOf(now.AddMinutes(-5)), live.DataUtc);

        // A clock that is ahead makes nothing newer than it came.
        await client.GetStream().WriteAsync(GatewayRig.Frame(6, content: At(now.AddMinutes(5))), Ct);
        _ = await GatewayRig.AnswersAsync(client, 1);
        Assert.Equal(ChinaTime.NowUtc(rig.Clock), live.DataUtc);
    }

    [Fact]
    public async Task Heartbeat_IsAnsweredWith9013_AnAnswerNever()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();

        await client.GetStream().WriteAsync(GatewayRig.Frame(1, cn: 9014, content: string.Empty), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2, cn: 9015, content: string.Empty), Ct);

        Assert.Equal([("9013", "20240701080000002")], await GatewayRig.AnswersAsync(client, 1));
    }

    [Fact]
    public async Task Stranger_IsKeptAsideAndNeverAnswered()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();

        await client.GetStream().WriteAsync(GatewayRig.Frame(1, mn: "STRANGER0001"), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2, password: "654321"), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(3), Ct);
        var answers = await GatewayRig.AnswersAsync(client, 1);
        await rig.Work.DisposeAsync();

        Assert.Equal("20240701080000003", answers[0].Qn);
        Assert.Single(await rig.JournalAsync());
        Assert.Equal(
            [("STRANGER0001", QuarantineReason.UnknownDevice), (GatewayRig.Mn, QuarantineReason.WrongPassword)], (await rig.QuarantineAsync()).Select(frame => (frame.Mn, frame.Reason)));
        Assert.Equal((1, 1, 1), (rig.Gateway.Counts.Of(Belief.UnknownDevice), rig.Gateway.Counts.Of(Belief.WrongPassword), rig.Gateway.Counts.Of(Belief.Believed)));
    }

    [Fact]
    public async Task Simulated_WhereTheyAreNotAccepted_AreStrangers()
    {
        await using var rig = await GatewayRig.NewAsync(new() { AcceptsSimulated = false });

        Assert.Equal(Belief.UnknownDevice, rig.Gateway.Book.Judge("5A0001000001000000000000", "123456"u8, isFromThisMachine: true));
    }

    [Theory]
    [InlineData(true, "123456", Belief.Believed)]
    [InlineData(true, "000000", Belief.WrongPassword)]
    [InlineData(false, "123456", Belief.UnknownDevice)]
    public async Task Simulated_AreBelievedOnThisMachineOnly(bool isLocal, string password, Belief belief)
    {
        await using var rig = await GatewayRig.NewAsync();

        Assert.Equal(belief, rig.Gateway.Book.Judge("5A0001000001000000000000", System.Text.Encoding.ASCII.GetBytes(password), isLocal));
    }

    [Fact]
    public async Task Frame_FromOutsideTheNetworkOfItsRegister_IsKeptAsideAndOneFromWithinIsAnswered()
    {
        await using var rig = await GatewayRig.NewAsync(networks: "127.7.0.0/16、192.0.2.7");
        using var outside = await rig.ConnectAsync();
        using var within = await rig.ConnectAsync("127.7.0.9");

        await outside.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        await within.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        var answer = Assert.Single(await GatewayRig.AnswersAsync(within, 1));
        await GatewayRig.UntilAsync(() => rig.QuarantineAsync().GetAwaiter().GetResult().Count == 1);

        Assert.EndsWith("002", answer.Qn, StringComparison.Ordinal);
        Assert.Equal(QuarantineReason.OtherNetwork, Assert.Single(await rig.QuarantineAsync()).Reason);
        Assert.Single(await rig.JournalAsync());
    }

    [Fact]
    public async Task Device_FromANewNetworkAndOnTwoLiveSockets_IsNoticed()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var first = await rig.ConnectAsync();
        using var second = await rig.ConnectAsync("127.7.0.9");

        await first.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(first, 1);
        await second.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        _ = await GatewayRig.AnswersAsync(second, 1);
        _ = await rig.Gateway.Notices.FlushAsync(rig.Work.Stores.Series, Ct);

        await using var series = rig.Work.Stores.Series.NewContext();
        var notices = await series.Set<DeviceNotice>().AsNoTracking().OrderBy(notice => notice.Kind).Select(notice => new { notice.Mn, notice.Kind, notice.Detail }).ToListAsync(Ct);
        Assert.Equal(
            [new { GatewayRig.Mn, Kind = DeviceNoticeKind.NewNetwork, Detail = "127.7.0.0/24" }, new { GatewayRig.Mn, Kind = DeviceNoticeKind.TwoConnections, Detail = "127.0.0.1、127.7.0.9" }],
            notices);
    }

    [Fact]
    public async Task Garbage_BeyondItsBound_ClosesTheConnection()
    {
        await using var rig = await GatewayRig.NewAsync(new() { GarbageBytes = 20_000 });
        using var client = await rig.ConnectAsync();

        try
        {
            await client.GetStream().WriteAsync(new byte[60_000], Ct);
        }
        catch (IOException)
        {
            // Closed while it was still sending.
        }

        Assert.True(await GatewayRig.IsClosedAsync(client));
        Assert.True(rig.Gateway.Counts.GarbageBytes > 20_000);
    }

    [Fact]
    public async Task Connections_BeyondTheBounds_AreRefused()
    {
        await using var rig = await GatewayRig.NewAsync(new() { PerAddress = 1, CountsLoopback = true });
        using var first = await rig.ConnectAsync();
        await first.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(first, 1);

        using var second = await rig.ConnectAsync();

        Assert.True(await GatewayRig.IsClosedAsync(second));
        Assert.Equal(1, rig.Gateway.Counts.Refused);
    }

    [Fact]
    public async Task Connections_OfStrangers_LeaveHalfOfThePlacesToKnownAddresses()
    {
        await using var rig = await GatewayRig.NewAsync(new() { Connections = 4, CountsLoopback = true });
        using var first = await rig.ConnectAsync();
        using var second = await rig.ConnectAsync();
        using var third = await rig.ConnectAsync();
        Assert.True(await GatewayRig.IsClosedAsync(third));

        await first.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(first, 1);
        rig.Gateway.Sweep();
        using var fourth = await rig.ConnectAsync();
        await fourth.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);

        Assert.Single(await GatewayRig.AnswersAsync(fourth, 1));
    }

    [Fact]
    public async Task Sweep_SilentConnections_AreClosedInTheirTime()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var silent = await rig.ConnectAsync();
        using var spoken = await rig.ConnectAsync();
        await spoken.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(spoken, 1);
        await GatewayRig.UntilAsync(() => rig.Gateway.Connections == 2);

        rig.Clock.Advance(TimeSpan.FromSeconds(31));
        rig.Gateway.Sweep();
        Assert.True(await GatewayRig.IsClosedAsync(silent));
        await GatewayRig.UntilAsync(() => rig.Gateway.Connections == 1);
        rig.Clock.Advance(TimeSpan.FromMinutes(15));
        rig.Gateway.Sweep();

        Assert.True(await GatewayRig.IsClosedAsync(spoken));
        Assert.Equal(2, rig.Gateway.Counts.Closed);
    }

    [Fact]
    public void Pace_BeyondTenSecondsWorth_IsSlowed()
    {
        var pace = new Pace(20);

        var waits = Enumerable.Range(0, 201).Select(_ => pace.Take(TimeSpan.FromMinutes(1))).ToList();

        Assert.All(waits[..200], wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.Equal(TimeSpan.FromMilliseconds(50), waits[200]);
        Assert.Equal(TimeSpan.Zero, pace.Take(TimeSpan.FromMinutes(2)));
    }
}
