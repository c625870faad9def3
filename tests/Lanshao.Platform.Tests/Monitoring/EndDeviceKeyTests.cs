using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class EndDeviceKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_ConfirmedWithAReason_EndsBothKeysOnRecordAndDeletesNone(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var (secrets, now) = (SecretBox.Of((await DataFolder.OpenAsync(Path.Combine(sample.Folder, "own"), create: true, null, Ct)).Value!), ChinaTime.NowUtc(sample.Clock));
        foreach (var key in new[] { "sixteen-letters!", "another-sixteen!" })
        {
            Assert.Null((await SetDeviceKey.RunAsync(db, secrets, [new(MonitoringSample.Mn, key, 7)], Actor.Local, sample.Clock, Ct)).Refusal);
        }

        var ended = await EndDeviceKey.RunAsync(db, new(MonitoringSample.Mn, "数采仪更换", IsConfirmed: true), Actor.Local, sample.Clock, Ct);
        var again = await EndDeviceKey.RunAsync(db, new(MonitoringSample.Mn, "数采仪更换", IsConfirmed: true), Actor.Local, sample.Clock, Ct);

        var keys = await db.Set<DeviceKey>().AsNoTracking().ToListAsync(Ct);
        Assert.Equal((2, "MON-063"), (ended.Value, again.Refusal?.Code));
        Assert.Equal([(now, Actor.Local.Id, "数采仪更换"), (now, Actor.Local.Id, "数采仪更换")], keys.Select(key => (key.EndsUtc!.Value, key.EndedBy!, key.EndReason!)));
    }

    [Theory]
    [InlineData("数采仪更换", false, "MON-062")]
    [InlineData("换", true, "MON-043")]
    [InlineData("数采仪更换", true, "MON-063")]
    public async Task Run_UnconfirmedWithoutReasonOrWithoutKey_IsRefused(string reason, bool isConfirmed, string code)
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();

        var ended = await EndDeviceKey.RunAsync(db, new(MonitoringSample.Mn, reason, isConfirmed), Actor.Local, sample.Clock, Ct);

        Assert.Equal(code, ended.Refusal?.Code);
    }
}
