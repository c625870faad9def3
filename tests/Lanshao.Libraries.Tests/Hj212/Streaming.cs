using Lanshao.Hj212.Framing;

namespace Lanshao.Libraries.Tests.Hj212;

/// <summary>What came out of a stream: a frame or a piece, copied.</summary>
internal sealed record Streamed(byte[]? Frame, byte[]? Piece)
{
    public string Text => (Frame is null ? "-" : "+") + Convert.ToHexString(Frame ?? Piece!);
}

/// <summary>Feeds a buffer as a socket would.</summary>
internal static class Streaming
{
    /// <summary>Reads everything, in chunks of the sizes, which begin again at their end.</summary>
    public static List<Streamed> Read(ReadOnlySpan<byte> bytes, params ReadOnlySpan<int> sizes)
    {
        var buffer = new FrameBuffer();
        var read = new List<Streamed>();
        for (var turn = 0; !bytes.IsEmpty; turn++)
        {
            var free = buffer.Free().Span;
            var count = Math.Min(Math.Min(Math.Max(1, sizes[turn % sizes.Length]), free.Length), bytes.Length);
            bytes[..count].CopyTo(free);
            bytes = bytes[count..];
            buffer.Advance(count);
            Take(buffer, read, ended: false);
        }

        Take(buffer, read, ended: true);
        return read;
    }

    private static void Take(FrameBuffer buffer, List<Streamed> read, bool ended)
    {
        while (buffer.TryRead(out var reading, ended))
        {
            read.Add(reading.Status == FrameStatus.Frame ? new(reading.Frame.Bytes.ToArray(), null) : new(null, reading.Piece.ToArray()));
        }
    }
}
