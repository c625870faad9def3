namespace Lanshao.Documents.Guard;

/// <summary>A stream that is read once from its beginning to its end while it is unpacked.</summary>
internal abstract class UnpackedStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => UnpackedBytes; set => throw new NotSupportedException(); }

    /// <summary>Gets or sets how many bytes came out so far.</summary>
    protected long UnpackedBytes { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
