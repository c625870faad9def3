namespace Lanshao.Documents.Language;

/// <summary>A time limit as printed and as understood.</summary>
/// <param name="Raw">The words.</param>
/// <param name="Kind">How they limit.</param>
/// <param name="From">First civil day; <see langword="null"/> where none is said.</param>
/// <param name="Due">Last civil day; <see langword="null"/> where none is said or can be derived.</param>
public sealed record Deadline(string Raw, DeadlineKind Kind, DateOnly? From, DateOnly? Due)
{
    /// <summary>Earlier due days that the same words name before the last one.</summary>
    public IReadOnlyList<DateOnly> EarlierDues { get; init; } = [];

    /// <summary>The recurrence that the words ask for (每月, 每季度, 定期); <see langword="null"/> where none.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The season whose first day was assumed (雨季, 采暖季); <see langword="null"/> where the words give the day.</summary>
    public string? Season { get; init; }
}
