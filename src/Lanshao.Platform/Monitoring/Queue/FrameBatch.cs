using System.Buffers.Binary;
using System.Text;

namespace Lanshao.Platform.Monitoring.Queue;

/// <summary>Some frames as one message of the queue: a head with the version, then each frame with its identity, its digest, when and from where it came. Bounded both ways; a message that breaks a bound or a length is unreadable as a whole.</summary>
public static class FrameBatch
{
    /// <summary>How many frames go into a message at most.</summary>
    public const int MostFrames = 500;

    /// <summary>From how many bytes on a message takes no further frame.</summary>
    public const int EnoughBytes = 256 << 10;

    private const byte Version = 1;
    private const int HeadBytes = 5;
    private const int DigestBytes = 16;
    private const int LongestPart = 40;
    private const int LongestRemote = 64;
    private const int LongestFrame = 64 << 10;
    private const int FixedBytes = 5 + DigestBytes + sizeof(long) + 1 + sizeof(int);

    [Flags]
    private enum Marks : byte
    {
        None = 0,
        BackFill = 1,
        Past = 2,
    }

    /// <summary>Returns the message.</summary>
    public static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        var message = new byte[HeadBytes + entries.Sum(SizeOf)];
        (message[0], message[1], message[2]) = ((byte)'L', (byte)'F', Version);
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(3), checked((ushort)entries.Count));
        var rest = message.AsSpan(HeadBytes);
        foreach (var entry in entries)
        {
            Put(ref rest, entry);
        }

        return message;
    }

    /// <summary>Reads a message; where it cannot be read, the reason says why.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, out List<JournalEntry> entries, out string reason)
    {
        entries = [];
        reason = Judge(message);
        if (reason.Length > 0)
        {
            return false;
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(message[3..]);
        var rest = message[HeadBytes..];
        for (var i = 0; i < count; i++)
        {
            if (Take(ref rest) is not { } entry)
            {
                (entries, reason) = ([], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"frame {i + 1} of {count} is broken"));
                return false;
            }

            entries.Add(entry);
        }

        if (!rest.IsEmpty)
        {
            (entries, reason) = ([], "something follows the last frame");
        }

        return rest.IsEmpty;
    }

    private static string Judge(ReadOnlySpan<byte> message) =>
        message.Length < HeadBytes || !message.StartsWith("LF"u8) ? "not a message of frames"
        : message[2] != Version ? $"version {message[2]} is not known"
        : BinaryPrimitives.ReadUInt16BigEndian(message[3..]) is 0 or > MostFrames ? "no frames, or too many"
        : string.Empty;

    private static int SizeOf(JournalEntry entry) => FixedBytes + entry.Mn.Length + entry.Qn.Length + entry.Cn.Length + entry.Pno.Length + entry.Remote.Length + entry.Bytes.Length;

    private static void Put(ref Span<byte> rest, JournalEntry entry)
    {
        Put(ref rest, entry.Mn);
        Put(ref rest, entry.Qn);
        Put(ref rest, entry.Cn);
        Put(ref rest, entry.Pno);
        Put(ref rest, entry.Remote);
        entry.Digest.CopyTo(rest);
        BinaryPrimitives.WriteInt64BigEndian(rest[DigestBytes..], entry.ReceivedUtc.Ticks);
        rest = rest[(DigestBytes + sizeof(long))..];
        rest[0] = (byte)((entry.IsBackFill ? Marks.BackFill : Marks.None) | (entry.IsOfThePast ? Marks.Past : Marks.None));
        BinaryPrimitives.WriteInt32BigEndian(rest[1..], entry.Bytes.Length);
        entry.Bytes.CopyTo(rest[(1 + sizeof(int))..]);
        rest = rest[(1 + sizeof(int) + entry.Bytes.Length)..];
    }

    private static void Put(ref Span<byte> rest, string text)
    {
        rest[0] = checked((byte)text.Length);
        _ = Encoding.ASCII.GetBytes(text, rest[1..]);
        rest = rest[(1 + text.Length)..];
    }

    private static JournalEntry? Take(ref ReadOnlySpan<byte> rest)
    {
        if (TakeText(ref rest, LongestPart) is not { Length: > 0 } mn || TakeText(ref rest, LongestPart) is not { } qn || TakeText(ref rest, LongestPart) is not { Length: > 0 } cn
            || TakeText(ref rest, LongestPart) is not { } pno || TakeText(ref rest, LongestRemote) is not { } remote || rest.Length < FixedBytes - 5)
        {
            return null;
        }

        var digest = rest[..DigestBytes].ToArray();
        var ticks = BinaryPrimitives.ReadInt64BigEndian(rest[DigestBytes..]);
        var marks = (Marks)rest[DigestBytes + sizeof(long)];
        var length = BinaryPrimitives.ReadInt32BigEndian(rest[(DigestBytes + sizeof(long) + 1)..]);
        rest = rest[(FixedBytes - 5)..];
        if (ticks < DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks || marks > (Marks.BackFill | Marks.Past) || length is <= 0 or > LongestFrame || length > rest.Length)
        {
            return null;
        }

        var bytes = rest[..length].ToArray();
        rest = rest[length..];
        return new(mn, qn, cn, pno, digest, bytes, new DateTime(ticks, DateTimeKind.Utc), remote) { IsBackFill = marks.HasFlag(Marks.BackFill), IsOfThePast = marks.HasFlag(Marks.Past) };
    }

    // Characters of an identity, as the gateway lets them in.
    private static string? TakeText(ref ReadOnlySpan<byte> rest, int longest)
    {
        if (rest.IsEmpty || rest[0] > longest || rest[0] >= rest.Length || rest.Slice(1, rest[0]).IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) >= 0)
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
        rest = rest[(1 + text.Length)..];
        return text;
    }
}
