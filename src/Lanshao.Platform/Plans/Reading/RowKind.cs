using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>What a row of a task list is.</summary>
internal enum RowKind
{
    Blank,
    Heading,
    Section,
    Note,
    Measure,
    Unrecognised,
}

/// <summary>Tells the rows of a task list apart.</summary>
internal static class RowKinds
{
    private const int LongestSection = 60;

    public static RowKind Of(TableRow row, SourceRow source, TaskColumns columns)
    {
        var texts = row.OwnCells.Where(cell => cell.Text.Length > 0 || cell.NestedTables.Any()).ToList();
        if (texts.Count == 0)
        {
            return RowKind.Blank;
        }

        if (columns.IsRepeatedBy(row))
        {
            return RowKind.Heading;
        }

        if (texts.Count == 1 && (row.SpansAllColumns || columns.All.Count > 1) && ReadLine(texts[0], row) is { } line)
        {
            return line;
        }

        return IsMeasure(row, source) ? RowKind.Measure : RowKind.Unrecognised;
    }

    private static RowKind? ReadLine(TableCell only, TableRow row)
    {
        var text = only.Text.Trim();
        var isWide = row.SpansAllColumns || only.ColumnSpan * 2 > row.Cells.Count;
        if (text.StartsWith('注') || text.StartsWith("备注", StringComparison.Ordinal) || text.StartsWith("说明：", StringComparison.Ordinal))
        {
            return RowKind.Note;
        }

        if (text.Length <= LongestSection && SectionNumber.LevelOf(text) > 0 && !text.EndsWith('。'))
        {
            return RowKind.Section;
        }

        return !isWide ? null : text.Length <= LongestSection && !text.EndsWith('。') ? RowKind.Section : RowKind.Unrecognised;
    }

    // A row without text of its own still carries duties when it names a deadline or units for the merged text above.
    private static bool IsMeasure(TableRow row, SourceRow source) =>
        source.Paragraphs.Count > 0 || source.Title.Length > 0
        || (row.OwnCells.Any(cell => cell.Text.Length > 0) && source.UnitCells.Any(unit => unit.Cell.Text.Length > 0));
}
