using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Framing;

/// <summary>Says why a piece is no frame, and what probably happened. For people; it is never asked on the way of good frames.</summary>
public static class FrameDiagnosis
{
    private const int Around = Frame.HeadLength + Frame.CodeLength;

    /// <summary>Returns the diagnosis of a dropped piece.</summary>
    /// <param name="piece">The bytes that <see cref="FrameReader"/> dropped.</param>
    public static Diagnosis Of(ReadOnlySpan<byte> piece)
    {
        var bytes = piece.TrimEnd("\r\n"u8);
        if (!bytes.StartsWith("##"u8))
        {
            return OfNoise(piece);
        }

        if (!FrameReader.IsStart(bytes))
        {
            return bytes.Length < Frame.HeadLength && bytes[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
                ? CutOff(0, bytes)
                : Diagnosis.Of(Hj212Codes.BadLengthField, Hj212Codes.CauseLengthForm, 2, ("found", MessageText.Quote(bytes[2..Math.Min(Frame.HeadLength, bytes.Length)])));
        }

        _ = Ascii.TryNumber(bytes[2..Frame.HeadLength], out var declared);
        return OfFrame(bytes, declared);
    }

    private static Diagnosis OfFrame(ReadOnlySpan<byte> bytes, int declared)
    {
        if (RealEnd(bytes) is var actual and >= 0 && actual != declared)
        {
            return FalseLength(bytes, declared, actual);
        }

        if (EncryptedFrame.HasHexText(bytes) && bytes.Length > Around)
        {
            return Diagnosis.Of(Hj212Codes.FalseLength, Hj212Codes.CauseLengthOfPlain, 2, ("declared", Text(declared)), ("actual", Text(bytes.Length - Around)));
        }

        if (bytes.Length >= declared + Around)
        {
            var tail = bytes.Slice(Frame.HeadLength + declared, Frame.CodeLength);
            return Ascii.TryHex4(tail, out var sent) ? BadCode(bytes, declared, sent)
                : Diagnosis.Of(Hj212Codes.NoCheckCode, Hj212Codes.CauseLengthNotUpdated, Frame.HeadLength + declared, ("found", MessageText.Quote(tail)));
        }

        // It has its proper end, so nothing was cut off: neither the length nor the code fits.
        return bytes.Length > Around && bytes[..^Frame.CodeLength].EndsWith("&&"u8) && Ascii.TryHex4(bytes[^Frame.CodeLength..], out _)
            ? FalseLength(bytes, declared, bytes.Length - Around)
            : CutOff(declared, bytes);
    }

    /// <summary>Returns the length of a data segment that a right check code follows, or −1: the last one behind <c>&amp;&amp;</c>, or the one that ends the piece.</summary>
    private static int RealEnd(ReadOnlySpan<byte> bytes)
    {
        var body = bytes[Frame.HeadLength..];
        if (body.Length >= Frame.CodeLength && IsRight(body, body.Length - Frame.CodeLength))
        {
            return body.Length - Frame.CodeLength;
        }

        for (var end = body.LastIndexOf("&&"u8); end >= 0; end = body[..end].LastIndexOf("&&"u8))
        {
            if (IsRight(body, end + 2))
            {
                return end + 2;
            }
        }

        return -1;
    }

    private static bool IsRight(ReadOnlySpan<byte> body, int length) =>
        Ascii.TryHex4(body[length..], out var sent) && sent == CheckCode.Compute(body[..length]);

    private static Diagnosis FalseLength(ReadOnlySpan<byte> bytes, int declared, int actual)
    {
        var segment = bytes.Slice(Frame.HeadLength, actual);
        var cause = (declared - actual) switch
        {
            4 => Hj212Codes.CauseLengthWithCode,
            6 => Hj212Codes.CauseLengthWithTail,
            10 or 12 => Hj212Codes.CauseLengthOfFrame,
            _ when IsCharacterCount(segment, declared) => Hj212Codes.CauseLengthInCharacters,
            _ => Hj212Codes.CauseLengthNotUpdated,
        };
        return Diagnosis.Of(Hj212Codes.FalseLength, cause, 2, ("declared", Text(declared)), ("actual", Text(actual)));
    }

    // In UTF-16 units, as most languages count them.
    private static bool IsCharacterCount(ReadOnlySpan<byte> segment, int declared) => declared < segment.Length && MessageText.Decode(segment).Length == declared;

    private static Diagnosis BadCode(ReadOnlySpan<byte> bytes, int declared, ushort sent)
    {
        var segment = bytes.Slice(Frame.HeadLength, declared);
        return Diagnosis.Of(
            Hj212Codes.BadCheckCode,
            CauseOfCode(bytes[..(Frame.HeadLength + declared)], segment, sent),
            Frame.HeadLength + declared,
            ("found", sent.ToString("X4", CultureInfo.InvariantCulture)),
            ("expected", CheckCode.Compute(segment).ToString("X4", CultureInfo.InvariantCulture)));
    }

    private static string CauseOfCode(ReadOnlySpan<byte> withHead, ReadOnlySpan<byte> segment, ushort sent)
    {
        var right = CheckCode.Compute(segment);
        var modbus = OtherCodes.Modbus(segment);
        return sent == modbus ? Hj212Codes.CauseModbus
            : sent == OtherCodes.Swapped(right) ? Hj212Codes.CauseSwappedBytes
            : sent == OtherCodes.Swapped(modbus) ? Hj212Codes.CauseSwappedModbus
            : sent == OtherCodes.Ccitt(segment, 0xFFFF) || sent == OtherCodes.Ccitt(segment, 0) ? Hj212Codes.CauseCcitt
            : sent == CheckCode.Compute(withHead) ? Hj212Codes.CauseCodeWithHead
            : IsCodeOverGbk(segment, sent) ? Hj212Codes.CauseCodeOverGbk
            : CheckCode.IsPossible(sent) ? Hj212Codes.CauseDamaged
            : Hj212Codes.CauseOtherAlgorithm;
    }

    private static bool IsCodeOverGbk(ReadOnlySpan<byte> segment, ushort sent) =>
        !System.Text.Ascii.IsValid(segment) && Utf8.IsValid(segment) && sent == CheckCode.Compute(MessageText.Gbk.GetBytes(Encoding.UTF8.GetString(segment)));

    private static Diagnosis CutOff(int declared, ReadOnlySpan<byte> bytes) => Diagnosis.Of(
        Hj212Codes.CutOff,
        Hj212Codes.CauseHalfSent,
        bytes.Length,
        ("declared", Text(declared)),
        ("actual", Text(Math.Max(0, bytes.Length - Frame.HeadLength))));

    private static Diagnosis OfNoise(ReadOnlySpan<byte> piece)
    {
        var protocol = piece switch
        {
            [0x16, 0x03, ..] => "TLS",
            [_, _, 0, 0, 0, < 0xFF, ..] when piece.Length >= 8 => "Modbus/TCP",
            [0x68, _, _, _, _, _, _, 0x68, ..] => "DL/T 645",
            _ when piece.StartsWith("GET "u8) || piece.StartsWith("POST "u8) || piece.StartsWith("HTTP/"u8) => "HTTP",
            _ when piece.StartsWith("SSH-"u8) => "SSH",
            _ => null,
        };
        var count = ("count", Text(piece.Length));
        return protocol is null
            ? Diagnosis.Of(Hj212Codes.NoStart, Hj212Codes.CauseNoise, 0, count)
            : Diagnosis.Of(Hj212Codes.NoStart, Hj212Codes.CauseOtherProtocol, 0, count, ("protocol", protocol));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
