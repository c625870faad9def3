namespace Lanshao.Platform.Foundation;

/// <summary>The only door between instants (UTC) and civil days of Asia/Shanghai.</summary>
/// <remarks>China has kept one offset, UTC+8, without summer time since 1991-09-15; all data of this program is later.</remarks>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Returns the civil day that contains the instant.</summary>
    /// <param name="instantUtc">An instant with <see cref="DateTimeKind.Utc"/>.</param>
    public static DateOnly DayOf(DateTime instantUtc) => DateOnly.FromDateTime(CivilOf(instantUtc));

    /// <summary>Returns the civil date and time (kind unspecified) of the instant.</summary>
    public static DateTime CivilOf(DateTime instantUtc)
    {
        if (instantUtc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("An instant is UTC.", nameof(instantUtc));
        }

        return DateTime.SpecifyKind(instantUtc + Offset, DateTimeKind.Unspecified);
    }

    /// <summary>Returns the instant of a civil date and time.</summary>
    public static DateTime InstantOf(DateTime civil) => DateTime.SpecifyKind(civil - Offset, DateTimeKind.Utc);

    /// <summary>Returns the instant at which the civil day begins.</summary>
    public static DateTime StartUtc(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Returns the clock's instant cut to milliseconds, the precision that both stores keep.</summary>
    public static DateTime NowUtc(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
