using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>导入设备: the register from CSV or Excel by the one staging engine. Nothing is deleted: a device whose import is taken back is voided, and its readings stay.</summary>
public static class ImportDevices
{
    public const string Code = "devices";

    internal const string Target = "devices";

    public static ImportKind<DeviceRow> Kind { get; } = new(Code, Permissions.DevicesEdit) { Read = ReadAsync, Current = CurrentAsync, Write = WriteAsync, HoldsSecrets = true };

    private static async Task<Outcome<ImportReading<DeviceRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var digests = await Standing(db.Set<Device>().AsNoTracking()).ToDictionaryAsync(device => device.Mn, device => device.PasswordDigest, ct);
        return new DeviceFile(pack.Value.District, digests).Read(DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct));
    }

    private static async Task<IReadOnlyDictionary<string, DeviceRow>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct) =>
        (await Standing(db.Set<Device>().AsNoTracking()).ToListAsync(ct)).ToDictionary(device => device.Mn, DeviceRow.Of, StringComparer.Ordinal);

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<DeviceRow> writing, CancellationToken ct)
    {
        var register = await DeviceRegister.OpenAsync(db, ct);
        foreach (var change in writing.Changes)
        {
            if (change.After is { } row)
            {
                register.Put(row);
            }
            else
            {
                register.Void(change.Key, writing.AtUtc);
            }
        }

        return null;
    }

    private static IQueryable<Device> Standing(IQueryable<Device> devices) => devices.Where(device => device.VoidedUtc == null);
}
