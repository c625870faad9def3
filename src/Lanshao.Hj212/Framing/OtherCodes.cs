namespace Lanshao.Hj212.Framing;

/// <summary>Check codes that senders compute by mistake; only a diagnosis asks for them.</summary>
internal static class OtherCodes
{
    public static ushort Modbus(ReadOnlySpan<byte> bytes)
    {
        var register = 0xFFFF;
        foreach (var b in bytes)
        {
            register ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
            }
        }

        return (ushort)register;
    }

    /// <summary>CRC-16/CCITT-FALSE begins with FFFF, XMODEM with 0.</summary>
    public static ushort Ccitt(ReadOnlySpan<byte> bytes, int begin)
    {
        var register = begin;
        foreach (var b in bytes)
        {
            register ^= b << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                register = ((register & 0x8000) == 0 ? register << 1 : (register << 1) ^ 0x1021) & 0xFFFF;
            }
        }

        return (ushort)register;
    }

    public static ushort Swapped(ushort code) => (ushort)((code >> 8) | ((code & 0xFF) << 8));
}
