using System.Buffers;
using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Hourly;

/// <summary>Reads tables of hourly values (CSV, plain or packed, and Excel) through the one guarded door, as bytes that stream by.</summary>
public static class HourlyReader
{
    private const int BufferBytes = 1 << 18;
    private const int LongestLine = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file's content; left open.</param>
    /// <param name="name">The file's name, a label; it names the station of a wide table without a column of stations.</param>
    /// <param name="profile">The profile to read by; <see langword="null"/>: the headings choose.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Stations with their hours, and what could not be read.</returns>
    /// <exception cref="DocumentRefusedException">The file is refused as a whole, is no table, or its headings fit no profile.</exception>
    public static HourlyTable Read(Stream file, string name, HourlyProfile? profile = null, DocumentLimits? limits = null, CancellationToken ct = default)
    {
        using var guarded = GuardedFile.Open(file, name, limits, ct);
        if (guarded.Source.Format == SourceFormat.Xlsx)
        {
            return ReadWorkbook(guarded, profile);
        }

        if (guarded.Source.Format is not (SourceFormat.Csv or SourceFormat.Txt))
        {
            throw Refuse.Because(DocumentCodes.NoTable, null, ("file", name));
        }

        using var content = OpenUtf8(guarded);
        var rows = new HourlyRows(guarded.Source.Name, profile, guarded.Budget.Limits);
        EachLine(content, guarded.Budget, rows);
        return rows.Close(guarded.Source.Sha256);
    }

    /// <summary>The rows of a workbook go the way of CSV: as bytes, with a mark between cells that no text holds.</summary>
    private static HourlyTable ReadWorkbook(GuardedFile file, HourlyProfile? profile)
    {
        var rows = new HourlyRows(file.Source.Name, profile, file.Budget.Limits, isWorkbook: true);
        using var reader = new RowReader(file);
        string? sheet = null;
        var line = new ArrayBufferWriter<byte>();
        foreach (var row in reader.Rows())
        {
            if (row.Sheet != sheet)
            {
                rows.Sheet(reader.SheetCount > 1 ? row.Sheet : null);
                sheet = row.Sheet;
            }

            Join(row.Fields, rows.Columns, line);
            rows.Line(line.WrittenSpan, row.Number);
            line.ResetWrittenCount();
        }

        return rows.Close(file.Source.Sha256);
    }

    // What stands to the right of the table belongs to nobody; what is blank at the end is missing.
    private static void Join(IReadOnlyList<string> fields, int columns, ArrayBufferWriter<byte> line)
    {
        var count = columns > 0 ? columns : fields.Count;
        for (var column = 0; column < count; column++)
        {
            if (column > 0)
            {
                line.Write([(byte)HourlyCells.SheetDelimiter]);
            }

            if (column < fields.Count)
            {
                Encoding.UTF8.GetBytes(fields[column].Replace(HourlyCells.SheetDelimiter, ' '), line);
            }
        }
    }

    /// <summary>Plain UTF-8 is read as it is; other encodings are told from the whole text and changed on the way.</summary>
    private static Stream OpenUtf8(GuardedFile file)
    {
        using (var head = file.OpenContent())
        {
            var sample = new byte[BufferBytes];
            var length = head.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
            if (Ascii.IsValid(sample.AsSpan(0, length)))
            {
                return file.OpenContent();
            }
        }

        var (encoding, _) = TextDecoding.Detect(file.OpenContent, file.Budget, file.Source.Name);
        return encoding is UTF8Encoding ? file.OpenContent() : Encoding.CreateTranscodingStream(file.OpenContent(), encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static void EachLine(Stream content, ReadingBudget budget, HourlyRows rows)
    {
        var buffer = new byte[BufferBytes];
        var kept = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            budget.Look();
            var filled = buffer.AsSpan(0, kept + read);
            var used = Lines(filled, rows);
            filled[used..].CopyTo(buffer);
            kept = filled.Length - used;
            if (kept == buffer.Length)
            {
                if (kept >= LongestLine)
                {
                    throw Refuse.Limit(DocumentCodes.LimitCellCharacters, LongestLine, kept);
                }

                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }

        if (kept > 0)
        {
            rows.Line(buffer.AsSpan(0, kept));
        }
    }

    private static int Lines(ReadOnlySpan<byte> filled, HourlyRows rows)
    {
        var used = 0;
        while (filled[used..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            rows.Line(filled.Slice(used, end));
            used += end + 1;
        }

        return used;
    }
}
