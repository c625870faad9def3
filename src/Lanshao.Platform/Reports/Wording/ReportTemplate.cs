namespace Lanshao.Platform.Reports.Wording;

/// <summary>How a kind of report is worded: headings and paragraphs whose sentences print facts. A report keeps the template that it was made by.</summary>
/// <param name="Kind">Which report.</param>
/// <param name="Title">The title, with words of the period.</param>
/// <param name="Blocks">Headings and paragraphs in order.</param>
public sealed record ReportTemplate(ReportKind Kind, string Title, IReadOnlyList<TemplateBlock> Blocks)
{
    /// <summary>Gets 发文机关标志, red above the first page; null for a document without a red head.</summary>
    public string? RedHead { get; init; }

    /// <summary>Gets the line below it: 发文字号 or the number, with words of the period; null for none.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Gets who signs; null for a document that nobody signs.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets the annexes; null where they are the pack's tables in the order of their numbers.</summary>
    public IReadOnlyList<TemplateAnnex>? Annexes { get; init; }

    /// <summary>Gets the day on which the document drafts itself: of the week from Monday (1) to Sunday (7), or of the month; 0 for every morning; null for never.</summary>
    public int? DraftedOn { get; init; }
}

/// <summary>An annex of a regular document.</summary>
/// <param name="Table">The printed table; null for the list of tasks that are due.</param>
/// <param name="Span">Of which period.</param>
/// <param name="IsPrinted">Whether the table is printed, and not only its figures.</param>
public sealed record TemplateAnnex(string? Table, TableSpan Span, bool IsPrinted);

/// <summary>Of which period a table of a regular document is.</summary>
public enum TableSpan
{
    /// <summary>The newest figures from 1 January to the end of the document's period at the latest (累计).</summary>
    SoFar,

    /// <summary>The document's own week or month.</summary>
    Own,

    /// <summary>The 点评周期 that ends in the document's month.</summary>
    Review,
}

/// <summary>A heading or a paragraph of a template.</summary>
/// <param name="Level">1–4 for headings, 0 for a paragraph.</param>
/// <param name="Sentences">The sentences in order; a heading has one.</param>
public sealed record TemplateBlock(int Level, IReadOnlyList<TemplateSentence> Sentences)
{
    /// <summary>Gets the code of the table that is drawn here as a chart, of the indicator for months and days; null for words.</summary>
    public string? Chart { get; init; }

    /// <summary>Gets how it is drawn.</summary>
    public ChartKind Draws { get; init; }
}

/// <summary>How a chart draws its figures.</summary>
public enum ChartKind
{
    /// <summary>The areas of a table as bars, by rank.</summary>
    Bars,

    /// <summary>The areas of a table as a 位置示意图.</summary>
    Map,

    /// <summary>The months of an indicator, this year and last.</summary>
    Trend,

    /// <summary>The days of air by category.</summary>
    Calendar,

    /// <summary>How often the wind came from where, and the indicator's mean of each wind.</summary>
    Rose,
}

/// <summary>A sentence with its wordings.</summary>
/// <param name="Key">Known by this in every version of the report.</param>
/// <param name="Wordings">The first whose condition holds and whose facts are there is printed.</param>
public sealed record TemplateSentence(string Key, IReadOnlyList<Wording> Wordings);

/// <summary>One way to say a sentence.</summary>
/// <param name="When">Its condition; empty for always.</param>
/// <param name="Say">The text with facts in braces.</param>
public sealed record Wording(string When, string Say);
