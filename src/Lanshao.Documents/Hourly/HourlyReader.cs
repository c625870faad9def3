using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Hourly;

/// <summary>Reads tables of hourly values (CSV, plain or packed) through the one guarded door, as bytes that stream by.</summary>
public static class HourlyReader
{
    private const int Buffer = 1 << 18;
    private const int LongestLine = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file's content; left open.</param>
    /// <param name="name">The file's name, a label; it names the station of a wide table without a column of stations.</param>
    /// <param name="profile">The profile to read by; <see langword="null"/>: the headings choose.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Stations with their hours, and what could not be read.</returns>
    /// <exception cref="DocumentRefusedException">The file is refused as a whole, is no CSV, or its headings fit no profile.</exception>
    public static HourlyTable Read(Stream file, string name, HourlyProfile? profile = null, DocumentLimits? limits = null, CancellationToken ct = default)
    {
        using var guarded = GuardedFile.Open(file, name, limits, ct);
        if (guarded.Source.Format is not (SourceFormat.Csv or SourceFormat.Txt))
        {
            throw Refuse.Because(DocumentCodes.NoTable, null, ("file", name));
        }

        using var content = OpenUtf8(guarded);
        var rows = new HourlyRows(guarded.Source.Name, profile, guarded.Budget.Limits);
        EachLine(content, guarded.Budget, rows);
        return rows.Close(guarded.Source.Sha256);
    }

    /// <summary>Plain UTF-8 is read as it is; other encodings are told from the whole text and changed on the way.</summary>
    private static Stream OpenUtf8(GuardedFile file)
    {
        using (var head = file.OpenContent())
        {
            var sample = new byte[Buffer];
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
        var buffer = new byte[Buffer];
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
