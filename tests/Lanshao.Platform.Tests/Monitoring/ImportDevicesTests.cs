using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class ImportDevicesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Import_ARegister_StoresItWithoutThePassword(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        await using var db = sample.NewContext();
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(Ct);
        var staged = await db.Set<ImportRow>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("演示站-东四-01", DeviceKind.Air, StationTier.District, 1, 300), (device.Name, device.Kind, device.Tier, device.Number, device.RealtimeSeconds));
        Assert.Equal("a34004 µg/m³ 0~1000；a21005 mg/m³ ×0.001", device.Factors);
        Assert.NotNull(device.Subdistrict);
        Assert.True(DevicePassword.Fits(device.Mn, "123456"u8, device.PasswordDigest) && !DevicePassword.Fits(device.Mn, "123457"u8, device.PasswordDigest));
        Assert.DoesNotContain("123456", staged.Raw + staged.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AFileWithPasswords_IsNotKept()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);

        await using var db = sample.NewContext();
        var batch = await db.Set<ImportBatch>().AsNoTracking().SingleAsync(Ct);

        Assert.Null(new FileStore(Path.Combine(sample.Folder, "files")).OpenRead(batch.FileSha256));
    }

    [Theory]
    [EveryStore]
    public async Task Import_AgainWithoutPasswordAndAnotherName_ChangesTheNameOnly(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var draft = (await sample.ImportAsync(MonitoringSample.Row.Replace("东四-01", "东四-02", StringComparison.Ordinal).Replace("123456", "", StringComparison.Ordinal))).Value!;

        await using var db = sample.NewContext();
        var device = await db.Set<Device>().AsNoTracking().SingleAsync(Ct);
        Assert.Equal((1, 0, "演示站-东四-02"), (draft.Batch.Changed, draft.Batch.Rejected, device.Name));
        Assert.True(DevicePassword.Fits(device.Mn, "123456"u8, device.PasswordDigest));
    }

    [Theory]
    [EveryStore]
    public async Task Undo_OfARegister_VoidsTheDevicesAndKeepsTheirNumbers(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);
        var batch = (await sample.ImportAsync(MonitoringSample.Row)).Value!.Batch;

        await using (var db = sample.NewContext())
        {
            Assert.False((await UndoImport.RunAsync(db, ImportDevices.Kind, batch.Id, Actor.Local, sample.Clock, Ct)).IsRefused);
        }

        await using var after = sample.NewContext();
        var device = await after.Set<Device>().AsNoTracking().SingleAsync(Ct);
        Assert.NotNull(device.VoidedUtc);
        Assert.Equal(1, device.Number);
    }

    [Theory]
    [EveryStore("坏 号,站,空气,区自建,,,123456,,,,,", "MON-002")]
    [EveryStore("A1,站,空气,区自建,不存在街道,,123456,,,,,", "MON-003")]
    [EveryStore("A1,站,空气,区自建,,,,,,,,", "MON-004")]
    [EveryStore("A1,站,空气,区自建,,,123456,a34004 10~1,,,,", "MON-005")]
    [EveryStore("A1,站,飞机,区自建,,,123456,,,,,", "MON-006")]
    [EveryStore("A1,站,空气,区自建,,,123456,,0,,,", "MON-006")]
    public async Task Import_AWrongRow_IsKeptBackWithItsReason(string row, string code, StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);

        var draft = (await sample.ImportAsync(row)).Value!;

        Assert.Equal((1, code), (draft.Batch.Rejected, draft.Rows[0].Findings[0].Code));
    }

    [Theory]
    [EveryStore]
    public async Task Import_WithoutItsColumns_IsRefused(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);
        await using var db = sample.NewContext();
        var file = IncomingFile.Of("x.csv", "名称,类型\n甲,空气\n"u8.ToArray());

        var draft = await DraftImport.RunAsync(db, ImportDevices.Kind, new(file), Actor.Local, sample.Clock, Ct);

        Assert.Equal("MON-001", draft.Refusal?.Code);
    }
}
