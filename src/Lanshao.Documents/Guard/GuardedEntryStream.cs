namespace Lanshao.Documents.Guard;

/// <summary>An archive entry while it is unpacked: counts what really comes out, and checks the sum at its end.</summary>
internal sealed class GuardedEntryStream(Stream unpacked, string name, long packedLength, uint expectedCrc, ReadingBudget budget) : UnpackedStream
{
    private readonly long _longestToken = budget.Limits.MemoryBytes / 8;
    private long _tokenLength;
    private uint _crc;

    public override int Read(Span<byte> buffer)
    {
        budget.Look();
        var read = unpacked.Read(buffer);
        if (read == 0 && buffer.Length > 0 && _crc != expectedCrc)
        {
            throw Refuse.Damaged(name);
        }

        Count(buffer[..read]);
        return read;
    }

    /// <summary>Reads what is left, so that the check sum is looked at.</summary>
    public void Drain()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (Read(rest) > 0)
        {
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _crc = Crc32.Append(_crc, bytes);
        UnpackedBytes += bytes.Length;
        budget.Unpack(bytes.Length);
        GuardedArchive.CheckRatio(name, UnpackedBytes, packedLength, budget.Limits);
        CountToken(bytes);
    }

    // No attribute and no text node is longer than the way to the next '<'; the XML reader holds such a piece in memory as a whole.
    private void CountToken(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'<');
        var first = last < 0 ? bytes.Length : bytes.IndexOf((byte)'<');
        if (_tokenLength + first > _longestToken)
        {
            throw Refuse.Limit(DocumentCodes.LimitMemory, _longestToken, _tokenLength + first, name);
        }

        _tokenLength = last < 0 ? _tokenLength + bytes.Length : bytes.Length - last;
    }
}
