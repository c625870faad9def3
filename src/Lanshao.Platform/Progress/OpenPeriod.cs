using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Opens a period of a list for reporting: 开始一期报送. A period that is open stays as it is.</summary>
public static class OpenPeriod
{
    public static async Task<Outcome<ReportingPeriod>> RunAsync(LanshaoContext db, Guid planId, Period period, WorkCalendar calendar, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var opened = await EnsureAsync(db, planId, period, calendar, ChinaTime.NowUtc(clock), ct);
        return await db.SaveAsync(opened, actor, clock, ct);
    }

    /// <summary>Puts the period into the context where it is missing; the caller's save makes it.</summary>
    internal static async Task<Outcome<ReportingPeriod>> EnsureAsync(LanshaoContext db, Guid planId, Period period, WorkCalendar calendar, DateTime nowUtc, CancellationToken ct)
    {
        if (await db.Set<ReportingPeriod>().SingleOrDefaultAsync(p => p.PlanId == planId && p.PeriodCode == period.Code, ct) is { } open)
        {
            return open;
        }

        var due = ReportingPeriod.DueDayOf(period, calendar);
        if (due.IsRefused)
        {
            return due.Refusal;
        }

        var opened = ReportingPeriod.Open(planId, period, due.Value, nowUtc);
        db.Add(opened);
        return opened;
    }
}
