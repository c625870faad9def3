using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>拒收: the frames of an MN leave quarantine, and new ones are neither kept nor answered until somebody claims it after all.</summary>
public static class RejectDevice
{
    /// <returns>How many frames were dropped; MON-006 without a reason, MON-009 for a registered device.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, string mn, string reason, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (reason.Length is 0 or > 200)
        {
            return Refusal.Invalid("MON-006", ("heading", "拒收原因"), ("found", reason), ("expected", "1—200字"), ("where", "MN"));
        }

        if (await db.Set<Device>().AnyAsync(device => device.Mn == mn && device.VoidedUtc == null, ct))
        {
            return Refusal.Conflict("MON-009", ("mn", mn));
        }

        if (!await db.Set<RejectedDevice>().AnyAsync(rejected => rejected.Mn == mn, ct))
        {
            db.Add(new RejectedDevice(mn, reason, ChinaTime.NowUtc(clock), actor.Id));
        }

        if (await db.SaveAsync(actor, clock, ct) is { } refusal)
        {
            return refusal;
        }

        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        var dropped = session.Execute(SeriesSql.DeleteQuarantinedOf, mn);
        await session.CommitAsync(ct);
        return dropped;
    }
}
