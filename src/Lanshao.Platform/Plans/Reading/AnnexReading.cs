namespace Lanshao.Platform.Plans.Reading;

/// <summary>One list of tasks.</summary>
/// <param name="Number">The printed number of the annex, else counted from 1.</param>
/// <param name="Title">Its title, lines joined; null where none is printed.</param>
/// <param name="Domain">What it is about.</param>
/// <param name="Columns">The printed headings; empty for lists without a table.</param>
/// <param name="Sections">Its sections; one without a title where the list has none.</param>
public sealed record AnnexReading(int Number, string? Title, PlanDomain Domain, IReadOnlyList<string> Columns, IReadOnlyList<SectionReading> Sections);

/// <summary>A section of a list.</summary>
/// <param name="Title">The section row as printed; empty where tasks stand before any.</param>
/// <param name="Above">The sections around it, outermost first.</param>
/// <param name="Tasks">Its tasks.</param>
public sealed record SectionReading(string Title, IReadOnlyList<string> Above, IReadOnlyList<TaskReading> Tasks);

/// <summary>A task with its measures.</summary>
/// <param name="Number">The number as printed, full-width digits made plain; empty where none is printed.</param>
/// <param name="Title">The title, lines joined; empty where the list has none.</param>
/// <param name="Measures">One measure for each row.</param>
public sealed record TaskReading(string Number, string Title, IReadOnlyList<MeasureReading> Measures);
