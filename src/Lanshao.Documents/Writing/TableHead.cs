namespace Lanshao.Documents.Writing;

/// <summary>The rows of a table's heading: groups are merged across their columns, short headings down to the last row.</summary>
internal static class TableHead
{
    public static IReadOnlyList<PrintRow> Rows(IReadOnlyList<PrintColumn> columns)
    {
        var depth = columns.Max(column => column.Heads.Count);
        return [.. Enumerable.Range(0, depth).Select(level => new PrintRow([.. Enumerable.Range(0, columns.Count).Select(i => Cell(columns, i, level))]))];
    }

    private static PrintCell Cell(IReadOnlyList<PrintColumn> columns, int index, int level)
    {
        var heads = columns[index].Heads;
        if (level >= heads.Count)
        {
            return PrintCell.Above;
        }

        return index > 0 && SharesGroup(columns[index - 1].Heads, heads, level) ? PrintCell.Left : PrintCell.Of(heads[level]);
    }

    // A column's own heading, its last level, is never merged with its neighbour's.
    private static bool SharesGroup(IReadOnlyList<string> left, IReadOnlyList<string> heads, int level) =>
        level < heads.Count - 1 && level < left.Count - 1 && left.Take(level + 1).SequenceEqual(heads.Take(level + 1), StringComparer.Ordinal);
}
