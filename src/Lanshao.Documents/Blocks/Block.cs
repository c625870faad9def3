namespace Lanshao.Documents.Blocks;

/// <summary>One piece of a document in reading order: a <see cref="ParagraphBlock"/> or a <see cref="TableBlock"/>.</summary>
/// <param name="Origin">Where it stands in the file.</param>
public abstract record Block(Origin Origin);
