using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

public class HourNewsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task See_ImportedHoursAndAReview_TouchTheirDeviceFromTheirDayOnce(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var own = await db.Set<Device>().AsNoTracking().SingleAsync(device => device.Mn == MonitoringSample.Mn, Ct);

        var before = await SeeAsync(sample);
        Assert.False((await sample.ImportHoursAsync("站点,时间,PM2.5\n" + MonitoringSample.Mn + ",2024-06-20 08:00,77\n", arguments: (ImportReadings.CorrectsArgument, "1"))).IsRefused);
        var imported = await SeeAsync(sample);
        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!);
        var reviewed = await SeeAsync(sample);

        Assert.Empty(before);
        Assert.Equal([new(own.Number, ChinaTime.StartUtc(new(2024, 6, 20)))], imported);
        Assert.Equal([new(own.Number, ChinaTime.StartUtc(ChinaTime.DayOf(ReviewSample.Noon)))], reviewed);
        Assert.Empty(await SeeAsync(sample));
    }

    // As the evaluation does: what was seen is behind the mark afterwards.
    private static async Task<Dictionary<int, DateTime>> SeeAsync(MonitoringSample sample)
    {
        await using var db = sample.NewContext();
        var touched = new Dictionary<int, DateTime>();
        var newest = await new HourNews(db).SeeAsync(await db.Set<Device>().AsNoTracking().ToListAsync(Ct), touched, Ct);
        await HourNews.MoveAsync(db, newest, sample.Clock, Ct);
        return touched;
    }
}
