using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lanshao.Hj212.Framing;

/// <summary>The check code of HJ 212, Annex A. It is not CRC-16/MODBUS: each byte meets the high half of the register, not the low one.</summary>
/// <remarks>
/// With T the ordinary table of the reflected polynomial 0xA001, one step is <c>reg = T[(reg &gt;&gt; 8) ^ b]</c>: the state has 8 bits, so there are only 256 check codes.
/// H(x) = T[x] &gt;&gt; 8 is linear over GF(2) and H⁸ is the identity, so bytes at equal distance from the end modulo 8 may be XORed together first:
/// the segment is folded into one 64-bit word, and eight look-ups finish it. The price of that algebra is on the wire, not here: the code misses two bytes
/// swapped 8 apart, and lets one random corruption in 256 pass. It is no protection of integrity.
/// </remarks>
public static class CheckCode
{
    /// <summary>The check code of an empty data segment.</summary>
    public const ushort OfNothing = 0xFFFF;

    private const int Phases = 8;
    private static readonly ushort[] Table = MakeTable();
    private static readonly byte[] Powers = MakePowers();

    /// <summary>Returns the check code of a data segment.</summary>
    /// <param name="segment">The bytes between the length field and the check code, any number.</param>
    public static ushort Compute(ReadOnlySpan<byte> segment)
    {
        if (segment.IsEmpty)
        {
            return OfNothing;
        }

        var word = Fold(segment);
        var powers = Powers;
        var index = powers[(((segment.Length - 1) & 7) << 8) | 0xFF];
        for (var distance = 0; distance < Phases; distance++)
        {
            // The last byte of the segment, distance 0, is the highest of the word.
            index ^= powers[(distance << 8) | (byte)(word >> (56 - (8 * distance)))];
        }

        return Table[index];
    }

    /// <summary>Tells whether a code can come out of this algorithm at all: its low byte is one of 00 01 40 41 80 81 C0 C1.</summary>
    /// <param name="code">The code received.</param>
    public static bool IsPossible(ushort code) => (code & 0x3E) == 0;

    private static ulong Fold(ReadOnlySpan<byte> segment)
    {
        var head = segment.Length & 7;
        var word = 0UL;
        for (var i = 0; i < head; i++)
        {
            word |= (ulong)segment[i] << (8 * (8 - head + i));
        }

        var words = MemoryMarshal.Cast<byte, ulong>(segment[head..]);
        var sum = Vector256<ulong>.Zero;
        while (words.Length >= Vector256<ulong>.Count)
        {
            sum ^= Vector256.Create(words);
            words = words[Vector256<ulong>.Count..];
        }

        var folded = sum[0] ^ sum[1] ^ sum[2] ^ sum[3];
        foreach (var rest in words)
        {
            folded ^= rest;
        }

        return word ^ (BitConverter.IsLittleEndian ? folded : BinaryPrimitives.ReverseEndianness(folded));
    }

    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var register = i;
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
            }

            table[i] = (ushort)register;
        }

        return table;
    }

    // Row k holds H applied k times.
    private static byte[] MakePowers()
    {
        var powers = new byte[Phases * 256];
        for (var x = 0; x < 256; x++)
        {
            powers[x] = (byte)x;
        }

        for (var at = 256; at < powers.Length; at++)
        {
            powers[at] = (byte)(Table[powers[at - 256]] >> 8);
        }

        return powers;
    }
}
