using System.Text;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class SetDeviceKeyTests
{
    private const string First = "000102030405060708090A0B0C0D0E0F";
    private const string Second = "sixteen-letters!";
    private const string Third = "another-sixteen!";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_ANewKey_StandsBesideTheOneBeforeForSomeDaysAndTwoAtMost(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var secrets = await BoxAsync(sample);
        var now = ChinaTime.NowUtc(sample.Clock);

        foreach (var (key, days) in new[] { (First, 7), (Second, 7), (Second, 7), (Third, 3) })
        {
            Assert.Null((await SetDeviceKey.RunAsync(db, secrets, [new(MonitoringSample.Mn, key, days)], Actor.Local, sample.Clock, Ct)).Refusal);
        }

        var keys = await db.Set<DeviceKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(Ct);
        Assert.Equal([now, now.AddDays(3), null], keys.Select(key => key.EndsUtc));
        Assert.Equal([First, Hex(Second), Hex(Third)], keys.Select(key => Convert.ToHexString(secrets.Open(key.Sealed, DeviceKey.PurposeOf(key.Mn))!)));
        Assert.DoesNotContain(keys, key => key.Sealed.Contains(First, StringComparison.OrdinalIgnoreCase) || Encoding.Latin1.GetString(Convert.FromBase64String(key.Sealed)).Contains(Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NOBODY", First, 7, "MON-040")]
    [InlineData(MonitoringSample.Mn, "0001", 7, "MON-047")]
    [InlineData(MonitoringSample.Mn, "sixteen  letters", 7, "MON-047")]
    [InlineData(MonitoringSample.Mn, First, 31, "MON-048")]
    [InlineData(MonitoringSample.Mn, First, -1, "MON-048")]
    public async Task Run_WhatCannotBe_IsRefusedAndSetsNothing(string mn, string key, int days, string code)
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();

        var set = await SetDeviceKey.RunAsync(db, await BoxAsync(sample), [new(mn, key, days)], Actor.Local, sample.Clock, Ct);

        Assert.Equal(code, set.Refusal?.Code);
        Assert.False(await db.Set<DeviceKey>().AnyAsync(Ct));
    }

    [Fact]
    public async Task Read_ATableOfKeys_GivesItsRowsAndADeviceTwiceIsRefused()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        await using var db = sample.NewContext();
        var file = IncomingFile.Of("keys.csv", Encoding.UTF8.GetBytes($"设备编号,密钥\n{MonitoringSample.Mn},{First}\n{MonitoringSample.Mn},{Second}\n"));

        var rows = DeviceKeyFile.Read(file, DocumentLimits.Default, 7, Ct);
        var set = await SetDeviceKey.RunAsync(db, await BoxAsync(sample), rows.Value!, Actor.Local, sample.Clock, Ct);
        var other = DeviceKeyFile.Read(IncomingFile.Of("other.csv", "名称\n一\n"u8.ToArray()), DocumentLimits.Default, 7, Ct);

        Assert.Equal([new(MonitoringSample.Mn, First, 7), new(MonitoringSample.Mn, Second, 7)], rows.Value!);
        Assert.Equal(("MON-049", "MON-001"), (set.Refusal?.Code, other.Refusal?.Code));
    }

    [Fact]
    public async Task Open_ForSomethingElseOrChanged_GivesNothing()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite, withDevice: false);
        var secrets = await BoxAsync(sample);

        var text = secrets.Seal("secret"u8, "a");
        var changed = Convert.FromBase64String(text);
        changed[^1] ^= 1;

        Assert.Equal("secret"u8.ToArray(), (await BoxAsync(sample)).Open(text, "a"));
        Assert.Null(secrets.Open(text, "b"));
        Assert.Null(secrets.Open(Convert.ToBase64String(changed), "a"));
        Assert.Null(secrets.Open("no base64", "a"));
    }

    private static async Task<SecretBox> BoxAsync(MonitoringSample sample) => SecretBox.Of((await DataFolder.OpenAsync(Path.Combine(sample.Folder, "own"), create: true, null, Ct)).Value!);

    private static string Hex(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}
