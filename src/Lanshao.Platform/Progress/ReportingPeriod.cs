using Lanshao.Platform.Foundation;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Progress;

/// <summary>A period for which the units of a task list report, with the day on which they are due.</summary>
public sealed class ReportingPeriod
{
    /// <summary>每月第三个工作日.</summary>
    public const int DueWorkingDay = 3;

    private ReportingPeriod(Guid planId, string periodCode, DateOnly dueOn, DateTime openedAtUtc)
    {
        PlanId = planId;
        PeriodCode = periodCode;
        DueOn = dueOn;
        OpenedAtUtc = openedAtUtc;
    }

    public Guid PlanId { get; private set; }

    public string PeriodCode { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateTime OpenedAtUtc { get; private set; }

    public static ReportingPeriod Open(Guid planId, Period period, DateOnly dueOn, DateTime nowUtc) => new(planId, period.Code, dueOn, nowUtc);

    /// <summary>Finds the day on which returns of a period are due: the third working day of the month after it. PRG-001 when the year has no holiday table.</summary>
    public static Outcome<DateOnly> DueDayOf(Period period, WorkCalendar calendar)
    {
        var next = period.To.AddDays(1);
        try
        {
            return calendar.NthWorkingDay(next.Year, next.Month, DueWorkingDay) is { } due
                ? due
                : Refusal.Conflict("PRG-001", ("year", next.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        }
        catch (CalendarMissingException missing)
        {
            return Refusal.Conflict("PRG-001", ("year", missing.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportingPeriod>
    {
        public void Configure(EntityTypeBuilder<ReportingPeriod> builder)
        {
            builder.HasKey(p => new { p.PlanId, p.PeriodCode });
            builder.Property(p => p.PeriodCode).HasMaxLength(22);
        }
    }
}
