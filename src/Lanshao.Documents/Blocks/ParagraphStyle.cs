namespace Lanshao.Documents.Blocks;

/// <summary>How a paragraph is set, as far as a reader of official documents needs it.</summary>
/// <param name="Name">Name of the paragraph style, e.g. <c>heading 1</c>; <see langword="null"/> where none is given.</param>
/// <param name="OutlineLevel">1–9 for headings; <see langword="null"/> for body text.</param>
/// <param name="Alignment">How the lines stand.</param>
/// <param name="Number">The automatic number at the head of the text, e.g. <c>（一）</c>; <see langword="null"/> where numbers are typed or absent.</param>
public sealed record ParagraphStyle(string? Name, int? OutlineLevel, ParagraphAlignment Alignment, string? Number)
{
    /// <summary>Body text without a style of its own.</summary>
    public static readonly ParagraphStyle Plain = new(null, null, ParagraphAlignment.Unstated, null);
}
