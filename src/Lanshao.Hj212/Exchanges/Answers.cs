using System.Globalization;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;

namespace Lanshao.Hj212.Exchanges;

/// <summary>Answers: 9011 to a request, 9012 when it is done, 9013 to a notice, 9014 to data. They carry ST=91 and the PW, MN, QN and version of what they answer; nothing is allocated.</summary>
public static class Answers
{
    /// <summary>CN of the answer to a request.</summary>
    public const int ToRequest = 9011;

    /// <summary>CN of the result of a request.</summary>
    public const int Result = 9012;

    /// <summary>CN of the answer to a notice.</summary>
    public const int ToNotice = 9013;

    /// <summary>CN of the answer to data.</summary>
    public const int ToData = 9014;

    /// <summary>CN of the heartbeat (2025).</summary>
    public const int Heartbeat = 9015;

    private static readonly int[] Notices = [1013, 1014, 2012, 2022, Heartbeat];

    /// <summary>Returns which answer a message from a device gets: 9014 of data, 9013 of notices; 0 where it wants none. An answer never gets one, whatever its Flag says.</summary>
    /// <param name="segment">The message.</param>
    public static int For(Segment segment) =>
        segment.Flag is not { WantsAnswer: true } || segment.Command is < 0 or (>= ToRequest and <= ToData) ? 0
        : Notices.Contains(segment.Command) ? ToNotice
        : ToData;

    /// <summary>Writes an answer.</summary>
    /// <param name="segment">The message that is answered.</param>
    /// <param name="cn">9011 to 9014.</param>
    /// <param name="destination">At least as long as the message's header and 40 bytes more.</param>
    /// <param name="content">What stands between the ampersands; nothing for 9013 and 9014.</param>
    /// <returns>The length of the frame with its line end.</returns>
    public static int Write(Segment segment, int cn, Span<byte> destination, ReadOnlySpan<byte> content = default)
    {
        var at = Frame.HeadLength;
        if (!segment.Qn.IsEmpty)
        {
            Put(destination, ref at, "QN="u8, segment.Qn, ";"u8);
        }

        Put(destination, ref at, "ST=91;CN="u8);
        PutNumber(destination, ref at, cn);
        Put(destination, ref at, ";PW="u8, segment.Pw, ";"u8);
        Put(destination, ref at, "MN="u8, segment.Mn, ";"u8);
        if (segment.Flag is { } flag)
        {
            Put(destination, ref at, "Flag="u8);
            PutNumber(destination, ref at, MessageFlag.Of(flag.Version, wantsAnswer: false).Bits);
            Put(destination, ref at, ";"u8);
        }

        Put(destination, ref at, "CP=&&"u8, content, "&&"u8);
        return FrameWriter.SealInPlace(destination, at - Frame.HeadLength);
    }

    /// <summary>Writes 9011.</summary>
    /// <param name="segment">The request.</param>
    /// <param name="result">What becomes of it.</param>
    /// <param name="destination">Room for the frame.</param>
    public static int WriteToRequest(Segment segment, RequestResult result, Span<byte> destination) => WriteNumber(segment, ToRequest, "QnRtn="u8, (int)result, destination);

    /// <summary>Writes 9012.</summary>
    /// <param name="segment">The request.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="destination">Room for the frame.</param>
    public static int WriteResult(Segment segment, ExecutionResult result, Span<byte> destination) => WriteNumber(segment, Result, "ExeRtn="u8, (int)result, destination);

    /// <summary>Returns the number that a 9011 or 9012 carries, or 0 where there is none that can be read.</summary>
    /// <param name="segment">The answer.</param>
    public static int NumberOf(Segment segment)
    {
        var fields = segment.Fields;
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual("QnRtn"u8) || fields.Name.SequenceEqual("ExeRtn"u8))
            {
                return Ascii.TryNumber(fields.Value, out var number) ? number : 0;
            }
        }

        return 0;
    }

    private static int WriteNumber(Segment segment, int cn, ReadOnlySpan<byte> name, int number, Span<byte> destination)
    {
        Span<byte> content = stackalloc byte[16];
        name.CopyTo(content);
        _ = number.TryFormat(content[name.Length..], out var digits, default, CultureInfo.InvariantCulture);
        return Write(segment, cn, destination, content[..(name.Length + digits)]);
    }

    private static void PutNumber(Span<byte> destination, ref int at, int number)
    {
        _ = number.TryFormat(destination[at..], out var digits, default, CultureInfo.InvariantCulture);
        at += digits;
    }

    private static void Put(Span<byte> destination, ref int at, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value = default, ReadOnlySpan<byte> end = default)
    {
        name.CopyTo(destination[at..]);
        value.CopyTo(destination[(at + name.Length)..]);
        end.CopyTo(destination[(at + name.Length + value.Length)..]);
        at += name.Length + value.Length + end.Length;
    }
}
