using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>What a row of a table is.</summary>
internal enum LineKind
{
    /// <summary>One thing of those that the table lists.</summary>
    Data,

    /// <summary>合计, 总计.</summary>
    Total,

    /// <summary>小计: over the rows above it, up to the one before.</summary>
    Subtotal,

    /// <summary>平均, 全区, 全市: beside the others, neither ranked nor added.</summary>
    Summary,

    /// <summary>去年同期, 同比: the same of another time, neither ranked nor added.</summary>
    Earlier,

    /// <summary>A heading over all columns.</summary>
    Section,
}

/// <summary>A cell as the checker reads it.</summary>
/// <param name="Text">The text without blanks, full-width forms made plain.</param>
/// <param name="Figure">The number, where the cell is one.</param>
/// <param name="Spot">The cell as a place.</param>
/// <param name="IsCovered">Whether a merged cell of an earlier row or column is printed here.</param>
/// <param name="Source">The cell in the document, which holds the paragraphs.</param>
internal sealed record CellView(string Text, Figure? Figure, Spot Spot, bool IsCovered, TableCell Source)
{
    /// <summary>Whether nothing is printed, or a dash for nothing.</summary>
    public bool IsEmpty => Text.Length == 0 || Text.AsSpan().IndexOfAnyExcept("—-–―/") < 0;
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Number among the rows below the headings, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Cells">One for every column.</param>
/// <param name="Origin">The place in the file.</param>
internal sealed record TableLine(int Number, LineKind Kind, string Name, IReadOnlyList<CellView> Cells, Origin Origin)
{
    /// <summary>The number in a column; null where there is none of its own.</summary>
    public decimal? Value(TableColumn column) => Cells[column.Index] is { IsCovered: false, Figure: { } figure } ? figure.Value : null;

    /// <summary>Whether it holds what the other rows leave: 其他 is never the greatest of its kind.</summary>
    public bool IsRest => Name.StartsWith("其他", StringComparison.Ordinal) || Name.StartsWith("其它", StringComparison.Ordinal) || Name.StartsWith("其余", StringComparison.Ordinal);

    /// <summary>The cell of a column.</summary>
    public CellView Cell(TableColumn column) => Cells[column.Index];

    /// <summary>Whether it is this row: no two rows are one, and to compare them by what they hold takes long.</summary>
    public bool Equals(TableLine? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;
}
