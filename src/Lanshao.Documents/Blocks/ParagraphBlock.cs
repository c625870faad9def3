namespace Lanshao.Documents.Blocks;

/// <summary>A paragraph as it is printed: tracked insertions in, deletions out, fields as their results, automatic numbers written out.</summary>
/// <param name="Text">The text on one line: a line break vanishes between Chinese characters and is a space between Latin words.</param>
/// <param name="Lines">The same text with its line breaks kept, one string a line; never empty (an empty paragraph is one empty line).</param>
/// <param name="Style">How the paragraph is set.</param>
/// <param name="Origin">Where it stands in the file.</param>
public sealed record ParagraphBlock(string Text, IReadOnlyList<string> Lines, ParagraphStyle Style, Origin Origin) : Block(Origin)
{
    /// <summary>Whether nothing is printed here.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Tag of a content control inside, by which a form that was sent out is known again; <see langword="null"/> for none.</summary>
    public string? Tag { get; init; }
}
