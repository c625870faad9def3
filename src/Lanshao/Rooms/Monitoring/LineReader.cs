namespace Lanshao.Rooms.Monitoring;

/// <summary>Reads lines as bytes, whatever their encoding; of a line beyond the longest frame only the beginning is kept.</summary>
internal sealed class LineReader(Stream input)
{
    private const int LongestLine = 65536;
    private readonly byte[] _chunk = new byte[16384];
    private readonly byte[] _line = new byte[LongestLine];
    private int _at;
    private int _filled;
    private int _length;

    /// <summary>Gets the line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _line.AsSpan(0, _length > 0 && _line[_length - 1] == '\r' ? _length - 1 : _length);

    /// <summary>Gets whether the next read may have to wait.</summary>
    public bool IsAtPause => _at == _filled;

    /// <summary>Reads the next line; false behind the last one.</summary>
    public async Task<bool> ReadAsync(CancellationToken ct)
    {
        _length = 0;
        var hasBegun = false;
        while (_at < _filled || await FillAsync(ct))
        {
            hasBegun = true;
            var rest = _chunk.AsMemory(_at, _filled - _at);
            var end = rest.Span.IndexOf((byte)'\n');
            Keep(end < 0 ? rest.Span : rest.Span[..end]);
            _at = end < 0 ? _filled : _at + end + 1;
            if (end >= 0)
            {
                return true;
            }
        }

        return hasBegun;
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        (_at, _filled) = (0, await input.ReadAsync(_chunk, ct));
        return _filled > 0;
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        var kept = Math.Min(piece.Length, LongestLine - _length);
        piece[..kept].CopyTo(_line.AsSpan(_length));
        _length += kept;
    }
}
