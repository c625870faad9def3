using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>What happens with times that passed while nothing was running.</summary>
public enum CatchUp
{
    /// <summary>The newest missed time stands for all (a reminder, a tidy-up).</summary>
    Newest,

    /// <summary>Every missed time is worked off (a daily figure).</summary>
    Every,
}

/// <summary>Work that recurs. Its times are civil times of Asia/Shanghai.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Kind">What is done.</param>
/// <param name="At">The time of day.</param>
/// <param name="IsDay">Which days; null for every day.</param>
/// <param name="CatchUp">What happens with missed times.</param>
public sealed record JobSchedule(string Code, JobKind Kind, TimeOnly At, Func<DateOnly, bool>? IsDay = null, CatchUp CatchUp = CatchUp.Newest)
{
    // Who was away for longer than a year starts afresh.
    private const int MostDaysBack = 366;

    /// <summary>Returns the planned instants after <paramref name="lastUtc"/> up to <paramref name="nowUtc"/>, oldest first; for a schedule that never ran, today's at most.</summary>
    public IReadOnlyList<DateTime> Missed(DateTime? lastUtc, DateTime nowUtc)
    {
        var today = ChinaTime.DayOf(nowUtc);
        var from = lastUtc is { } last ? ChinaTime.DayOf(last) : today;
        var missed = new List<DateTime>();
        for (var day = from < today.AddDays(-MostDaysBack) ? today.AddDays(-MostDaysBack) : from; day <= today; day = day.AddDays(1))
        {
            var planned = ChinaTime.InstantOf(day.ToDateTime(At));
            if (planned > (lastUtc ?? DateTime.MinValue) && planned <= nowUtc && (IsDay is null || IsDay(day)))
            {
                missed.Add(planned);
            }
        }

        return CatchUp == CatchUp.Every || missed.Count < 2 ? missed : [missed[^1]];
    }
}

/// <summary>Up to which time a schedule has been worked off.</summary>
public sealed class ScheduleMark(string schedule, DateTime plannedUtc) : IUnrecorded, IVersioned
{
    public string Schedule { get; private set; } = schedule;

    public DateTime PlannedUtc { get; private set; } = plannedUtc;

    public int Version { get; private set; }

    internal void MoveTo(DateTime plannedUtc) => PlannedUtc = plannedUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<ScheduleMark>
    {
        public void Configure(EntityTypeBuilder<ScheduleMark> builder) => builder.HasKey(m => m.Schedule);
    }
}
