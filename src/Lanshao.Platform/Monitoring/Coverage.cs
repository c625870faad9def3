namespace Lanshao.Platform.Monitoring;

/// <summary>How much must be there for a mean to count: three quarters of an hour, 20 hours of a day, 27 days of a month (25 in February).</summary>
/// <remarks>Hours and days as the validity rules of ambient air (GB 3095) have them; used for all kinds of device until a kind has rules of its own.</remarks>
public static class Coverage
{
    private const int HoursOfDay = 20;
    private const int DaysOfMonth = 27;
    private const int DaysOfFebruary = 25;

    /// <summary>Returns how many values a whole hour has.</summary>
    public static int ExpectedInHour(ReadingSpan source, int realtimeSeconds, int minuteMinutes) => source switch
    {
        ReadingSpan.Realtime => Math.Max(1, 3600 / Math.Max(1, realtimeSeconds)),
        ReadingSpan.Minute => Math.Max(1, 60 / Math.Max(1, minuteMinutes)),
        _ => 1,
    };

    /// <summary>Returns how many hours a day has, or how many days a month.</summary>
    public static int ExpectedIn(RollupSpan span, DateOnly start) => span == RollupSpan.Month ? DateTime.DaysInMonth(start.Year, start.Month) : 24;

    public static bool IsHourValid(int valid, int expected) => valid * 4 >= expected * 3;

    public static bool IsValid(RollupSpan span, DateOnly start, int valid) =>
        valid >= (span == RollupSpan.Day ? HoursOfDay : start.Month == 2 ? DaysOfFebruary : DaysOfMonth);
}
