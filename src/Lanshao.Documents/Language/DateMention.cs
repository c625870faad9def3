namespace Lanshao.Documents.Language;

/// <summary>A date or period as it stands in a text.</summary>
/// <param name="Kind"><see cref="DeadlineKind.By"/> for 6月底前, 11月15日; <see cref="DeadlineKind.Within"/> for 6—9月, 10月; <see cref="DeadlineKind.From"/> for 4月1日起.</param>
/// <param name="From">First civil day of the period; <see langword="null"/> for <see cref="DeadlineKind.By"/>.</param>
/// <param name="Due">Last civil day; <see langword="null"/> for <see cref="DeadlineKind.From"/>.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Characters that it takes, 前 and 起 included.</param>
/// <param name="Season">The season whose days were assumed; <see langword="null"/> where the words give the day.</param>
public sealed record DateMention(DeadlineKind Kind, DateOnly? From, DateOnly? Due, int Start, int Length, string? Season)
{
    /// <summary>The place behind it.</summary>
    public int End => Start + Length;
}
