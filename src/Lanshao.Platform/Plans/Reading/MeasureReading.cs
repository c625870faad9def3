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
    public IEnumerable<UnitReading> Units => Lead.Concat(Main).Concat(Assist);
}

/// <summary>A due day inside a measure's text, earlier than the measure's own.</summary>
/// <param name="Due">The civil day.</param>
/// <param name="Quote">The words, at most 100 characters.</param>
public sealed record MilestoneReading(DateOnly Due, string Quote);

/// <summary>A cell of a column without a role.</summary>
/// <param name="Heading">The column's heading as printed.</param>
/// <param name="Text">What the cell says.</param>
public sealed record OtherCell(string Heading, string Text);
