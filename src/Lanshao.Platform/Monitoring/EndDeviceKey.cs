using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>停用加密: from now on the device reports in plain again, and none of its keys opens anything; confirmed, with a reason, on record. The keys stay as they lie.</summary>
public static class EndDeviceKey
{
    private const int ShortestReason = 2;

    public sealed record Request(string Mn, string Reason, bool IsConfirmed);

    /// <returns>How many keys ended; MON-043 without a reason, MON-062 not confirmed, MON-063 where none holds.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var nowUtc = ChinaTime.NowUtc(clock);
        var holding = (await db.Set<DeviceKey>().Where(key => key.Mn == request.Mn).ToListAsync(ct)).FindAll(key => key.HoldsAt(nowUtc));
        if (!request.IsConfirmed)
        {
            return Refusal.Invalid("MON-062");
        }

        if (request.Reason.Length is < ShortestReason or > DeviceKey.LongestReason)
        {
            return Refusal.Invalid("MON-043", ("least", $"{ShortestReason}"), ("most", $"{DeviceKey.LongestReason}"));
        }

        if (!holding.Exists(key => key.EndsUtc is null))
        {
            return Refusal.Conflict("MON-063", ("mn", request.Mn));
        }

        holding.ForEach(key => key.End(request.Reason, actor, nowUtc));
        return await db.SaveAsync<int>(holding.Count, actor, clock, ct);
    }
}
