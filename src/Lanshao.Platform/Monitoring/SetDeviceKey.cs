using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>登记设备密钥: from now on the device's data must be encrypted with it; the key before opens frames for some days more. Nothing shows a key again.</summary>
public static class SetDeviceKey
{
    public const int MostDays = 30;
    private const int KeyBytes = 16;

    /// <param name="Mn">The device.</param>
    /// <param name="Key">32 hexadecimal digits, or the 16 characters themselves.</param>
    /// <param name="OverlapDays">How many days the key before still opens frames.</param>
    public sealed record Request(string Mn, string Key, int OverlapDays);

    /// <summary>Sets the keys of some devices, all of them or none.</summary>
    /// <returns>How many are new: a key that holds already stays. MON-040 for a device that is not registered, MON-047 for what is no key, MON-048 for days out of range, MON-049 for a device named twice.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, SecretBox secrets, IReadOnlyCollection<Request> requests, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (requests.GroupBy(request => request.Mn).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return Refusal.Invalid("MON-049", ("mn", twice.Key));
        }

        var (nowUtc, set) = (ChinaTime.NowUtc(clock), 0);
        foreach (var request in requests)
        {
            if (await RefusalOfAsync(db, request, nowUtc, ct) is { } refusal)
            {
                return refusal;
            }

            set += await SetAsync(db, secrets, request, actor, nowUtc, ct);
        }

        return await db.SaveAsync(actor, clock, ct) is { } stale ? stale : set;
    }

    /// <summary>Reads a key; null of what is none.</summary>
    internal static byte[]? Read(string text) =>
        text.Length == KeyBytes * 2 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text)
        : text.Length == KeyBytes && text.All(c => c is >= '!' and <= '~') ? Encoding.ASCII.GetBytes(text)
        : null;

    private static async Task<Refusal?> RefusalOfAsync(LanshaoContext db, Request request, DateTime nowUtc, CancellationToken ct)
    {
        var device = await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == request.Mn, ct);
        return device is null || !device.IsOpenOn(ChinaTime.DayOf(nowUtc)) ? Refusal.NotFound("MON-040", ("mn", request.Mn))
            : Read(request.Key) is null ? Refusal.Invalid("MON-047", ("mn", request.Mn))
            : request.OverlapDays is < 0 or > MostDays ? Refusal.Invalid("MON-048", ("most", $"{MostDays}"))
            : null;
    }

    private static async Task<int> SetAsync(LanshaoContext db, SecretBox secrets, Request request, Actor actor, DateTime nowUtc, CancellationToken ct)
    {
        var (key, purpose) = (Read(request.Key)!, DeviceKey.PurposeOf(request.Mn));
        var before = (await db.Set<DeviceKey>().Where(known => known.Mn == request.Mn).ToListAsync(ct)).FindAll(known => known.HoldsAt(nowUtc));
        if (before.Exists(known => known.EndsUtc is null && secrets.Open(known.Sealed, purpose) is { } opened && CryptographicOperations.FixedTimeEquals(opened, key)))
        {
            return 0;
        }

        // Two at most: what was ending already ends now.
        before.ForEach(known => known.EndAt(known.EndsUtc is null ? nowUtc.AddDays(request.OverlapDays) : nowUtc));
        db.Add(DeviceKey.Set(request.Mn, secrets.Seal(key, purpose), actor, nowUtc));
        return 1;
    }
}
