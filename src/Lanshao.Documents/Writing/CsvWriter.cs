using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Lanshao.Documents.Writing;

/// <summary>Writes a table as CSV by RFC 4180, in UTF-8 with a byte order mark, as spreadsheet programs open it; every row stands for itself, so merged cells are filled in.</summary>
public static partial class CsvWriter
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the file.</summary>
    /// <param name="table">The table; its title and the notes above are left out, the notes below stand after the rows.</param>
    /// <param name="output">Receives the file; left open.</param>
    /// <param name="mark">A mark after the notes, e.g. that the figures are made up; <see langword="null"/> for none.</param>
    public static void Write(PrintTable table, Stream output, string? mark = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = Open(output, withMark: true);
        WriteRecord(writer, table.Columns.Select(column => column.Name));
        WriteRows(writer, table);
        WriteNotes(writer, table, mark);
    }

    /// <summary>Writes the beginning of a file whose rows come in parts: its mark of encoding and the names of the columns.</summary>
    /// <param name="table">The table; its rows are left out.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Head(PrintTable table) => Part(withMark: true, writer => WriteRecord(writer, table.Columns.Select(column => column.Name)));

    /// <summary>Writes the rows of one part.</summary>
    /// <param name="table">The part.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Rows(PrintTable table) => Part(withMark: false, writer => WriteRows(writer, table));

    /// <summary>Writes the end of a file whose rows come in parts: the notes below.</summary>
    /// <param name="table">The table; its rows are left out.</param>
    /// <param name="mark">A mark after the notes; <see langword="null"/> for none.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Foot(PrintTable table, string? mark = null) => Part(withMark: false, writer => WriteNotes(writer, table, mark));

    /// <summary>Writes the file into memory.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mark">A mark after the notes; <see langword="null"/> for none.</param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Write(PrintTable table, string? mark = null)
    {
        using var output = new MemoryStream();
        Write(table, output, mark);
        return output.ToArray();
    }

    private static StreamWriter Open(Stream output, bool withMark) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark), leaveOpen: true);

    private static byte[] Part(bool withMark, Action<StreamWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = Open(output, withMark))
        {
            write(writer);
        }

        return output.ToArray();
    }

    private static void WriteRows(StreamWriter writer, PrintTable table)
    {
        var last = new string[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            FillIn(row, last);
            WriteRecord(writer, last);
        }
    }

    private static void WriteNotes(StreamWriter writer, PrintTable table, string? mark)
    {
        foreach (var note in mark is null ? table.NotesBelow : table.NotesBelow.Append(mark))
        {
            WriteRecord(writer, Enumerable.Repeat(string.Empty, table.Columns.Count - 1).Prepend(note));
        }
    }

    // A section's title stands in the first field alone.
    private static void FillIn(PrintRow row, string[] record)
    {
        var cells = row.Across(record.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            record[i] = cells[i] switch
            {
                { IsAbove: true } => record[i],
                { IsLeft: true } => row.IsSection || i == 0 ? string.Empty : record[i - 1],
                var cell => cell.Text,
            };
        }
    }

    private static void WriteRecord(StreamWriter writer, IEnumerable<string> fields)
    {
        var separator = string.Empty;
        foreach (var field in fields)
        {
            writer.Write(separator);
            writer.Write(Field(field));
            separator = ",";
        }

        writer.Write("\r\n");
    }

    /// <summary>A field that a spreadsheet program would take for a formula gets an apostrophe in front, unless it is a number.</summary>
    private static string Field(string text)
    {
        var safe = FormulaStart.BeginsBehindApostrophes(text) && !Number().IsMatch(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(NeedsQuotes) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"\A[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?%?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
