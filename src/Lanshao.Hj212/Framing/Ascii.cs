using System.Buffers;
using System.Runtime.CompilerServices;

namespace Lanshao.Hj212.Framing;

/// <summary>What the protocol spells with bytes: blanks, digits, hexadecimal.</summary>
internal static class Ascii
{
    private static readonly SearchValues<byte> Printable = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(b => (byte)b)]);

    public static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    public static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsPrintable(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(Printable) < 0;

    /// <summary>Returns 0–15, or −1 of a byte that is no hexadecimal digit.</summary>
    public static int Hex(byte b) => IsDigit(b) ? b - '0' : (uint)((b | 0x20) - 'a') <= 5 ? (b | 0x20) - 'a' + 10 : -1;

    /// <summary>Reads four hexadecimal digits of either case.</summary>
    public static bool TryHex4(ReadOnlySpan<byte> text, out ushort value)
    {
        value = 0;
        if (text.Length < 4)
        {
            return false;
        }

        var number = (Hex(text[0]) << 12) | (Hex(text[1]) << 8) | (Hex(text[2]) << 4) | Hex(text[3]);
        value = unchecked((ushort)number);
        return number >= 0;
    }

    /// <summary>Reads digits only, at most nine.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            if (!IsDigit(b))
            {
                return false;
            }

            value = unchecked((value * 10) + b - '0');
        }

        return text.Length is > 0 and <= 9;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasBlanks(ReadOnlySpan<byte> text) => !text.IsEmpty && (text[0] <= ' ' || text[^1] <= ' ');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text) => HasBlanks(text) ? text.Trim(" \t\r\n"u8) : text;
}
