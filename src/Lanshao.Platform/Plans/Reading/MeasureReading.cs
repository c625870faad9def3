using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>One row of a task list: what is to be done, until when, and by whom.</summary>
/// <param name="Row">Counts the measure rows of its annex from 1.</param>
/// <param name="Paragraphs">The text, no empty paragraphs.</param>
/// <param name="Deadline">The time limit of its cell.</param>
/// <param name="Milestones">Earlier due days that the text names.</param>
/// <param name="Lead">牵头.</param>
/// <param name="Main">主责.</param>
/// <param name="Assist">责任、协办、配合.</param>
/// <param name="More">Whether a list of units ends in 等 or 等相关部门.</param>
/// <param name="Others">Columns without a role, by heading: progress, remarks, what was not recognised.</param>
/// <param name="Origin">The row in the file; of a list without a table, the paragraph.</param>
public sealed record MeasureReading(
    int Row,
    IReadOnlyList<string> Paragraphs,
    Deadline Deadline,
    IReadOnlyList<MilestoneReading> Milestones,
    IReadOnlyList<UnitReading> Lead,
    IReadOnlyList<UnitReading> Main,
    IReadOnlyList<UnitReading> Assist,
    bool More,
    IReadOnlyList<OtherCell> Others,
    Origin Origin)
{
    /// <summary>The cells that its values were read from.</summary>
    public MeasureCells Cells { get; init; } = MeasureCells.Unknown;

    /// <summary>Tables inside the cell of its text; their rows stand among the paragraphs.</summary>
    public IReadOnlyList<TableBlock> Tables { get; init; } = [];

    public IEnumerable<UnitReading> Units => Lead.Concat(Main).Concat(Assist);
}

/// <summary>The cells that the values of a measure were read from; of a list without a table, the paragraphs. Units, milestones, targets and other cells know their own.</summary>
/// <param name="Number">The cell of the number; null where the row has none of its own.</param>
/// <param name="Title">The cell of the task's title; null where the row has none of its own.</param>
/// <param name="Deadline">The cell of the time limit.</param>
/// <param name="Paragraphs">The paragraph inside its cell, one for each of the measure's paragraphs.</param>
public sealed record MeasureCells(Origin? Number, Origin? Title, Origin? Deadline, IReadOnlyList<Origin> Paragraphs)
{
    public static readonly MeasureCells Unknown = new(null, null, null, []);
}

/// <summary>A due day inside a measure's text, earlier than the measure's own.</summary>
/// <param name="Due">The civil day.</param>
/// <param name="Quote">The words, at most 100 characters.</param>
public sealed record MilestoneReading(DateOnly Due, string Quote)
{
    /// <summary>The paragraph, or the cell of the time limit.</summary>
    public Origin Origin { get; init; } = new();
}

/// <summary>A cell of a column without a role.</summary>
/// <param name="Heading">The column's heading as printed.</param>
/// <param name="Text">What the cell says.</param>
public sealed record OtherCell(string Heading, string Text)
{
    /// <summary>The cell.</summary>
    public Origin Origin { get; init; } = new();
}
