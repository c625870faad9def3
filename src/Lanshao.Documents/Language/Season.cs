namespace Lanshao.Documents.Language;

/// <summary>A season of the year's work, whose days differ by region and are therefore given by the caller.</summary>
/// <param name="Name">The name that is told when its days are assumed.</param>
/// <param name="Words">The words that documents use; one of a single character counts only before 前 (汛前).</param>
/// <param name="FirstMonth">Month of the first day, 1–12.</param>
/// <param name="FirstDay">First day, 1–31.</param>
/// <param name="LastMonth">Month of the last day; before the first month, it lies in the next year.</param>
/// <param name="LastDay">Last day, 1–31.</param>
public sealed record Season(string Name, IReadOnlyList<string> Words, int FirstMonth, int FirstDay, int LastMonth, int LastDay)
{
    /// <summary>Returns the first day of the season that begins in a year.</summary>
    /// <param name="year">The year.</param>
    /// <returns>The day.</returns>
    public DateOnly FirstOf(int year) => new(year, FirstMonth, FirstDay);

    /// <summary>Returns the last day of the season that begins in a year.</summary>
    /// <param name="year">The year.</param>
    /// <returns>The day, which may lie in the next year.</returns>
    public DateOnly LastOf(int year) => new(LastMonth < FirstMonth ? year + 1 : year, LastMonth, LastDay);
}
