using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;

namespace Lanshao.Documents.Filling;

/// <summary>A table that went out, was filled in and came back. Rows are known by their keys and columns by their headings, wherever they stand now.</summary>
/// <param name="Rows">The rows that came back, in the order of the file; every key once.</param>
/// <param name="Findings">What is not as it went out, beside the cell or row concerned.</param>
public sealed record FilledTable(IReadOnlyList<FilledRow> Rows, IReadOnlyList<DocumentFinding> Findings)
{
    /// <summary>Reads a file back.</summary>
    /// <param name="document">The file that came back: Word, Excel or CSV; every table with the key column is read.</param>
    /// <param name="sent">The table that went out, with its key column, the columns to fill in, and its rows.</param>
    /// <returns>The rows by key, and the findings.</returns>
    /// <exception cref="ArgumentException">The table that went out has no key column.</exception>
    public static FilledTable Read(SourceDocument document, PrintTable sent)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reading = new FilledTableReading(new SentTable(sent));
        foreach (var table in document.Tables)
        {
            reading.Add(table);
        }

        return reading.Finish();
    }
}
