namespace Lanshao.Documents.Guard;

/// <summary>A packed data file while it is unpacked: stops at the total that such files may have.</summary>
internal sealed class BoundedStream(Stream unpacked, ReadingBudget budget) : Stream
{
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        budget.Look();
        var read = unpacked.Read(buffer);
        _length += read;
        return _length <= budget.Limits.StreamedBytes ? read : throw Refuse.Limit(DocumentCodes.LimitStreamedBytes, budget.Limits.StreamedBytes, _length);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
