namespace Lanshao.Documents.Writing;

/// <summary>Tables that go out as one workbook, a sheet each.</summary>
/// <param name="Title">The title in the file's properties.</param>
/// <param name="Tables">The tables in order; at least one.</param>
public sealed record PrintWorkbook(string Title, IReadOnlyList<PrintTable> Tables)
{
    /// <summary>A mark in the head of every printed page and beside every title; <see langword="null"/> for none.</summary>
    public string? Mark { get; init; }

    /// <summary>Who made the workbook, in the file's properties; <see langword="null"/> for nobody.</summary>
    public string? Creator { get; init; }

    /// <summary>When the workbook was made, in the file's properties; <see langword="null"/> leaves it out.</summary>
    public DateTime? CreatedUtc { get; init; }
}
