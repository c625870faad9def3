namespace Lanshao.Documents.Blocks;

/// <summary>A footnote or endnote, kept apart from the text that it explains.</summary>
/// <param name="Mark">The printed mark, e.g. <c>1</c>.</param>
/// <param name="Text">The note's text, paragraphs joined.</param>
/// <param name="IsEndnote">Whether it stands at the end of the document.</param>
/// <param name="Origin">Where the mark stands in the text.</param>
public sealed record Footnote(string Mark, string Text, bool IsEndnote, Origin Origin);
