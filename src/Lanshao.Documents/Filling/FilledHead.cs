using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;

namespace Lanshao.Documents.Filling;

/// <summary>The head of a table that came back: where each column stands now.</summary>
internal sealed class FilledHead
{
    private const int SearchedRows = 30;
    private readonly TableCell _key;

    private FilledHead(TableCell key, int end)
    {
        _key = key;
        End = end;
    }

    /// <summary>Where the columns that went out stand now, in grid columns counted from 0.</summary>
    public Dictionary<PrintColumn, int> Columns { get; } = [];

    /// <summary>Headings that did not go out.</summary>
    public List<(string Name, Origin Origin)> Unknown { get; } = [];

    /// <summary>The first row below the head.</summary>
    public int End { get; }

    /// <summary>Finds the head by the heading of the key column.</summary>
    public static FilledHead? Find(TableBlock table, SentTable sent)
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, SearchedRows); row++)
        {
            var key = table.Rows[row].OwnCells.FirstOrDefault(cell => SameText.IsSame(cell.Text, sent.KeyColumn.Name));
            if (key is not null)
            {
                var head = new FilledHead(key, row + key.RowSpan);
                head.Place(table, row, sent);
                return head;
            }
        }

        return null;
    }

    /// <summary>Whether the row repeats the head, as some programs do on every page.</summary>
    public bool IsRepeatedIn(TableRow row) => SameText.IsSame(row.Cells[_key.Column].Anchor.Text, _key.Text);

    private void Place(TableBlock table, int start, SentTable sent)
    {
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var name = Name(table, start, column);
            var known = sent.Columns.FirstOrDefault(candidate => SameText.IsSame(candidate.Name, name));
            if (known is null || !Columns.TryAdd(known, column))
            {
                AddUnknown(name, table.Rows[start].Cells[column]);
            }
        }
    }

    private void AddUnknown(string name, TableCell cell)
    {
        if (name.Length > 0)
        {
            Unknown.Add((name, cell.Anchor.Origin));
        }
    }

    private string Name(TableBlock table, int start, int column) => string.Join('·', Enumerable.Range(start, End - start)
        .Select(row => table.Rows[row].Cells[column].Anchor)
        .Distinct()
        .Select(cell => cell.Text)
        .Where(text => text.Length > 0));
}
