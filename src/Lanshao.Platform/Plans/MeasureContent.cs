using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans;

/// <summary>What the row of a measure says: read from a file, or standing in the store. Where the row stands is not part of it.</summary>
/// <param name="Task">Number and title of the task, printed in the first row of a task only.</param>
/// <param name="Text">The paragraphs, parted by line feeds.</param>
/// <param name="Deadline">When it is due.</param>
/// <param name="Units">Who has to do with it: leading, responsible, assisting units, each in printed order.</param>
/// <param name="HasMoreUnits">Whether a closing 等 leaves units unnamed.</param>
/// <param name="Milestones">Earlier days out of the text.</param>
/// <param name="Targets">Targets out of the text.</param>
/// <param name="Others">Cells of columns without a meaning of their own, heading and words.</param>
public sealed record MeasureContent(
    string? Task,
    string Text,
    DeadlineContent Deadline,
    IReadOnlyList<UnitContent> Units,
    bool HasMoreUnits,
    IReadOnlyList<MilestoneContent> Milestones,
    IReadOnlyList<TargetContent> Targets,
    IReadOnlyList<OtherContent> Others);

/// <summary>A deadline as printed and as understood.</summary>
public sealed record DeadlineContent(string Raw, DeadlineKind Kind, DateOnly? From, DateOnly? DueOn);

/// <summary>A unit of a measure; <paramref name="Code"/> is null where the pack does not know the name.</summary>
public sealed record UnitContent(UnitRole Role, string Raw, string? Code, bool IsGroup);

/// <summary>A day out of the text that comes before the deadline.</summary>
public sealed record MilestoneContent(DateOnly DueOn, string Quote);

/// <summary>A cell of a column that has no meaning of its own, kept as printed.</summary>
public sealed record OtherContent(string Heading, string Text);

/// <summary>A target out of a sentence. Either a value with its unit, or a class (water), or neither where the comparator says all.</summary>
public sealed record TargetContent(
    string Indicator,
    string? IndicatorCode,
    TargetComparator Comparator,
    decimal? Value,
    string? WaterClass,
    string? Unit,
    string Scope,
    string? PlaceCode,
    DateOnly? DueOn,
    TargetStrength Strength,
    string Quote,
    bool IsStrict,
    string? Condition,
    int? BaselineYear,
    string? Equivalent);
