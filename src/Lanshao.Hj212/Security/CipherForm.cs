namespace Lanshao.Hj212.Security;

/// <summary>How cipher text stands on the wire. The standard prints the first; what devices send is open, so both are read and written.</summary>
public enum CipherForm
{
    /// <summary>As text: <c>{0xE4,0x3E,…}</c>, five times as long.</summary>
    HexText,

    /// <summary>The bytes as they are.</summary>
    Raw,
}
