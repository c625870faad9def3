using System.Text;

namespace Lanshao.Documents.Hourly;

/// <summary>The cells of one line of CSV, as places in the line; quotation marks around a cell are left out.</summary>
internal sealed class HourlyCells(char delimiter, int count)
{
    private readonly byte _delimiter = (byte)delimiter;
    private readonly (int Start, int Length)[] _cells = new (int, int)[count];

    /// <summary>Parts a line; false where it has fewer or more cells than the heading.</summary>
    public bool Split(ReadOnlySpan<byte> line)
    {
        var (start, cell) = (0, 0);
        while (cell < _cells.Length)
        {
            var isQuoted = start < line.Length && line[start] == '"';
            var end = isQuoted ? EndOfQuoted(line, start) : line[start..].IndexOf(_delimiter);
            end = isQuoted ? end : end < 0 ? line.Length : start + end;
            if (end < 0)
            {
                return false;
            }

            _cells[cell++] = isQuoted ? (start + 1, end - start - 2) : (start, end - start);
            if (end == line.Length)
            {
                return cell == _cells.Length;
            }

            start = end + 1;
        }

        return line[start..].Trim(" ,\t"u8).IsEmpty;
    }

    public ReadOnlySpan<byte> At(ReadOnlySpan<byte> line, int column) => line.Slice(_cells[column].Start, _cells[column].Length);

    /// <summary>The cells of a heading as texts.</summary>
    public static string[] Texts(ReadOnlySpan<byte> line, char delimiter) =>
        [.. Encoding.UTF8.GetString(line).Split(delimiter).Select(cell => cell.Trim().Trim('"'))];

    /// <summary>The place behind the closing mark, which must end the cell; −1 where it does not.</summary>
    private int EndOfQuoted(ReadOnlySpan<byte> line, int start)
    {
        var closing = line[(start + 1)..].IndexOf((byte)'"');
        var end = start + closing + 2;
        return closing >= 0 && (end == line.Length || line[end] == _delimiter) ? end : -1;
    }
}
