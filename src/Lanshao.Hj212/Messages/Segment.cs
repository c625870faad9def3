using System.Runtime.CompilerServices;
using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>A data segment taken apart: the header's fields and the content between <c>CP=&amp;&amp;</c> and <c>&amp;&amp;</c>, as parts of the caller's bytes. Nothing is copied.</summary>
/// <remarks>Fields may come in any order; of a repeated one the last counts. What had to be tolerated stands in <see cref="Tolerances"/>.</remarks>
public ref struct Segment
{
    private ReadOnlySpan<byte> _flag;

    /// <summary>Takes a data segment apart.</summary>
    /// <param name="bytes">The data segment, plain.</param>
    public Segment(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            if (IsContent(rest))
            {
                Header = bytes[..^rest.Length];
                TakeContent(rest);
                return;
            }

            var end = rest.IndexOf((byte)';');
            TakeField(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        Header = bytes;
        Tolerances = Tolerances.With(bytes.IsEmpty ? Tolerance.EmptySegment : Tolerance.NoContent);
    }

    /// <summary>Gets the whole data segment.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Gets what stands before <c>CP=</c>, with its last semicolon.</summary>
    public ReadOnlySpan<byte> Header { get; }

    /// <summary>Gets QN, which identifies one exchange; empty where none was sent.</summary>
    public ReadOnlySpan<byte> Qn { get; private set; }

    /// <summary>Gets ST, the system code.</summary>
    public ReadOnlySpan<byte> St { get; private set; }

    /// <summary>Gets CN, the command.</summary>
    public ReadOnlySpan<byte> Cn { get; private set; }

    /// <summary>Gets PW, the password.</summary>
    public ReadOnlySpan<byte> Pw { get; private set; }

    /// <summary>Gets MN, the device.</summary>
    public ReadOnlySpan<byte> Mn { get; private set; }

    /// <summary>Gets PNUM, how many parts there are.</summary>
    public ReadOnlySpan<byte> Pnum { get; private set; }

    /// <summary>Gets PNO, which part this is.</summary>
    public ReadOnlySpan<byte> Pno { get; private set; }

    /// <summary>Gets RF: <c>1</c> marks data that are sent again (HJ 212-2025).</summary>
    public ReadOnlySpan<byte> Rf { get; private set; }

    /// <summary>Gets Flag as it was sent.</summary>
    public readonly ReadOnlySpan<byte> FlagText => _flag;

    /// <summary>Gets Flag; null where none was sent or where it is no number from 0 to 255.</summary>
    public MessageFlag? Flag { get; private set; }

    /// <summary>Gets the content, without the ampersands around it.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Gets what had to be tolerated in the structure.</summary>
    public ToleranceSet Tolerances { get; private set; }

    /// <summary>Gets CN as a number; −1 where it is none.</summary>
    public readonly int Command => Cn.Length == 4 && Ascii.TryNumber(Cn, out var number) ? number : -1;

    /// <summary>Gets whether the content is SM4 cipher text written as <c>{0x…}</c>.</summary>
    public readonly bool IsHexCipherText => Content.StartsWith("{0x"u8);

    /// <summary>Returns the reader of the content's fields.</summary>
    public readonly FieldReader Fields => new(Content);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsContent(ReadOnlySpan<byte> rest) => rest.Length >= 3 && (rest[0] | 0x20) == 'c' && (rest[1] | 0x20) == 'p' && rest[2] == '=';

    private void TakeField(ReadOnlySpan<byte> piece)
    {
        var equals = piece.Length > 2 && piece[2] == '=' ? 2 : piece.IndexOf((byte)'=');
        if (equals < 0)
        {
            Tolerances = Tolerances.With(Ascii.TrimBlanks(piece).IsEmpty ? Tolerance.EmptyPiece : Tolerance.PieceWithoutEquals);
            return;
        }

        var name = Ascii.TrimBlanks(piece[..equals]);
        var value = Ascii.TrimBlanks(piece[(equals + 1)..]);
        if (name.Length + value.Length + 1 != piece.Length)
        {
            Tolerances = Tolerances.With(Tolerance.Blanks);
        }

        switch (name.Length)
        {
            case 2:
                TakeTwoLetters(name, value);
                break;
            case 3 when Is(name, "PNO"u8):
                Pno = value;
                break;
            case 4 when Is(name, "Flag"u8):
                TakeFlag(value);
                break;
            case 4 when Is(name, "PNUM"u8):
                Pnum = value;
                break;
        }
    }

    private void TakeTwoLetters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name[1] & 0xDF)
        {
            case 'N' when Is(name, "QN"u8):
                Qn = value;
                break;
            case 'N' when Is(name, "CN"u8):
                Cn = value;
                break;
            case 'N' when Is(name, "MN"u8):
                Mn = value;
                break;
            case 'T' when Is(name, "ST"u8):
                St = value;
                break;
            case 'W' when Is(name, "PW"u8):
                Pw = value;
                break;
            case 'F' when Is(name, "RF"u8):
                Rf = value;
                break;
        }
    }

    private void TakeFlag(ReadOnlySpan<byte> value)
    {
        _flag = value;
        Flag = Ascii.TryNumber(value, out var number) && number <= byte.MaxValue ? new MessageFlag((byte)number) : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> standard) => name.SequenceEqual(standard) || IsInOtherCase(name, standard);

    private bool IsInOtherCase(ReadOnlySpan<byte> name, ReadOnlySpan<byte> standard)
    {
        if (!System.Text.Ascii.EqualsIgnoreCase(name, standard))
        {
            return false;
        }

        Tolerances = Tolerances.With(Tolerance.FieldCase);
        return true;
    }

    private void TakeContent(ReadOnlySpan<byte> rest)
    {
        if (rest[0] != 'C' || rest[1] != 'P')
        {
            Tolerances = Tolerances.With(Tolerance.FieldCase);
        }

        var content = rest[3..];
        if (content.StartsWith("&&"u8))
        {
            content = content[2..];
        }
        else
        {
            Tolerances = Tolerances.With(Tolerance.NoContentOpening);
        }

        Content = content.EndsWith("&&"u8) ? content[..^2] : Unclosed(content);
    }

    private ReadOnlySpan<byte> Unclosed(ReadOnlySpan<byte> content)
    {
        var closing = content.LastIndexOf("&&"u8);
        Tolerances = Tolerances.With(closing < 0 ? Tolerance.NoContentClosing : Tolerance.BytesBehindContent);
        return closing < 0 ? content : content[..closing];
    }
}
