using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads the tables of an annex row by row and keeps account of every row.</summary>
internal sealed class TaskTableReader(AnnexBuilder annex, MeasureReader measures, RowCounter counter, FindingLog log)
{
    private TaskColumns? _columns;

    /// <summary>Reads a table; answers whether it is a task list or goes on with one.</summary>
    public bool TryRead(TableBlock table)
    {
        var columns = TaskColumns.Find(table) ?? Continuing(table);
        if (columns is null)
        {
            return false;
        }

        var isNew = !columns.IsSameAs(_columns);
        _columns = columns;
        if (isNew)
        {
            annex.Columns.AddRange(columns.Printed.Where(heading => !annex.Columns.Contains(heading)));
            AskAboutColumns(columns);
        }

        counter.Read += table.Rows.Count;
        counter.Headings += columns.FirstRow;
        foreach (var row in table.Rows.Skip(columns.FirstRow))
        {
            ReadRow(row, columns);
        }

        return true;
    }

    // A table without headings below a task list of as many columns is its next page.
    private TaskColumns? Continuing(TableBlock table) =>
        _columns is { } columns && columns.All.Count == table.ColumnCount ? columns with { FirstRow = 0 } : null;

    private void AskAboutColumns(TaskColumns columns)
    {
        for (var i = 0; i < columns.All.Count; i++)
        {
            if (columns[i].Role == ColumnRole.Other)
            {
                var heading = columns[i].Heading.Length == 0 ? (i + 1).ToString(CultureInfo.InvariantCulture) : columns[i].Heading;
                log.Add("PLAN-002", Severity.Note, new RowPlace(annex.Number), columns[i].Heading, ("heading", heading));
            }
        }
    }

    private void ReadRow(TableRow row, TaskColumns columns)
    {
        var source = new SourceRow(row, columns);
        switch (RowKinds.Of(row, source, columns))
        {
            case RowKind.Blank:
                counter.Blank++;
                break;
            case RowKind.Heading:
                counter.Headings++;
                break;
            case RowKind.Note:
                counter.Notes++;
                break;
            case RowKind.Section:
                counter.Sections++;
                annex.AddSection(source.Text.Trim());
                break;
            case RowKind.Measure:
                counter.Measures++;
                var place = annex.NextRow(source.Number, source.Title, source.IsContinued);
                annex.Add(measures.Read(source, columns, place));
                break;
            default:
                counter.Unrecognised++;
                log.Add("PLAN-003", Severity.Warning, new RowPlace(annex.Number, Row: annex.Rows), source.Text);
                break;
        }
    }
}

/// <summary>Counts rows by what became of them.</summary>
internal sealed class RowCounter
{
    public int Read { get; set; }

    public int Headings { get; set; }

    public int Sections { get; set; }

    public int Measures { get; set; }

    public int Blank { get; set; }

    public int Notes { get; set; }

    public int Unrecognised { get; set; }

    public int OtherTables { get; set; }

    public RowAccount Account() => new(Read, Headings, Sections, Measures, Blank, Notes, Unrecognised, OtherTables);
}
