using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Security;

/// <summary>The keys of one device: the one that holds, and those before it, since frames written with the old key may still be on their way or in the device's back-fill.</summary>
/// <remarks>HJ 212-2025, 6.4.3 as quoted: a key is changed at least every 90 days, and is neither fixed nor regular.</remarks>
public sealed class KeyRing
{
    private const int Kept = 3;
    private readonly List<(Sm4Key Key, DateTime SinceUtc)> _keys = [];

    /// <summary>Gets how long a key may hold.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(90);

    /// <summary>Gets the keys, the newest first.</summary>
    public IReadOnlyList<Sm4Key> Keys => [.. _keys.Select(k => k.Key)];

    /// <summary>Adds the key that holds from now on; the oldest is forgotten.</summary>
    /// <param name="key">The new key.</param>
    /// <param name="sinceUtc">From when on.</param>
    public void Replace(Sm4Key key, DateTime sinceUtc)
    {
        _keys.Insert(0, (key, sinceUtc));
        _keys.RemoveRange(Math.Min(Kept, _keys.Count), Math.Max(0, _keys.Count - Kept));
    }

    /// <summary>Tells whether a new key is due: there is none, or the one that holds is too old.</summary>
    /// <param name="nowUtc">Now.</param>
    public bool IsDue(DateTime nowUtc) => _keys.Count == 0 || nowUtc - _keys[0].SinceUtc >= Lifetime;

    /// <summary>Writes the plain data segment of a frame with the newest key that opens it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="destination">At least as long as the frame's data segment.</param>
    /// <param name="written">The length of the plain data segment.</param>
    /// <param name="age">Which key it was: 0 the newest, 1 the one before; −1 where none opens it.</param>
    public bool TryDecrypt(Frame frame, Span<byte> destination, out int written, out int age)
    {
        for (age = 0; age < _keys.Count; age++)
        {
            if (EncryptedContent.TryDecrypt(frame, _keys[age].Key, destination, out written))
            {
                return true;
            }
        }

        (written, age) = (0, -1);
        return false;
    }
}
