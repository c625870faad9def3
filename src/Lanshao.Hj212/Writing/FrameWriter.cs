using System.Globalization;
using System.Text;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;

namespace Lanshao.Hj212.Writing;

/// <summary>Writes frames as the standard asks: length in bytes, check code in capitals, CR LF.</summary>
public static class FrameWriter
{
    private const int LineEndLength = 2;

    /// <summary>Gets what a frame has beside its data segment, bytes.</summary>
    public static int Overhead => Frame.HeadLength + Frame.CodeLength + LineEndLength;

    /// <summary>Returns a frame.</summary>
    /// <param name="head">The header.</param>
    /// <param name="content">What stands between the ampersands.</param>
    /// <exception cref="ArgumentException">The data segment is longer than four digits can say.</exception>
    public static byte[] Write(MessageHead head, string content) => Seal(Segment(head, content));

    /// <summary>Returns the frame of a data segment, without its line end.</summary>
    /// <param name="segment">The data segment, bytes.</param>
    public static byte[] Write(ReadOnlySpan<byte> segment) => Seal(segment.ToArray())[..^LineEndLength];

    /// <summary>Returns a frame with encrypted content (2025); a content shorter than 16 bytes stays plain.</summary>
    /// <param name="head">The header.</param>
    /// <param name="content">What stands between the ampersands, plain.</param>
    /// <param name="key">The device's key.</param>
    /// <param name="form">How the cipher text is written.</param>
    /// <param name="countsPlain">Whether the length counts the plain text, as the standard's examples do.</param>
    public static byte[] WriteEncrypted(MessageHead head, string content, Sm4Key key, CipherForm form, bool countsPlain)
    {
        var segment = Segment(head, content);
        var opening = segment.AsSpan().IndexOf("CP=&&"u8) + 5;
        var plain = segment.AsSpan(opening..^2);
        var cipher = new byte[EncryptedContent.LengthOf(plain.Length, form)];
        _ = EncryptedContent.Encrypt(plain, key, form, cipher);
        byte[] sent = [.. segment.AsSpan(0, opening), .. cipher, .. "&&"u8];
        return Seal(sent, countsPlain ? segment.Length : sent.Length, CheckCode.Compute(segment));
    }

    /// <summary>Returns the frames of a message that may be too long for one: cut between factors, each with a QN of its own and the same DataTime.</summary>
    /// <param name="head">The header of the first part; the following parts' QN are a millisecond later each.</param>
    /// <param name="dataTime">Beijing time.</param>
    /// <param name="items">One text for each factor, such as <c>a34004-Rtd=38,a34004-Flag=N</c>; none longer than what a frame holds.</param>
    public static IReadOnlyList<byte[]> WriteParts(MessageHead head, DateTime dataTime, IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var time = "DataTime=" + dataTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var room = Frame.StandardSegment - Encoding.UTF8.GetByteCount(Text(head with { PartCount = 9, PartNumber = 9 }, time));
        var contents = Pack(items, room);
        if (contents.Count <= 1)
        {
            return [Write(head, contents.Count == 0 ? time : $"{time};{contents[0]}")];
        }

        var flag = MessageFlag.Of(head.Flag.Version, head.Flag.WantsAnswer, isSplit: true);
        return [.. contents.Select((content, i) => Write(
            head with { Flag = flag, PartCount = contents.Count, PartNumber = i + 1, Qn = head.Qn.AddMilliseconds(i) }, $"{time};{content}"))];
    }

    /// <summary>Makes a frame of a data segment that stands in the middle of a buffer; nothing is allocated.</summary>
    /// <param name="buffer">Six bytes of room, the data segment, six bytes of room.</param>
    /// <param name="segmentLength">The length of the data segment, bytes.</param>
    /// <returns>The length of the frame with its line end.</returns>
    public static int SealInPlace(Span<byte> buffer, int segmentLength) =>
        Seal(buffer, segmentLength, segmentLength, CheckCode.Compute(buffer.Slice(Frame.HeadLength, segmentLength)));

    private static List<string> Pack(IReadOnlyList<string> items, int room)
    {
        var contents = new List<string>();
        var used = room + 1;
        foreach (var item in items)
        {
            var length = Encoding.UTF8.GetByteCount(item) + 1;
            if (used + length > room)
            {
                contents.Add(item);
                used = length;
            }
            else
            {
                contents[^1] += ";" + item;
                used += length;
            }
        }

        return contents;
    }

    private static byte[] Segment(MessageHead head, string content) => Encoding.UTF8.GetBytes(Text(head, content));

    private static string Text(MessageHead head, string content)
    {
        var is2005 = head.Flag.Version == ProtocolVersion.V2005;
        var parts = head.PartCount == 0 ? string.Empty
            : is2005 ? string.Create(CultureInfo.InvariantCulture, $"PNUM={head.PartCount:D4};PNO={head.PartNumber:D4};")
            : string.Create(CultureInfo.InvariantCulture, $"PNUM={head.PartCount};PNO={head.PartNumber};");
        var resent = head.IsResent ? "RF=1;" : string.Empty;

        // The table of 2005 has the numbers of the parts before ST.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"QN={head.Qn:yyyyMMddHHmmssfff};{(is2005 ? parts : string.Empty)}ST={head.St};CN={head.Cn};PW={head.Pw};MN={head.Mn};Flag={head.Flag.Bits};{(is2005 ? string.Empty : parts)}{resent}CP=&&{content}&&");
    }

    private static byte[] Seal(byte[] segment) => Seal(segment, segment.Length, CheckCode.Compute(segment));

    private static byte[] Seal(byte[] segment, int length, ushort code)
    {
        var frame = new byte[segment.Length + Overhead];
        segment.CopyTo(frame, Frame.HeadLength);
        _ = Seal(frame, segment.Length, length, code);
        return frame;
    }

    private static int Seal(Span<byte> frame, int segmentLength, int length, ushort code)
    {
        if (length > Frame.LongestSegment)
        {
            throw new ArgumentException("A data segment has at most 9999 bytes.", nameof(length));
        }

        _ = Encoding.ASCII.GetBytes("##", frame);
        _ = length.TryFormat(frame[2..], out _, "D4", CultureInfo.InvariantCulture);
        var end = Frame.HeadLength + segmentLength;
        _ = code.TryFormat(frame[end..], out _, "X4", CultureInfo.InvariantCulture);
        "\r\n"u8.CopyTo(frame[(end + Frame.CodeLength)..]);
        return segmentLength + Overhead;
    }
}
