using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>A row of a task list, taken apart by the roles of its columns.</summary>
internal sealed class SourceRow
{
    private readonly TableRow _row;
    private readonly TaskColumns _columns;

    public SourceRow(TableRow row, TaskColumns columns)
    {
        _row = row;
        _columns = columns;
        Number = ChineseText.Compact(TextOf(ColumnRole.Number));
        Title = ChineseText.ToHalfWidth(TextOf(ColumnRole.Title)).Trim();
        var blocks = ContentBlocks().ToList();
        var content = blocks.SelectMany(ParagraphsOf).ToList();
        Paragraphs = content.ConvertAll(paragraph => paragraph.Text);
        Tables = [.. blocks.OfType<TableBlock>()];
        IsContinued = IsCoveredFromAbove(ColumnRole.Number) || (!columns.Has(ColumnRole.Number) && IsCoveredFromAbove(ColumnRole.Title));
        DeadlineText = LineJoin.Join([.. CellsOf(ColumnRole.Deadline).SelectMany(cell => cell.Anchor.Paragraphs)]);
        Cells = new MeasureCells(
            PlaceOf(ColumnRole.Number), PlaceOf(ColumnRole.Title), CellsOf(ColumnRole.Deadline).FirstOrDefault()?.Anchor.Origin, content.ConvertAll(paragraph => paragraph.Origin));
    }

    public string Number { get; }

    public string Title { get; }

    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>Tables inside the cells of the text.</summary>
    public IReadOnlyList<TableBlock> Tables { get; }

    public MeasureCells Cells { get; }

    public string DeadlineText { get; }

    /// <summary>Whether the number (without numbers, the title) is merged with the row above.</summary>
    public bool IsContinued { get; }

    public bool HasDeadlineColumn => _columns.Has(ColumnRole.Deadline);

    public Origin Origin => _row.Origin;

    public string Text => string.Join(' ', _row.OwnCells.Select(cell => cell.Text).Where(text => text.Length > 0));

    /// <summary>The cells that name units, each once for every column that it fills: a cell merged over several unit columns fills each.</summary>
    public IEnumerable<UnitCell> UnitCells =>
        _row.Cells.Where(cell => _columns[cell.Column].IsUnit)
            .Where(cell => !cell.IsCovered || cell.IsMergedFromAbove || _columns[cell.Anchor.Column].IsUnit)
            .Select(cell => new UnitCell(_columns[cell.Column], cell.Anchor))
            .Distinct();

    /// <summary>The cells of the other columns that say something.</summary>
    public IEnumerable<OtherCell> Others =>
        _row.Cells.Where(cell => (!cell.IsCovered || cell.IsMergedFromAbove) && _columns[cell.Column].Role is ColumnRole.Other or ColumnRole.Report && cell.Anchor.Text.Length > 0)
            .Select(cell => new OtherCell(_columns[cell.Column].Heading, string.Join('\n', cell.Anchor.Paragraphs)) { Origin = cell.Anchor.Origin });

    private string TextOf(ColumnRole role) =>
        LineJoin.Join([.. CellsOf(role).Where(cell => !cell.IsCovered && !ReachesOverContent(cell)).SelectMany(cell => cell.Lines).Select(line => line.Trim())]);

    // A number or title merged with its measure is the measure's text.
    private bool ReachesOverContent(TableCell cell) =>
        _columns[cell.Column].Role != ColumnRole.Content && _columns.All.Skip(cell.Column).Take(cell.ColumnSpan).Any(column => column.Role == ColumnRole.Content);

    private Origin? PlaceOf(ColumnRole role) => CellsOf(role).FirstOrDefault(cell => cell is { IsCovered: false, Text.Length: > 0 })?.Origin;

    private IEnumerable<Block> ContentBlocks() =>
        CellsOf(ColumnRole.Content)
            .Select(cell => cell.Anchor).Distinct()
            .Where(cell => _columns[cell.Column].Role is ColumnRole.Content or ColumnRole.Title or ColumnRole.Number)
            .SelectMany(cell => cell.Content);

    // A table inside the cell is told row by row.
    private static IEnumerable<(string Text, Origin Origin)> ParagraphsOf(Block block) => block switch
    {
        ParagraphBlock { IsEmpty: false } paragraph => [(paragraph.Text.Trim(), paragraph.Origin)],
        TableBlock table => table.Rows
            .Select(row => (Text: string.Join('　', row.OwnCells.Select(cell => cell.Text.Trim()).Where(text => text.Length > 0)), row.Origin))
            .Where(row => row.Text.Length > 0),
        _ => [],
    };

    private bool IsCoveredFromAbove(ColumnRole role) => CellsOf(role).Any(cell => cell.IsMergedFromAbove);

    private IEnumerable<TableCell> CellsOf(ColumnRole role) => _row.Cells.Where(cell => _columns[cell.Column].Role == role);
}

/// <summary>A cell that names units.</summary>
/// <param name="Column">The column that it fills.</param>
/// <param name="Cell">The cell.</param>
internal sealed record UnitCell(TaskColumn Column, TableCell Cell);
