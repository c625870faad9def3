namespace Lanshao.Documents.Blocks;

/// <summary>A file from outside, read whole: what it says in reading order, and what a careful clerk would ask about it.</summary>
/// <param name="Source">The file, identified by its content.</param>
/// <param name="Blocks">Paragraphs and tables in reading order; empty paragraphs are kept, so that gaps can be seen.</param>
/// <param name="Footnotes">Footnotes and endnotes in the order of their marks; the marks are not in the text of the blocks.</param>
/// <param name="Findings">What was met and not followed, not understood, or not shown on the page.</param>
public sealed record SourceDocument(
    SourceFile Source,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Footnote> Footnotes,
    IReadOnlyList<DocumentFinding> Findings)
{
    /// <summary>The paragraphs of the body, in order.</summary>
    public IEnumerable<ParagraphBlock> Paragraphs => Blocks.OfType<ParagraphBlock>();

    /// <summary>The tables of the body, in order; nested tables hang in their cells.</summary>
    public IEnumerable<TableBlock> Tables => Blocks.OfType<TableBlock>();
}
