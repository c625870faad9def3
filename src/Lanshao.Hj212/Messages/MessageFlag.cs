namespace Lanshao.Hj212.Messages;

/// <summary>The header's Flag: bit 0 asks for an answer, bit 1 says that PNUM and PNO follow, bits 2 to 7 are the version.</summary>
/// <param name="Bits">The number as sent, 0–255.</param>
public readonly record struct MessageFlag(byte Bits)
{
    /// <summary>Gets whether the sender wants an answer.</summary>
    public bool WantsAnswer => (Bits & 1) != 0;

    /// <summary>Gets whether the message is one of several.</summary>
    public bool IsSplit => (Bits & 2) != 0;

    /// <summary>Gets the number of the version; 0 to 2 are known.</summary>
    public ProtocolVersion Version => (ProtocolVersion)(Bits >> 2);

    /// <summary>Gets whether the version is one of the three.</summary>
    public bool IsKnownVersion => Bits >> 2 <= (int)ProtocolVersion.V2025;

    /// <summary>Returns the Flag of a message.</summary>
    /// <param name="version">The version.</param>
    /// <param name="wantsAnswer">Whether an answer is wanted.</param>
    /// <param name="isSplit">Whether PNUM and PNO follow.</param>
    public static MessageFlag Of(ProtocolVersion version, bool wantsAnswer, bool isSplit = false) =>
        new((byte)(((int)version << 2) | (isSplit ? 2 : 0) | (wantsAnswer ? 1 : 0)));
}
