namespace Lanshao.Documents.PlainText;

/// <summary>Puts the groups of cells together to rows: a whole group is a row, a single cell is a section row, and a row that empty lines broke is joined again.</summary>
internal static class TextRows
{
    public static List<TextRow> Join(List<TextRow> groups, int columns)
    {
        var rows = new List<TextRow>(groups.Count);
        for (var i = 0; i < groups.Count;)
        {
            var pieces = PiecesOfRow(groups, i, columns);
            var row = groups[i];
            for (var piece = 1; piece < pieces; piece++)
            {
                row.Cells.AddRange(groups[i + piece].Cells);
            }

            rows.Add(row);
            i += pieces;
        }

        return rows;
    }

    // Short groups that together have the table's columns are one row if one of them has several cells or the first is the row's number; section headings, one after the other, are not.
    private static int PiecesOfRow(List<TextRow> groups, int at, int columns)
    {
        if (groups[at].Cells.Count >= columns || IsSectionHeading(groups[at]))
        {
            return 1;
        }

        var sum = 0;
        var hasWide = BeginsWithNumber(groups[at]);
        for (var i = at; i < groups.Count && groups[i].Cells.Count < columns && sum < columns; i++)
        {
            sum += groups[i].Cells.Count;
            hasWide |= groups[i].Cells.Count > 1;
            if (sum == columns && hasWide)
            {
                return i - at + 1;
            }
        }

        return 1;
    }

    private static bool BeginsWithNumber(TextRow group) =>
        group.Cells[0][0].Text.AsSpan().Trim() is { IsEmpty: false } text && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsSectionHeading(TextRow group)
    {
        var text = group.Cells.Count == 1 ? group.Cells[0][0].Text.AsSpan().TrimStart() : [];
        return text.Length > 1 && (text[0] is '（' or '(' or '第' || text[..Math.Min(4, text.Length)].Contains('、'));
    }
}
