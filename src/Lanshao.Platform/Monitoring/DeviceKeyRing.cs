using System.Collections.Frozen;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Security;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>The keys of one device, opened, the newest first.</summary>
internal sealed class DeviceKeyRing
{
    private readonly IReadOnlyList<(Sm4Key Key, DateTime? EndsUtc)> _keys;

    private DeviceKeyRing(IReadOnlyList<(Sm4Key Key, DateTime? EndsUtc)> keys) => _keys = keys;

    /// <summary>Gets whether a key holds without an end, so that data must be encrypted.</summary>
    public bool Holds => _keys.Any(key => key.EndsUtc is null);

    /// <summary>Reads the keys of all devices.</summary>
    public static async Task<FrozenDictionary<string, DeviceKeyRing>> ReadAsync(LanshaoContext db, SecretBox secrets, CancellationToken ct) =>
        (await db.Set<DeviceKey>().AsNoTracking().OrderByDescending(key => key.SetUtc).ToListAsync(ct)).GroupBy(key => key.Mn).ToFrozenDictionary(keys => keys.Key, keys => Of(keys, secrets), StringComparer.Ordinal);

    /// <summary>Reads the keys of one device.</summary>
    public static async Task<DeviceKeyRing> ReadAsync(LanshaoContext db, SecretBox secrets, string mn, CancellationToken ct) =>
        Of(await db.Set<DeviceKey>().AsNoTracking().Where(key => key.Mn == mn).OrderByDescending(key => key.SetUtc).ToListAsync(ct), secrets);

    /// <summary>Returns the frame as it was before its content was encrypted; null where no key opens it that held when it came, or holds since.</summary>
    public byte[]? Open(Frame frame, DateTime cameUtc)
    {
        var plain = new byte[frame.Segment.Length];
        foreach (var (key, ends) in _keys)
        {
            if (!(ends <= cameUtc) && EncryptedContent.TryDecrypt(frame, key, plain, out var written))
            {
                return FrameWriter.Write(plain.AsSpan(0, written));
            }
        }

        return null;
    }

    private static DeviceKeyRing Of(IEnumerable<DeviceKey> keys, SecretBox secrets) => new(
        [.. keys.Select(key => (Key: secrets.Open(key.Sealed, DeviceKey.PurposeOf(key.Mn)), key.EndsUtc)).Where(pair => pair.Key is not null).Select(pair => (new Sm4Key(pair.Key), pair.EndsUtc))]);
}
