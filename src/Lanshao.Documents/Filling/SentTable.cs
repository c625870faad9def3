using Lanshao.Documents.Writing;

namespace Lanshao.Documents.Filling;

/// <summary>What a table said when it went out: its columns, and the text of every cell that must come back as it was.</summary>
internal sealed class SentTable
{
    private readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);

    public SentTable(PrintTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Columns = table.Columns;
        KeyColumn = Columns.FirstOrDefault(column => column.IsKey) ?? throw new ArgumentException("The table has no key column.", nameof(table));
        var last = new string[Columns.Count];
        foreach (var row in table.Rows)
        {
            var cells = row.Across(Columns.Count);
            last = [.. cells.Select((cell, i) => cell.IsAbove ? last[i] : cell.Text)];
            if (row.Key is { } key)
            {
                _rows.Add(SameText.Key(key), last);
                Keys.Add(key);
            }
        }
    }

    public IReadOnlyList<PrintColumn> Columns { get; }

    public PrintColumn KeyColumn { get; }

    /// <summary>The keys in the order in which they went out.</summary>
    public List<string> Keys { get; } = [];

    public bool Knows(string key) => _rows.ContainsKey(SameText.Key(key));

    public string TextOf(string key, int column) => _rows[SameText.Key(key)][column];
}
