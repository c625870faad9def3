namespace Lanshao.Hj212.Framing;

/// <summary>What stood behind a frame's check code.</summary>
public enum LineEnd
{
    /// <summary>The bytes at hand end with the check code; nobody knows yet.</summary>
    NotSeen,

    /// <summary>CR LF, as the standard asks.</summary>
    CarriageReturnLineFeed,

    /// <summary>LF or CR alone.</summary>
    Half,

    /// <summary>Something else: the next frame, or noise.</summary>
    None,
}
