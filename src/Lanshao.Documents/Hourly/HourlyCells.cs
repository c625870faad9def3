using System.Text;

namespace Lanshao.Documents.Hourly;

/// <summary>The cells of one line, as places in the line; quotation marks around a cell of CSV are left out.</summary>
internal sealed class HourlyCells(char delimiter, int count)
{
    /// <summary>Stands between the cells of a workbook's row, which know no quotation marks.</summary>
    public const char SheetDelimiter = '\u001F';

    private readonly byte _delimiter = (byte)delimiter;
    private readonly bool _isQuoting = delimiter != SheetDelimiter;
    private readonly int[] _starts = new int[count];
    private readonly int[] _lengths = new int[count];

    /// <summary>Parts a line; false where it has fewer or more cells than the heading.</summary>
    public bool Split(ReadOnlySpan<byte> line)
    {
        var start = 0;
        for (var cell = 0; cell < _starts.Length;)
        {
            var isQuoted = _isQuoting && start < line.Length && line[start] == '"';
            var end = isQuoted ? EndOfQuoted(line, start) : start;
            while (!isQuoted && end < line.Length && line[end] != _delimiter)
            {
                end++;
            }

            if (end < 0)
            {
                return false;
            }

            (_starts[cell], _lengths[cell]) = isQuoted ? (start + 1, end - start - 2) : (start, end - start);
            cell++;
            if (end == line.Length)
            {
                return cell == _starts.Length;
            }

            start = end + 1;
        }

        return line[start..].Trim(" ,\t\u001F"u8).IsEmpty;
    }

    public ReadOnlySpan<byte> At(ReadOnlySpan<byte> line, int column) => line.Slice(_starts[column], _lengths[column]);

    /// <summary>The mark between the cells of a heading.</summary>
    public static char DelimiterOf(ReadOnlySpan<byte> line) =>
        line.Contains((byte)SheetDelimiter) ? SheetDelimiter : line.Contains((byte)'\t') ? '\t' : line.Contains((byte)';') && !line.Contains((byte)',') ? ';' : ',';

    /// <summary>The cells of a line as texts.</summary>
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
