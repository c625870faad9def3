namespace Lanshao.Hj212.Framing;

/// <summary>The outcome of one reading: a frame, a piece to drop, or the wish for more bytes.</summary>
public readonly ref struct FrameReading
{
    /// <summary>Gets which of the three it is.</summary>
    public FrameStatus Status { get; private init; }

    /// <summary>Gets the frame, when there is one.</summary>
    public Frame Frame { get; private init; }

    /// <summary>Gets the bytes that are no frame, when <see cref="FrameStatus.Dropped"/>.</summary>
    public ReadOnlySpan<byte> Piece { get; private init; }

    /// <summary>Gets how many bytes of the buffer are done with, in every case.</summary>
    public int Consumed { get; private init; }

    internal static FrameReading More(int consumed) => new() { Status = FrameStatus.NeedMore, Consumed = consumed };

    internal static FrameReading Whole(Frame frame, int consumed) => new() { Status = FrameStatus.Frame, Frame = frame, Consumed = consumed };

    internal static FrameReading Dropping(ReadOnlySpan<byte> piece, int consumed) => new() { Status = FrameStatus.Dropped, Piece = piece, Consumed = consumed };
}
