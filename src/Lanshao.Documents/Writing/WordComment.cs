using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Writing;

/// <summary>A comment for a place of a Word document.</summary>
/// <param name="Origin">The place, as the reader gave it.</param>
/// <param name="Quote">The words at the place, by which a paragraph is known again.</param>
/// <param name="Text">What the comment says; a line is a paragraph.</param>
public sealed record WordComment(Origin Origin, string Quote, string Text);
