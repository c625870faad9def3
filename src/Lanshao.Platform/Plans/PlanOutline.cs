namespace Lanshao.Platform.Plans;

/// <summary>A task list without the words of its measures: its head, and which measures stand where. Numbers follow from it.</summary>
/// <param name="Title">The title.</param>
/// <param name="DocumentNumber">发文字号.</param>
/// <param name="Issuer">发文机关.</param>
/// <param name="Year">The year that it is for.</param>
/// <param name="Kind">What kind of list it is.</param>
/// <param name="PeriodCode">The code of the span for which it is set: the year, or a quarter.</param>
/// <param name="Annexes">The annexes in order.</param>
public sealed record PlanOutline(string Title, string? DocumentNumber, string? Issuer, int Year, PlanKind Kind, string PeriodCode, IReadOnlyList<OutlineAnnex> Annexes)
{
    /// <summary>Returns all measures in order, with their numbers.</summary>
    public IEnumerable<OutlineMeasure> Places() =>
        from annex in Annexes
        from task in annex.Tasks
        from measure in task.Measures.Index()
        select new OutlineMeasure(measure.Item, annex, task, measure.Index + 1);
}

/// <summary>An annex of a plan; a list without annexes is the only one.</summary>
/// <param name="Number">As printed, else counted from 1.</param>
/// <param name="Title">The title.</param>
/// <param name="Domain">What it is about.</param>
/// <param name="Columns">The printed headings.</param>
/// <param name="Sections">All sections in order, sub-sections among them.</param>
/// <param name="Tasks">The tasks in order.</param>
public sealed record OutlineAnnex(int Number, string Title, PlanDomain Domain, IReadOnlyList<string> Columns, IReadOnlyList<OutlineSection> Sections, IReadOnlyList<OutlineTask> Tasks);

/// <summary>A section of an annex.</summary>
/// <param name="Level">1, or more below others.</param>
/// <param name="Title">The title with its number.</param>
public sealed record OutlineSection(int Level, string Title);

/// <summary>A task (重点任务).</summary>
/// <param name="Number">For the codes of its measures: digits, and the section before a dot where numbers begin again.</param>
/// <param name="Printed">The number as printed.</param>
/// <param name="Title">The title.</param>
/// <param name="Section">The place among the annex's sections, from 0, of the one that it stands in; null for none.</param>
/// <param name="Measures">The ids of its measures in order.</param>
public sealed record OutlineTask(string Number, string Printed, string Title, int? Section, IReadOnlyList<Guid> Measures);

/// <summary>Where a measure stands in the outline.</summary>
public readonly record struct OutlineMeasure(Guid Id, OutlineAnnex Annex, OutlineTask Task, int Item)
{
    public MeasureCode Number => new(Annex.Number, Task.Number, Item);
}

/// <summary>A task list whole: its outline, and what every measure says.</summary>
public sealed record PlanContent(PlanOutline Outline, IReadOnlyDictionary<Guid, MeasureContent> Measures);
