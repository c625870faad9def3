using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class ClaimTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_AWaitingDevice_BringsItsFramesIntoTheJournalAndBelievesIt()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(GatewayRig.Frame(1, mn: "STRANGER0001"), Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2, mn: "STRANGER0001", password: "999999"), Ct);
        await GatewayRig.UntilAsync(() => rig.Gateway.Counts.Of(Belief.UnknownDevice) == 2);
        while ((await rig.QuarantineAsync()).Count < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
        }

        await using var db = rig.Data.Store.NewContext();
        var claimed = await ClaimDevice.RunAsync(db, rig.Work.Stores, rig.Gateway.Journal, SecretBox.Of(rig.Data), new("STRANGER0001", "演示站-02", "空气", "微站", null, "123456"), Actor.Local, rig.Clock, Ct);
        await rig.Gateway.Book.RefreshAsync(Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(3, mn: "STRANGER0001"), Ct);
        var answers = await GatewayRig.AnswersAsync(client, 1);

        Assert.Equal(1, claimed.Value);
        Assert.Equal("20240701080000003", answers[0].Qn);
        Assert.Equal(["20240701080000001", "20240701080000003"], (await rig.JournalAsync()).Select(frame => frame.Qn));
        Assert.Equal("20240701080000002", Qn(Assert.Single(await rig.QuarantineAsync())));
        Assert.Equal("MON-009", (await ClaimDevice.RunAsync(db, rig.Work.Stores, rig.Gateway.Journal, SecretBox.Of(rig.Data), new("STRANGER0001", "演示站-02", "空气", "微站", null, "123456"), Actor.Local, rig.Clock, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task Reject_AWaitingDevice_DropsItsFramesAndKeepsNoMore()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(GatewayRig.Frame(1, mn: "STRANGER0001"), Ct);
        while ((await rig.QuarantineAsync()).Count < 1)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
        }

        await using var db = rig.Data.Store.NewContext();
        var rejected = await RejectDevice.RunAsync(db, rig.Work.Stores, "STRANGER0001", "不属于本区", Actor.Local, rig.Clock, Ct);
        await rig.Gateway.Book.RefreshAsync(Ct);

        Assert.Equal(1, rejected.Value);
        Assert.Empty(await rig.QuarantineAsync());
        Assert.Equal(Belief.Rejected, rig.Gateway.Book.Judge("STRANGER0001", "123456"u8, isFromThisMachine: true));
    }

    private static string Qn(QuarantinedFrame frame) => System.Text.Encoding.ASCII.GetString(frame.Bytes).Split("QN=")[1][..17];
}
