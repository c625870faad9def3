using System.Net;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class DeviceNoticesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Flush_ADeviceThatMoves_IsNoticedOnceForEachNewRange(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var (notices, now) = (new DeviceNotices(), ChinaTime.NowUtc(sample.Clock));

        var raised = new List<int>();
        foreach (var address in new[] { "10.1.2.3", "10.1.2.77", "10.9.0.1", "10.1.2.3" })
        {
            notices.Came(MonitoringSample.Mn, IPAddress.Parse(address), null, now);
            raised.Add(await notices.FlushAsync(sample.Stores.Series, Ct));
        }

        await using var series = sample.NewSeriesContext();
        var notice = await series.Set<DeviceNotice>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal([0, 0, 1, 0], raised);
        Assert.Equal((DeviceNoticeKind.NewNetwork, "10.9.0.0/24", 1), (notice.Kind, notice.Detail, notice.Times));
        Assert.Equal(2, await series.Set<DeviceNetwork>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Drain_ATimeAhead_RaisesANoticeOfItsDay(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        _ = await sample.DeriveAsync(
            MonitoringSample.Frame("DataTime=20240701091001;a34004-Rtd=30,a34004-Flag=N"), MonitoringSample.Frame("DataTime=20240701091001;a34004-Rtd=31,a34004-Flag=N", millisecond: 1), MonitoringSample.Frame("DataTime=20240701091000;a34004-Rtd=30,a34004-Flag=N", millisecond: 2));

        await using var series = sample.NewSeriesContext();
        var notice = await series.Set<DeviceNotice>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal((DeviceNoticeKind.TimeAhead, "2024-07-01 09:10", 2), (notice.Kind, notice.Detail, notice.Times));
    }

    [Theory, EveryStore]
    public async Task Drain_APartThatNeverComes_IsNamedUntilItComes(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        _ = await sample.DeriveAsync(Part(1), Part(3));
        var waiting = await WaitingAsync(sample);
        _ = await sample.DeriveAsync(Part(2));
        var whole = await WaitingAsync(sample);
        _ = await sample.DeriveAsync(Part(2, again: true));

        Assert.Equal((MonitoringSample.Mn, "2011", 3, "1,3", ChinaTime.NowUtc(sample.Clock)), (waiting!.Mn, waiting.Cn, waiting.Parts, waiting.Come, waiting.FirstUtc));
        Assert.Equal([2], waiting.Missing);
        Assert.Equal(("1,2,3", true), (whole!.Come, whole.IsWhole));
        Assert.True((await WaitingAsync(sample))!.IsWhole);
    }

    [Theory, EveryStore]
    public async Task Check_OfANotice_HoldsUntilItComesAgain(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        await using var series = sample.NewSeriesContext();
        _ = await sample.DeriveAsync(Part(1), MonitoringSample.Frame("DataTime=20240701091001;a34004-Rtd=30,a34004-Flag=N"));
        var notice = NoticeKey.Of(await series.Set<DeviceNotice>().AsNoTracking().SingleAsync(Ct));
        var parts = NoticeKey.Of((await WaitingAsync(sample))!);
        sample.Clock.Advance(TimeSpan.FromMinutes(5));

        var refused = new List<string?>();
        foreach (var (chosen, note, post) in new[] { (Array.Empty<string>(), "时钟已校", "值班"), (["x"], "时钟已校", "值班"), ([(notice with { Detail = "y" }).Text], "时钟已校", "值班"), ([notice.Text], string.Empty, "值班"), ([notice.Text], "时钟已校", string.Empty) })
        {
            refused.Add((await CheckNotices.RunAsync(db, sample.Stores, new(chosen, note, post), Actor.Local, sample.Clock, Ct)).Refusal?.Code);
        }

        var done = await CheckNotices.RunAsync(db, sample.Stores, new([notice.Text, parts.Text], "时钟已校", "值班"), Actor.Local, sample.Clock, Ct);
        var last = await CheckNotices.LastAsync(db, ChinaTime.NowUtc(sample.Clock).AddDays(-1), MonitoringSample.Mn, Ct);

        Assert.Equal(["MON-119", "MON-119", "MON-119", "MON-120", "MON-054"], refused);
        Assert.Equal(2, done.Value);
        Assert.Equal(("时钟已校", "值班", Actor.Local.Id, ChinaTime.NowUtc(sample.Clock)), (last[notice].Note, last[parts].Post, last[notice].CheckedBy, last[notice].CheckedUtc));
    }

    private static byte[] Part(int number, bool again = false)
    {
        var head = new MessageHead(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(again ? 100 + number : number), "22", 2011, "123456", MonitoringSample.Mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true, isSplit: true));
        return FrameWriter.Write(head with { PartCount = 3, PartNumber = number }, $"DataTime=20240701080000;a3400{number}-Rtd=30,a3400{number}-Flag=N");
    }

    private static async Task<WaitingParts?> WaitingAsync(MonitoringSample sample)
    {
        await using var series = sample.NewSeriesContext();
        return await series.Set<WaitingParts>().AsNoTracking().SingleOrDefaultAsync(Ct);
    }
}
