namespace Lanshao.Documents.Blocks;

/// <summary>One place of a table's grid: a cell with its content, or a place that a merged cell covers.</summary>
public sealed class TableCell
{
    private IReadOnlyList<string>? _paragraphs;

    /// <summary>Makes a cell that stands for itself.</summary>
    /// <param name="column">Grid column, counted from 0.</param>
    /// <param name="columnSpan">Columns it covers, 1 or more.</param>
    /// <param name="content">Paragraphs and nested tables, as they stand; empty paragraphs included.</param>
    /// <param name="origin">Where the cell stands in the file.</param>
    public TableCell(int column, int columnSpan, IReadOnlyList<Block> content, Origin origin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfLessThan(columnSpan, 1);
        Column = column;
        ColumnSpan = columnSpan;
        Content = content;
        Origin = origin;
        Anchor = this;
    }

    private TableCell(int column, TableCell anchor, bool fromAbove, Origin origin)
        : this(column, 1, [], origin)
    {
        Anchor = anchor;
        IsMergedFromAbove = fromAbove;
    }

    /// <summary>Grid column, counted from 0.</summary>
    public int Column { get; }

    /// <summary>Grid columns that the cell covers; 1 for a covered place.</summary>
    public int ColumnSpan { get; }

    /// <summary>Rows that the cell covers, itself included.</summary>
    public int RowSpan { get; internal set; } = 1;

    /// <summary>Paragraphs and nested tables as they stand; empty in a covered place.</summary>
    public IReadOnlyList<Block> Content { get; }

    /// <summary>Where the cell stands in the file.</summary>
    public Origin Origin { get; }

    /// <summary>The cell whose content is printed here: the cell itself, or the merged cell that covers it.</summary>
    public TableCell Anchor { get; }

    /// <summary>Whether a merged cell of this or an earlier row covers this place.</summary>
    public bool IsCovered => !ReferenceEquals(Anchor, this);

    /// <summary>Whether the covering cell began in an earlier row.</summary>
    public bool IsMergedFromAbove { get; }

    /// <summary>The cell's own paragraphs without the empty ones; empty in a covered place (ask <see cref="Anchor"/> for what is printed there).</summary>
    public IReadOnlyList<string> Paragraphs => _paragraphs ??=
        [.. Content.OfType<ParagraphBlock>().Where(paragraph => !paragraph.IsEmpty).Select(paragraph => paragraph.Text)];

    /// <summary>The cell's own lines without the empty ones: paragraphs split at their line breaks.</summary>
    public IEnumerable<string> Lines => Content.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Lines).Where(line => !string.IsNullOrWhiteSpace(line));

    /// <summary>The cell's own text on one line, paragraphs joined as line breaks are.</summary>
    public string Text => LineJoin.Join(Paragraphs);

    /// <summary>Tables inside the cell.</summary>
    public IEnumerable<TableBlock> NestedTables => Content.OfType<TableBlock>();

    internal static TableCell CoveredFromLeft(int column, TableCell anchor, Origin origin) => new(column, anchor, fromAbove: false, origin);

    internal static TableCell CoveredFromAbove(int column, TableCell anchor, Origin origin) => new(column, anchor, fromAbove: true, origin);
}
