using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Sheets;

namespace Lanshao.Documents;

/// <summary>The door for large tables from outside (.csv, .csv.gz, .xlsx): rows stream by instead of standing in memory.</summary>
public sealed class RowReader : IDisposable
{
    private readonly GuardedFile _file;
    private readonly FindingList _findings = new();

    internal RowReader(GuardedFile file) => _file = file;

    /// <summary>Visible sheets of a workbook; known when its first row is.</summary>
    internal int SheetCount { get; private set; }

    /// <summary>The file, identified by its content.</summary>
    public SourceFile Source => _file.Source;

    /// <summary>What was met so far; complete after the last row.</summary>
    public IReadOnlyList<DocumentFinding> Findings => _findings.Close();

    /// <summary>Takes a file in; nothing is read from its rows yet.</summary>
    /// <param name="file">The file's content; left open.</param>
    /// <param name="name">The file's name, kept as a label.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults. The limit of rows does not apply: rows do not stay in memory.</param>
    /// <param name="ct">Stops the reading, now and later.</param>
    /// <returns>The reader; dispose it.</returns>
    /// <exception cref="DocumentRefusedException">The file is refused as a whole, or is no table.</exception>
    public static RowReader Open(Stream file, string name, DocumentLimits? limits = null, CancellationToken ct = default)
    {
        var opened = GuardedFile.Open(file, name, limits, ct);
        if (opened.Source.Format is SourceFormat.Csv or SourceFormat.Xlsx)
        {
            return new RowReader(opened);
        }

        opened.Dispose();
        throw Refuse.Because(DocumentCodes.NoTable, null, ("file", name));
    }

    /// <summary>Returns the rows of all visible sheets as they stream in; the time limit counts only the reading, not what is done with the rows.</summary>
    /// <exception cref="DocumentRefusedException">The file turns out to be damaged, to cross a limit, or to carry a secrecy marking.</exception>
    public IEnumerable<SheetRow> Rows()
    {
        using var rows = (Source.Format == SourceFormat.Csv ? CsvReader.Rows(_file, _findings) : WorkbookRows()).GetEnumerator();
        for (var count = 0; Next(rows); count++)
        {
            if (count < SecrecyMarking.LinesAtTop)
            {
                SecrecyMarking.CheckRow(rows.Current.Fields);
            }

            _file.Budget.Pause();
            yield return rows.Current;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool Next(IEnumerator<SheetRow> rows)
    {
        _file.Budget.Resume();
        return Foreign.Read(Source.Name, rows.MoveNext);
    }

    private IEnumerable<SheetRow> WorkbookRows()
    {
        var sheets = Workbook.Open(_file, _findings).Sheets;
        SheetCount = sheets.Count;
        foreach (var (_, sheet) in sheets)
        {
            foreach (var row in sheet.Rows())
            {
                yield return row;
            }

            SecrecyMarking.Check([], sheet.Margins);
        }
    }
}
