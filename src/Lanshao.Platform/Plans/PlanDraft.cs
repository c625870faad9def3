using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans;

/// <summary>A whole task list as plain values: what was read from a file, or what stands in the store. Two drafts are compared, one is adopted, and every revision keeps its own.</summary>
public sealed record PlanDraft
{
    public required string Title { get; init; }

    public required int Year { get; init; }

    public required PlanKind Kind { get; init; }

    /// <summary>Gets the code of the span for which the list is set: the year, or a quarter.</summary>
    public required string PeriodCode { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Issuer { get; init; }

    public required string SourceSha256 { get; init; }

    public required string SourceName { get; init; }

    public required IReadOnlyList<AnnexDraft> Annexes { get; init; }

    public IReadOnlyList<FindingDraft> Findings { get; init; } = [];

    public IEnumerable<(AnnexDraft Annex, TaskDraft Task, MeasureDraft Measure)> Measures =>
        from annex in Annexes
        from task in annex.Tasks
        from measure in task.Measures
        select (annex, task, measure);
}

/// <summary>An annex of a plan, or a list without annexes as the only one.</summary>
/// <param name="Number">As printed, else counted from 1.</param>
/// <param name="Title">The title.</param>
/// <param name="Domain">What it is about.</param>
/// <param name="Columns">The printed headings.</param>
/// <param name="Sections">All sections in order, sub-sections among them.</param>
/// <param name="Tasks">The tasks in order.</param>
public sealed record AnnexDraft(int Number, string Title, PlanDomain Domain, IReadOnlyList<string> Columns, IReadOnlyList<SectionDraft> Sections, IReadOnlyList<TaskDraft> Tasks);

/// <summary>A section of an annex.</summary>
/// <param name="Level">1, or 2 below another.</param>
/// <param name="Title">The title with its number.</param>
public sealed record SectionDraft(int Level, string Title);

/// <summary>A task (重点任务).</summary>
/// <param name="Number">For the measure's code: digits, and the section before a dot where numbers begin again.</param>
/// <param name="Printed">The number as printed.</param>
/// <param name="Title">The title.</param>
/// <param name="Section">The place in the annex's sections of the one that it stands in; null for none.</param>
/// <param name="Measures">The measures in order; the first has item 1.</param>
public sealed record TaskDraft(string Number, string Printed, string Title, int? Section, IReadOnlyList<MeasureDraft> Measures);

/// <summary>A measure (工作措施): one row of the printed table.</summary>
/// <param name="Row">The measure's row in its annex, from 1.</param>
/// <param name="Text">The paragraphs, parted by line feeds.</param>
/// <param name="Deadline">When it is due.</param>
/// <param name="Units">Who has to do with it, in printed order.</param>
/// <param name="HasMoreUnits">Whether a closing 等 leaves units unnamed.</param>
/// <param name="Milestones">Earlier days out of the text.</param>
/// <param name="Targets">Targets out of the text.</param>
/// <param name="Origin">Where the row stands in the file.</param>
/// <param name="Footnotes">Texts of footnotes in the row.</param>
public sealed record MeasureDraft(
    int Row,
    string Text,
    DeadlineDraft Deadline,
    IReadOnlyList<UnitDraft> Units,
    bool HasMoreUnits,
    IReadOnlyList<MilestoneDraft> Milestones,
    IReadOnlyList<TargetDraft> Targets,
    string? Origin,
    string? Footnotes = null);

/// <summary>A deadline as printed and as understood.</summary>
public sealed record DeadlineDraft(string Raw, DeadlineKind Kind, DateOnly? From, DateOnly? DueOn, string? Origin = null);

/// <summary>A unit of a measure; <paramref name="Code"/> is null where the pack does not know the name.</summary>
public sealed record UnitDraft(UnitRole Role, string Raw, string? Code, bool IsGroup, string? Origin = null);

/// <summary>A day out of the text that comes before the deadline.</summary>
public sealed record MilestoneDraft(DateOnly DueOn, string Quote, string? Origin = null);

/// <summary>A target out of a sentence. Either a value with its unit, or a class (water), or neither where the comparator says all.</summary>
public sealed record TargetDraft(
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
    string? Baseline = null,
    string? Equivalent = null,
    string? Origin = null);

/// <summary>What a careful clerk would ask about a list, with the place of the row that it is about.</summary>
public sealed record FindingDraft(string Code, Severity Severity, IReadOnlyDictionary<string, string> Arguments, int? Annex, int? Row, string? Quote, string? Origin = null);
