using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Filling;

/// <summary>What somebody wrote into a cell of a table that went out.</summary>
/// <param name="Text">The text, paragraphs parted by line feeds; empty where nothing was written.</param>
/// <param name="Origin">Where the cell stands in the file.</param>
public sealed record FilledCell(string Text, Origin Origin);
