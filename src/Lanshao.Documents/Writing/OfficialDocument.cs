namespace Lanshao.Documents.Writing;

/// <summary>An official document as it is set by GB/T 9704.</summary>
/// <param name="Title">The title in the file's properties.</param>
/// <param name="Sections">Pages in order; every section begins a new page.</param>
public sealed record OfficialDocument(string Title, IEnumerable<OfficialSection> Sections)
{
    /// <summary>A mark in the head of every page, e.g. that the figures are made up; <see langword="null"/> for none.</summary>
    public string? Mark { get; init; }

    /// <summary>Who made the document, in the file's properties; <see langword="null"/> for nobody.</summary>
    public string? Creator { get; init; }

    /// <summary>When the document was made, in the file's properties; <see langword="null"/> leaves it out.</summary>
    public DateTime? CreatedUtc { get; init; }

    /// <summary>Makes a document of one table with its title.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The document.</returns>
    public static OfficialDocument Of(PrintTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Title, [OfficialSection.Of(table)]);
    }
}
