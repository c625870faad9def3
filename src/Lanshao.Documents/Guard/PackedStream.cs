using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Lanshao.Documents.Guard;

/// <summary>A packed data file (.gz) while it is unpacked: stops at the total that such files may have, and holds what came out against the check sum at the file's end.</summary>
internal sealed class PackedStream : UnpackedStream
{
    private const int TrailerBytes = 8;
    private readonly Func<Stream> _open;
    private readonly GZipStream _unpacked;
    private readonly string _name;
    private readonly ReadingBudget _budget;
    private readonly uint _expectedCrc;
    private readonly uint _expectedLength;
    private uint _crc;

    public PackedStream(ReadOnlyMemory<byte> packed, Func<Stream> open, string name, ReadingBudget budget)
    {
        _open = open;
        _name = name;
        _budget = budget;
        if (packed.Length < TrailerBytes)
        {
            throw Refuse.Damaged(name);
        }

        var trailer = packed.Span[^TrailerBytes..];
        _expectedCrc = MemoryMarshal.Read<uint>(trailer);
        _expectedLength = MemoryMarshal.Read<uint>(trailer[4..]);
        _unpacked = new GZipStream(open(), CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        _budget.Look();
        var read = _unpacked.Read(buffer);
        UnpackedBytes += read;
        _crc = Crc32.Append(_crc, buffer[..read]);
        if (UnpackedBytes > _budget.Limits.StreamedBytes)
        {
            throw Refuse.Limit(DocumentCodes.LimitStreamedBytes, _budget.Limits.StreamedBytes, UnpackedBytes);
        }

        if (read == 0 && buffer.Length > 0 && !IsWhole())
        {
            throw Refuse.Damaged(_name);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    // The framework takes the end of a cut-off file for its end. Files joined from several end with the check sum of the last one only.
    private bool IsWhole()
    {
        var isOne = _crc == _expectedCrc && unchecked((uint)UnpackedBytes) == _expectedLength;
        return isOne || (_expectedLength < UnpackedBytes && CrcOfEnd(_expectedLength) == _expectedCrc);
    }

    private uint CrcOfEnd(long count)
    {
        using var again = new GZipStream(_open(), CompressionMode.Decompress);
        var buffer = new byte[32 * 1024];
        var skip = UnpackedBytes - count;
        var crc = 0u;
        for (int read; (read = again.Read(buffer)) > 0;)
        {
            _budget.Look();
            var skipped = (int)Math.Min(skip, read);
            skip -= skipped;
            crc = Crc32.Append(crc, buffer.AsSpan(skipped, read - skipped));
        }

        return crc;
    }
}
