namespace Lanshao.Platform.Reports.Wording;

/// <summary>How a kind of report is worded: headings and paragraphs whose sentences print facts. A report keeps the template that it was made by.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Title">The title, with words of the period.</param>
/// <param name="Blocks">Headings and paragraphs in order.</param>
public sealed record ReportTemplate(ReportKind Kind, string Title, IReadOnlyList<TemplateBlock> Blocks);

/// <summary>A heading or a paragraph of a template.</summary>
/// <param name="Level">1–4 for headings, 0 for a paragraph.</param>
/// <param name="Sentences">The sentences in order; a heading has one.</param>
public sealed record TemplateBlock(int Level, IReadOnlyList<TemplateSentence> Sentences);

/// <summary>A sentence with its wordings.</summary>
/// <param name="Key">Known by this in every version of the report.</param>
/// <param name="Wordings">The first whose condition holds and whose facts are there is printed.</param>
public sealed record TemplateSentence(string Key, IReadOnlyList<Wording> Wordings);

/// <summary>One way to say a sentence.</summary>
/// <param name="When">Its condition; empty for always.</param>
/// <param name="Say">The text with facts in braces.</param>
public sealed record Wording(string When, string Say);
