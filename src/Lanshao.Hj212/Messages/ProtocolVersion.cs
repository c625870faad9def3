namespace Lanshao.Hj212.Messages;

/// <summary>The versions of the protocol, with the number that bits 2 to 7 of Flag carry.</summary>
public enum ProtocolVersion
{
    /// <summary>HJ/T 212-2005; also what a frame without Flag is taken for.</summary>
    V2005 = 0,

    /// <summary>HJ 212-2017.</summary>
    V2017 = 1,

    /// <summary>HJ 212-2025, in force since 2026-01-01.</summary>
    V2025 = 2,
}
