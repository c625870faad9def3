namespace Lanshao.Hj212.Framing;

/// <summary>The bytes of one connection between two reads of the socket: fill <see cref="Free"/>, say <see cref="Advance"/>, and take frames while there are any. It never grows beyond what the longest frame needs.</summary>
public sealed class FrameBuffer
{
    private const int Chunk = 4096;
    private byte[] _bytes = new byte[Chunk];
    private int _start;
    private int _end;

    /// <summary>Gets whether a frame waits until the bytes behind it show its line end; where an answer is due it must not.</summary>
    public bool WaitsForLineEnd { get; init; }

    /// <summary>Gets how many bytes are held undecided.</summary>
    public int Held => _end - _start;

    /// <summary>Gets room for the next bytes; what was read before is no longer valid.</summary>
    public Memory<byte> Free()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        if (_bytes.Length - _end < Chunk / 2)
        {
            var bytes = Held > _bytes.Length - Chunk ? new byte[Math.Min(_bytes.Length * 2, FrameReader.EnoughBytes + Chunk)] : _bytes;
            _bytes.AsSpan(_start, Held).CopyTo(bytes);
            (_bytes, _start, _end) = (bytes, 0, Held);
        }

        return _bytes.AsMemory(_end);
    }

    /// <summary>Says how many bytes were written into <see cref="Free"/>.</summary>
    /// <param name="count">The bytes.</param>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - _end));
        _end += count;
    }

    /// <summary>Takes the next frame or piece; valid until <see cref="Free"/> is asked for again.</summary>
    /// <param name="reading">A frame or a piece to drop, when the answer is true.</param>
    /// <param name="ended">No more bytes will come, or none came for too long: what is undecided is dropped.</param>
    /// <returns>False when more bytes are needed.</returns>
    public bool TryRead(out FrameReading reading, bool ended = false)
    {
        reading = FrameReader.Read(_bytes.AsSpan(_start, Held), ended);
        if (reading.Status == FrameStatus.Frame && !ended && WaitsForLineEnd && reading.Frame.LineEnd == LineEnd.NotSeen)
        {
            return false;
        }

        _start += reading.Consumed;
        return reading.Status != FrameStatus.NeedMore;
    }
}
