using System.Security.Cryptography;
using System.Text;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring;

/// <summary>A frame on its way into the journal or into quarantine, out of the receiver's buffer.</summary>
/// <param name="Mn">The device, as sent.</param>
/// <param name="Qn">The exchange; empty where none was sent.</param>
/// <param name="Cn">The command.</param>
/// <param name="Pno">The part; empty of a whole message.</param>
/// <param name="Digest">The digest of the content.</param>
/// <param name="Bytes">The frame from <c>##</c> to the check code.</param>
/// <param name="ReceivedUtc">When it came.</param>
/// <param name="Remote">From where.</param>
public sealed record JournalEntry(string Mn, string Qn, string Cn, string Pno, byte[] Digest, byte[] Bytes, DateTime ReceivedUtc, string Remote)
{
    private const int LongestPart = 40;
    private const int DigestBytes = 16;
    private static readonly TimeSpan LongestMoment = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestStretch = TimeSpan.FromDays(2);

    /// <summary>Gets what is done when the frame is on disk.</summary>
    public Action<JournalEntry>? Committed { get; init; }

    /// <summary>Gets whether the frame brings data of the past (补传): it says so itself (RF), or a query asked for it.</summary>
    public bool IsBackFill { get; init; }

    /// <summary>Gets whether the data are of the past, so that what is measured now goes first: said to be back-fill, or older than a device that reports in time has them.</summary>
    public bool IsOfThePast { get => field || IsBackFill; init; }

    /// <summary>Gets until when its data reach by the device's own time, never later than it came; null where it tells none.</summary>
    public DateTime? DataUtc { get; private init; }

    /// <summary>Gets whether the frame was new, once it is on disk; a resend was there already.</summary>
    public bool IsNew { get; internal set; }

    /// <summary>Returns the entry of a message; null where its identity could not be stored or told: no MN or CN, or characters that are none of an identity.</summary>
    public static JournalEntry? Of(Frame frame, Segment segment, DateTime receivedUtc, string remote)
    {
        if (segment.Mn.IsEmpty || segment.Command < 0 || !IsPlain(segment.Mn) || !IsPlain(segment.Qn) || !IsPlain(segment.Pno))
        {
            return null;
        }

        var dataUtc = TimeOf(segment);
        return new(Text(segment.Mn), Text(segment.Qn), Text(segment.Cn), Text(segment.Pno), DigestOf(segment.Content), frame.Bytes.ToArray(), receivedUtc, remote)
        {
            IsBackFill = segment.Rf.SequenceEqual("1"u8),
            IsOfThePast = dataUtc is { } began && receivedUtc - began > (segment.Command is 2011 or 2021 ? LongestMoment : LongestStretch),
            DataUtc = dataUtc + LengthOf(segment.Command) is { } ended && ended < receivedUtc ? ended : dataUtc is null ? null : receivedUtc,
        };
    }

    /// <summary>Returns the entry again with the digest of the whole frame, as quarantine keeps it.</summary>
    internal JournalEntry OfWholeFrame() => this with { Digest = DigestOf(Bytes) };

    // Data of hours and days carry the beginning of their time.
    private static DateTime? TimeOf(Segment segment)
    {
        var fields = segment.Fields;
        return fields.Read() && fields.Name.SequenceEqual("DataTime"u8) && ProtocolTime.TryReadLoosely(fields.Value, out var time) && time.Year > 1990 ? ChinaTime.InstantOf(time) : null;
    }

    private static TimeSpan LengthOf(int command) => command switch { 2031 => TimeSpan.FromDays(1), 2051 => TimeSpan.FromMinutes(10), 2061 => TimeSpan.FromHours(1), _ => TimeSpan.Zero };

    private static bool IsPlain(ReadOnlySpan<byte> part) => part.Length <= LongestPart && part.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) < 0;

    private static string Text(ReadOnlySpan<byte> part) => Encoding.ASCII.GetString(part);

    private static byte[] DigestOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(bytes, whole);
        return whole[..DigestBytes].ToArray();
    }
}
