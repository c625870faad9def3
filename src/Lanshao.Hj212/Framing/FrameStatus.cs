namespace Lanshao.Hj212.Framing;

/// <summary>What one reading of a buffer gave.</summary>
public enum FrameStatus
{
    /// <summary>The bytes do not decide yet.</summary>
    NeedMore,

    /// <summary>A frame, whole and with the right check code (or encrypted, so that only the key can tell).</summary>
    Frame,

    /// <summary>A piece that is no frame; <see cref="FrameDiagnosis"/> says why.</summary>
    Dropped,
}
