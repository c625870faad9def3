using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Filling;

/// <summary>The reading of one file that came back, table after table.</summary>
internal sealed class FilledTableReading(SentTable sent)
{
    private readonly List<DocumentFinding> _findings = [];
    private readonly Dictionary<string, FilledRow> _rows = new(StringComparer.Ordinal);
    private bool _foundTable;

    public void Add(TableBlock table)
    {
        if (FilledHead.Find(table, sent) is not { } head)
        {
            return;
        }

        _foundTable = true;
        foreach (var column in sent.Columns.Where(column => !head.Columns.ContainsKey(column)))
        {
            Find(FilledCodes.ColumnMissing, table.Origin, ("column", column.Name));
        }

        foreach (var (name, origin) in head.Unknown)
        {
            Find(FilledCodes.ColumnAdded, origin, ("column", name));
        }

        foreach (var row in table.Rows.Skip(head.End).Where(row => !head.IsRepeatedIn(row) && !row.SpansAllColumns))
        {
            Add(row, head);
        }
    }

    public FilledTable Finish()
    {
        if (!_foundTable)
        {
            Find(FilledCodes.NoTable, null, ("column", sent.KeyColumn.Name));
        }

        foreach (var key in sent.Keys.Where(key => _foundTable && !_rows.ContainsKey(SameText.Key(key))))
        {
            Find(FilledCodes.RowMissing, null, ("key", key));
        }

        return new([.. _rows.Values], _findings);
    }

    private void Add(TableRow row, FilledHead head)
    {
        var written = KeyIn(row.Cells[head.Columns[sent.KeyColumn]]);
        if (written.Length == 0)
        {
            // Notes below the table and empty rows have no key and say nothing that was asked for.
            if (head.Columns.Any(column => column.Key.IsToFill && Text(row.Cells[column.Value]).Length > 0))
            {
                Find(FilledCodes.NoKey, row.Origin, ("text", string.Join(' ', row.OwnCells.Select(cell => cell.Text)).Trim()));
            }

            return;
        }

        if (!sent.Knows(written))
        {
            FindUnknown(written, row, head);
            return;
        }

        var key = sent.Keys.First(known => SameText.Key(known) == SameText.Key(written));
        var cells = head.Columns.Where(column => column.Key.IsToFill).ToDictionary(column => column.Key.Name, column => Filled(row.Cells[column.Value]), StringComparer.Ordinal);
        if (!_rows.TryAdd(SameText.Key(key), new(key, cells, row.Origin)))
        {
            FindRepeated(_rows[SameText.Key(key)], cells, row);
            return;
        }

        CompareFixed(key, row, head);
        CheckChoices(key, cells);
    }

    // Section titles and notes stand alone in the first field of files without merged cells.
    private void FindUnknown(string written, TableRow row, FilledHead head)
    {
        if (head.Columns.Any(column => !column.Key.IsKey && Text(row.Cells[column.Value]).Length > 0))
        {
            Find(FilledCodes.UnknownKey, row.Origin, ("key", written));
        }
    }

    // The same row twice with the same words is no matter; the first one stands, and a different second one is asked about.
    private void FindRepeated(FilledRow first, Dictionary<string, FilledCell> cells, TableRow row)
    {
        if (cells.Any(cell => !SameText.IsSame(cell.Value.Text, first.Cells.GetValueOrDefault(cell.Key)?.Text ?? string.Empty)))
        {
            Find(FilledCodes.RepeatedKey, row.Origin, ("key", first.Key), ("row", Place(first.Origin)));
        }
    }

    private void CompareFixed(string key, TableRow row, FilledHead head)
    {
        foreach (var (index, column) in sent.Columns.Index())
        {
            if (column.IsToFill || column.IsKey || !head.Columns.TryGetValue(column, out var place))
            {
                continue;
            }

            var (expected, found) = (sent.TextOf(key, index), Text(row.Cells[place]));
            if (!SameText.IsSame(expected, found))
            {
                Find(FilledCodes.FixedCellEdited, row.Cells[place].Anchor.Origin, ("key", key), ("column", column.Name), ("expected", expected), ("found", found));
            }
        }
    }

    private void CheckChoices(string key, Dictionary<string, FilledCell> cells)
    {
        foreach (var column in sent.Columns.Where(column => column.Choices.Count > 0 && cells.ContainsKey(column.Name)))
        {
            var cell = cells[column.Name];
            if (cell.Text.Length > 0 && !column.Choices.Any(choice => SameText.IsSame(choice, cell.Text)))
            {
                Find(FilledCodes.NotAChoice, cell.Origin, ("key", key), ("column", column.Name), ("found", cell.Text), ("choices", string.Join('、', column.Choices)));
            }
        }
    }

    // The printed key holds; where it was damaged, the tag of the cell's content control tells what it was.
    private string KeyIn(TableCell cell)
    {
        var printed = Text(cell);
        var tag = cell.Anchor.Content.OfType<ParagraphBlock>().FirstOrDefault(paragraph => paragraph.Tag is not null)?.Tag;
        return sent.Knows(printed) || tag is null || !sent.Knows(tag) ? printed : tag;
    }

    private static string Place(Origin origin) => (origin.Row ?? origin.Line ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FilledCell Filled(TableCell cell) => new(Text(cell), cell.Anchor.Origin);

    // A cell that somebody merged over several rows stands for each of them.
    private static string Text(TableCell cell) => string.Join('\n', cell.Anchor.Lines).Trim();

    private void Find(string code, Origin? origin, params (string Name, string Value)[] arguments) =>
        _findings.Add(new(code, arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal), origin));
}
