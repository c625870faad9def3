namespace Lanshao.Hj212.Framing;

/// <summary>Finds frames in bytes: no allocation, no exception, always moves on, and the same frames and pieces however the bytes were split.</summary>
/// <remarks>
/// Every decision depends only on bytes that must be there in any split, never on how many happen to be there:
/// a frame on its declared length; a piece on the next <c>##</c> with four digits behind it, or on <see cref="LongestPiece"/>.
/// After a frame that fails, the search goes on inside it, so that a false length swallows nothing.
/// </remarks>
public static class FrameReader
{
    /// <summary>The longest piece that is dropped at once, bytes; also more than the longest frame, encrypted ones included.</summary>
    public const int LongestPiece = 16384;

    /// <summary>As many bytes as a buffer must hold for every decision to fall.</summary>
    public const int EnoughBytes = LongestPiece + 64;

    private const int PieceAndNextHead = LongestPiece + Frame.HeadLength;

    private const int InnerHeadLength = 9;

    /// <summary>Reads the first frame or the first piece that is none.</summary>
    /// <param name="buffer">The bytes at hand, beginning where the last reading ended.</param>
    /// <param name="ended">No more bytes will come (the connection ended or has been silent for too long): what is undecided is dropped.</param>
    public static FrameReading Read(ReadOnlySpan<byte> buffer, bool ended = false)
    {
        var blank = buffer.Length > 0 && buffer[0] != '#' ? LineEnds(buffer) : 0;
        var rest = buffer[blank..];
        if (rest.IsEmpty)
        {
            return FrameReading.More(blank);
        }

        return Examine(rest, ended, out var frame) switch
        {
            FrameStatus.Frame => FrameReading.Whole(frame, blank + frame.Bytes.Length + LineEndLength(rest[frame.Bytes.Length..])),
            FrameStatus.NeedMore => FrameReading.More(blank),
            _ => Drop(rest, ended, blank),
        };
    }

    /// <summary>Tells whether the bytes begin with <c>##</c> and four digits.</summary>
    internal static bool IsStart(ReadOnlySpan<byte> bytes) => bytes.Length >= Frame.HeadLength && IsBeginOfStart(bytes[..Frame.HeadLength]);

    /// <summary>Returns where the next <c>##</c> with four digits stands behind the first byte, or −1.</summary>
    internal static int NextStart(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; at < bytes.Length; at++)
        {
            var found = bytes[at..].IndexOf("##"u8);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (IsStart(bytes[at..]))
            {
                return at;
            }
        }

        return -1;
    }

    internal static LineEnd LineEndOf(ReadOnlySpan<byte> behind) => behind switch
    {
        [] or [(byte)'\r'] => LineEnd.NotSeen,
        [(byte)'\r', (byte)'\n', ..] => LineEnd.CarriageReturnLineFeed,
        [(byte)'\n', ..] or [(byte)'\r', ..] => LineEnd.Half,
        _ => LineEnd.None,
    };

    /// <summary>Returns where another frame begins inside this one, outside a log text: then this one was cut off. −1 where none does.</summary>
    /// <remarks>Without this, a frame cut off by a modem's reset would hold back all that follow until its declared length is full.</remarks>
    internal static int Interruption(ReadOnlySpan<byte> frame)
    {
        for (var at = Frame.HeadLength; at < frame.Length; at++)
        {
            var found = frame[at..].IndexOf("##"u8);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (IsHead(frame[at..]))
            {
                return frame[..at].IndexOf("//"u8) < 0 ? at : -1;
            }
        }

        return -1;
    }

    private static FrameStatus Examine(ReadOnlySpan<byte> bytes, bool ended, out Frame frame)
    {
        frame = default;
        if (bytes.Length < Frame.HeadLength)
        {
            return !ended && IsBeginOfStart(bytes) ? FrameStatus.NeedMore : FrameStatus.Dropped;
        }

        if (!IsStart(bytes))
        {
            return FrameStatus.Dropped;
        }

        var length = (((((bytes[2] - '0') * 10) + bytes[3] - '0') * 10) + bytes[4] - '0') * 10 + bytes[5] - '0';
        var total = Frame.HeadLength + length + Frame.CodeLength;
        var claimed = bytes.Length < total ? bytes : bytes[..total];
        if (Interruption(claimed) >= 0)
        {
            return FrameStatus.Dropped;
        }

        if (bytes.Length < total)
        {
            return ended ? FrameStatus.Dropped : FrameStatus.NeedMore;
        }

        if (Ascii.TryHex4(claimed[^Frame.CodeLength..], out var sent) && sent == CheckCode.Compute(claimed[Frame.HeadLength..^Frame.CodeLength]))
        {
            frame = new Frame(claimed, length, sent, EncryptedFrame.IsBehindFittingCode(claimed), LineEndOf(bytes[total..]));
            return FrameStatus.Frame;
        }

        return EncryptedFrame.Examine(bytes, length, ended, out frame);
    }

    private static FrameReading Drop(ReadOnlySpan<byte> bytes, bool ended, int blank)
    {
        var next = NextStart(bytes[..Math.Min(bytes.Length, PieceAndNextHead)]);
        var end = next > 0 ? next
            : bytes.Length >= PieceAndNextHead ? LongestPiece
            : ended ? bytes.Length
            : 0;
        return end == 0 ? FrameReading.More(blank) : FrameReading.Dropping(bytes[..end], blank + end);
    }

    private static bool IsBeginOfStart(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i < 2 ? bytes[i] != '#' : !Ascii.IsDigit(bytes[i]))
            {
                return false;
            }
        }

        return true;
    }

    // ##dddd and the name of a field: two to four letters and "=", within nine bytes for the two-letter names that all senders begin with.
    private static bool IsHead(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= InnerHeadLength && IsStart(bytes) && Ascii.IsLetter(bytes[6]) && Ascii.IsLetter(bytes[7]) && bytes[8] == '=';

    private static int LineEnds(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        return end < 0 ? bytes.Length : end;
    }

    private static int LineEndLength(ReadOnlySpan<byte> behind) => behind switch
    {
        [(byte)'\r', (byte)'\n', ..] => 2,
        [(byte)'\r' or (byte)'\n', ..] => 1,
        _ => 0,
    };
}
