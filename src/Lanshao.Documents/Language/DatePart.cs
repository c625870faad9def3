namespace Lanshao.Documents.Language;

/// <summary>The stretch of days that the words before 前, 起 or a dash name.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="IsPoint">Whether one day is meant: 6月底, 11月15日.</param>
/// <param name="End">The place behind the words.</param>
/// <param name="Season">The season whose days were assumed.</param>
internal readonly record struct DatePart(DateOnly First, DateOnly Last, bool IsPoint, int End, string? Season = null)
{
    public static DatePart Point(DateOnly day, int end) => new(day, day, IsPoint: true, end);
}
