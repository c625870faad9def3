using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>Faults of the program behind the gateway: what falls gets up again, nothing that came meanwhile is lost, and whoever asks is told.</summary>
public class GatewayFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Journal_AFaultWhileItWrites_WritesWhatWaitedAfterwards()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        var told = 0;
        var poison = Entry(GatewayRig.Frame(1)) with { Committed = _ => FallOnce(++told) };

        await rig.Gateway.Journal.TakeAsync(poison, Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        var answers = await GatewayRig.AnswersAsync(client, 1);

        Assert.Equal("20240701080000002", answers[0].Qn);
        Assert.Equal((2, 1), (told, Find(rig, "journal").Falls));
        Assert.Equal(["20240701080000001", "20240701080000002"], (await rig.JournalAsync()).Select(frame => frame.Qn));
    }

    [Fact]
    public async Task Derivation_AFaultOnItsWay_IsToldAndGoesOnWhereItStood()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var client = await rig.ConnectAsync();
        await client.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(client, 1);
        await GatewayRig.UntilAsync(() => rig.Work.Lag == 0);
        await using var journal = rig.Work.Stores.Journal.NewContext();

        // A time that no calendar has: whoever reads the frame falls over it.
        await journal.Database.ExecuteSqlRawAsync("CREATE TRIGGER t AFTER INSERT ON journal_frame BEGIN UPDATE journal_frame SET received_utc = 9000000000000000000 WHERE seq = NEW.seq; END", Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        _ = await GatewayRig.AnswersAsync(client, 1);
        await GatewayRig.UntilAsync(() => Find(rig, "derivation").Falls > 0);
        var reasons = GatewayCheck.Reasons(rig.Work, mostBehind: 0).ToList();
        await journal.Database.ExecuteSqlRawAsync("UPDATE journal_frame SET received_utc = 1719792000000 WHERE seq = 2", Ct);
        await GatewayRig.UntilAsync(() => rig.Work.Lag == 0 && !GatewayCheck.Reasons(rig.Work, mostBehind: 0).Any());

        Assert.Contains(reasons, reason => reason.StartsWith("derivation: down after", StringComparison.Ordinal));
        Assert.Contains("derivation: 1 frames behind, limit 0", reasons);
        await using var series = rig.Work.Stores.Series.NewContext();
        Assert.Equal(2, await series.Set<Reading>().CountAsync(Ct));
    }

    [Fact]
    public async Task Listener_ThatIsGone_IsOpenedAgainAtTheSameAddress()
    {
        await using var rig = await GatewayRig.NewAsync();
        using var before = await rig.ConnectAsync();
        await before.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(before, 1);

        rig.Gateway.Dispose();
        await GatewayRig.UntilAsync(() => Find(rig, "listener") is { Falls: > 0, IsDown: false });
        using var after = await rig.ConnectAsync();
        await after.GetStream().WriteAsync(GatewayRig.Frame(2), Ct);
        await before.GetStream().WriteAsync(GatewayRig.Frame(3), Ct);

        Assert.Single(await GatewayRig.AnswersAsync(after, 1));
        Assert.Single(await GatewayRig.AnswersAsync(before, 1));
    }

    [Fact]
    public async Task Check_OfAGatewayThatWorks_HasNoReason()
    {
        await using var rig = await GatewayRig.NewAsync();

        Assert.Empty(GatewayCheck.Reasons(rig.Work, mostBehind: 0));
    }

    private static void FallOnce(int time)
    {
        if (time == 1)
        {
            throw new InvalidOperationException("样例");
        }
    }

    private static SteadyWork Find(GatewayRig rig, string name) => rig.Work.Steady.Single(steady => steady.Name == name);

    private static JournalEntry Entry(byte[] bytes)
    {
        var frame = FrameReader.Read(bytes, ended: true).Frame;
        return JournalEntry.Of(frame, new Segment(frame.Segment), ChinaTime.NowUtc(TimeProvider.System), "127.0.0.1:1")!;
    }
}
