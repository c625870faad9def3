using System.Buffers;
using System.Text.Unicode;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Framing;

/// <summary>Finds the end of frames whose content is SM4 cipher text (HJ 212-2025, 6.4): their check code is that of the plain text, so it proves nothing here.</summary>
internal static class EncryptedFrame
{
    private const int Block = 16;
    private const int CharactersPerByte = 5;
    private static readonly SearchValues<byte> CipherCharacters = SearchValues.Create("0123456789abcdefABCDEFx,"u8);

    private static readonly SearchValues<byte> Ordinary = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(b => (byte)b).Where(b => b != '{')]);

    private static ReadOnlySpan<byte> HexOpening => "CP=&&{0x"u8;

    /// <summary>Tells whether a frame whose check code fits is encrypted all the same: of 256 cipher texts one has, by chance, the code of its plain text.</summary>
    public static bool IsBehindFittingCode(ReadOnlySpan<byte> frame) =>
        frame.IndexOfAnyExcept(Ordinary) >= 0 && (HasHexText(frame) || (IsRaw(frame[Frame.HeadLength..^Frame.CodeLength], out var content) && IsNoText(content)));

    /// <summary>Tells whether a frame's content is cipher text written as <c>{0xE4,0x3E,…}</c>.</summary>
    public static bool HasHexText(ReadOnlySpan<byte> frame) => frame.IndexOf(HexOpening) > 0;

    /// <summary>Judges a frame whose check code does not fit its bytes.</summary>
    /// <param name="bytes">From <c>##</c> on.</param>
    /// <param name="length">The length field: of what was sent, or of the plain text.</param>
    /// <param name="ended">No more bytes will come.</param>
    /// <param name="frame">The frame, when it is one.</param>
    public static FrameStatus Examine(ReadOnlySpan<byte> bytes, int length, bool ended, out Frame frame)
    {
        var total = Frame.HeadLength + length + Frame.CodeLength;
        var opening = bytes[..total].IndexOf(HexOpening);
        return opening > 0 ? ExamineHexText(bytes, opening, length, ended, out frame) : ExamineRaw(bytes, total, length, out frame);
    }

    private static FrameStatus ExamineHexText(ReadOnlySpan<byte> bytes, int opening, int length, bool ended, out Frame frame)
    {
        frame = default;
        var open = opening + HexOpening.Length - 2;
        var characters = bytes[open..].IndexOfAnyExcept(CipherCharacters);
        if (characters < 0)
        {
            return ended || bytes.Length > FrameReader.LongestPiece ? FrameStatus.Dropped : FrameStatus.NeedMore;
        }

        var close = open + characters;
        var cipherBytes = (characters + 1) / CharactersPerByte;
        if (bytes[close] != '}' || close > FrameReader.LongestPiece || characters != (cipherBytes * CharactersPerByte) - 1 || cipherBytes % Block != 0)
        {
            return FrameStatus.Dropped;
        }

        // Behind the cipher text up to 15 plain bytes, && and the check code.
        var behind = bytes[(close + 1)..];
        var end = behind[..Math.Min(behind.Length, Block + 1)].IndexOf("&&"u8);
        if (end < 0 ? behind.Length <= Block : behind.Length < end + 2 + Frame.CodeLength)
        {
            return ended ? FrameStatus.Dropped : FrameStatus.NeedMore;
        }

        var total = close + 1 + end + 2 + Frame.CodeLength;
        var wireLength = total - Frame.HeadLength - Frame.CodeLength;
        var plainLength = wireLength - (characters + 2) + cipherBytes;
        if (end < 0 || (length != wireLength && length != plainLength) || !Ascii.TryHex4(bytes[(total - Frame.CodeLength)..], out var sent))
        {
            return FrameStatus.Dropped;
        }

        frame = new Frame(bytes[..total], length, sent, isEncrypted: true, FrameReader.LineEndOf(bytes[total..]));
        return FrameStatus.Frame;
    }

    private static FrameStatus ExamineRaw(ReadOnlySpan<byte> bytes, int total, int length, out Frame frame)
    {
        frame = default;
        if (!IsRaw(bytes[Frame.HeadLength..(total - Frame.CodeLength)], out _) || !Ascii.TryHex4(bytes[(total - Frame.CodeLength)..], out var sent))
        {
            return FrameStatus.Dropped;
        }

        frame = new Frame(bytes[..total], length, sent, isEncrypted: true, FrameReader.LineEndOf(bytes[total..]));
        return FrameStatus.Frame;
    }

    // Cipher bytes as they are: as long as the plain text, so the length is exact. Only under the version that has encryption.
    private static bool IsRaw(ReadOnlySpan<byte> segment, out ReadOnlySpan<byte> content)
    {
        content = default;
        var opening = segment.IndexOf("CP=&&"u8);
        if (opening < 0 || !segment.EndsWith("&&"u8) || segment.Length - opening < 7 + Block)
        {
            return false;
        }

        content = segment[(opening + 5)..^2];
        return !Ascii.IsPrintable(content[..Block]) && !Utf8.IsValid(content) && new Segment(segment).Flag is { Version: ProtocolVersion.V2025 };
    }

    // Text in GBK, with a code that fits, is text.
    private static bool IsNoText(ReadOnlySpan<byte> content) => content.IndexOfAnyInRange((byte)0, (byte)31) >= 0 || MessageText.EncodingOf(content).Has(Tolerance.BrokenText);
}
