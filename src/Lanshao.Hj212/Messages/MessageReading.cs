using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Security;

namespace Lanshao.Hj212.Messages;

/// <summary>What came of reading something that should be a message: the message, or why there is none.</summary>
/// <param name="Message">The message.</param>
/// <param name="Diagnosis">Why there is none.</param>
public sealed record MessageReading(Message? Message, Diagnosis? Diagnosis)
{
    /// <summary>Reads a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="keys">Keys to try on encrypted content, the newest first.</param>
    /// <param name="receivedAt">When it came, Beijing time; null compares no time with it.</param>
    public static MessageReading Of(Frame frame, IReadOnlyList<Sm4Key> keys, DateTime? receivedAt = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!frame.IsEncrypted)
        {
            return Of(Message.Of(frame, frame.Segment, receivedAt));
        }

        var plain = new byte[frame.Segment.Length];
        foreach (var key in keys)
        {
            if (EncryptedContent.TryDecrypt(frame, key, plain, out var length))
            {
                return Of(Message.Of(frame, plain.AsSpan(0, length), receivedAt));
            }
        }

        return Refused(keys.Count == 0
            ? Diagnosis.Of(Hj212Codes.Encrypted, Hj212Codes.CauseKeyNeeded, Frame.HeadLength)
            : Diagnosis.Of(Hj212Codes.WrongKey, Hj212Codes.CauseKeyChanged, Frame.HeadLength));
    }

    /// <summary>Reads bytes that should hold exactly one frame: a line of a log, a datagram. Noise around it is tolerated, another frame or a broken one is not.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="keys">Keys to try on encrypted content.</param>
    /// <param name="receivedAt">When they came, Beijing time; null compares no time with it.</param>
    public static MessageReading OfSingle(ReadOnlySpan<byte> bytes, IReadOnlyList<Sm4Key> keys, DateTime? receivedAt = null)
    {
        var first = FrameReader.Read(bytes, ended: true);
        var noise = 0;
        if (first.Status == FrameStatus.Dropped && !first.Piece.StartsWith("##"u8) && first.Consumed < bytes.Length)
        {
            noise = first.Piece.Length;
            bytes = bytes[first.Consumed..];
            first = FrameReader.Read(bytes, ended: true);
        }

        return first.Status switch
        {
            FrameStatus.NeedMore => Refused(Diagnosis.Of(Hj212Codes.EmptyLine, Hj212Codes.CauseNothingSent, 0)),
            FrameStatus.Dropped => Refused(FrameDiagnosis.Of(first.Piece)),
            _ => OfWhole(first, bytes[first.Consumed..], noise, keys, receivedAt),
        };
    }

    private static MessageReading OfWhole(FrameReading reading, ReadOnlySpan<byte> behind, int noise, IReadOnlyList<Sm4Key> keys, DateTime? receivedAt)
    {
        var more = FrameReader.Read(behind, ended: true);
        if (more.Status == FrameStatus.Frame || behind.IndexOf("##"u8) >= 0)
        {
            return Refused(Diagnosis.Of(Hj212Codes.SeveralFrames, Hj212Codes.CauseUseStream, reading.Consumed));
        }

        var result = Of(reading.Frame, keys, receivedAt);
        noise += more.Piece.Length;
        return noise == 0 ? result : result.With(noise);
    }

    private static MessageReading Of(Message message) => message.Refusal() is { } refusal ? Refused(refusal) : new(message, null);

    private static MessageReading Refused(Diagnosis diagnosis) => new(null, diagnosis);

    private MessageReading With(int noise) => Message is null ? this : this with { Message = Message.WithNoise(noise) };
}
