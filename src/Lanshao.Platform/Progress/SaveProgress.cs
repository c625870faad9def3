using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Saves what was typed into a return as a draft, and hands it in when asked to: 填写进展、报送.</summary>
public static class SaveProgress
{
    /// <summary>The version of a return that does not exist yet.</summary>
    public const int NoVersion = -1;
    private const int MostCharacters = 5_000;

    /// <summary>What was typed.</summary>
    /// <param name="Target">List, period and unit.</param>
    /// <param name="Entries">By measure; an empty text takes an entry out.</param>
    /// <param name="Hand">Whether the return is handed in.</param>
    /// <param name="IsNothing">Whether nothing has moved (零报告).</param>
    /// <param name="Version">The version that the form was made from; <see cref="NoVersion"/> for a return that did not exist.</param>
    public sealed record Request(ReportTarget Target, IReadOnlyDictionary<Guid, ProgressText> Entries, bool Hand, bool IsNothing, int Version);

    public static async Task<Outcome<UnitReport>> RunAsync(LanshaoContext db, Request request, WorkCalendar calendar, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (request.Entries.Values.FirstOrDefault(t => Longest(t) > MostCharacters) is { } endless)
        {
            return Refusal.Invalid("PRG-023", ("key", string.Empty), ("found", Number(Longest(endless))), ("expected", Number(MostCharacters)));
        }

        if (await db.Set<ActionPlan>().SingleOrDefaultAsync(p => p.Code == request.Target.PlanCode && p.VoidedAtUtc == null, ct) is not { } plan)
        {
            return Refusal.NotFound("PRG-020", ("list", request.Target.PlanCode));
        }

        var opened = await OpenPeriod.EnsureAsync(db, plan.Id, request.Target.Period, calendar, ChinaTime.NowUtc(clock), ct);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        var report = await ReportQueries.FindAsync(db, plan.Id, request.Target, ct);
        if ((report?.Version ?? NoVersion) != request.Version)
        {
            return await db.SaveAsync<UnitReport>(Refusal.Conflict("ENV-020", ("kind", nameof(UnitReport)), ("key", request.Target.ToString())), actor, clock, ct);
        }

        if (report is null)
        {
            db.Add(report = UnitReport.Begin(plan.Id, request.Target.Period, request.Target.UnitKey));
        }

        return await db.SaveAsync(Write(report, request, ChinaTime.Today(clock)), actor, clock, ct);
    }

    private static Outcome<UnitReport> Write(UnitReport report, Request request, DateOnly today)
    {
        foreach (var (measure, text) in request.Entries)
        {
            var written = report.Write(measure, text);
            if (written.IsRefused)
            {
                return written;
            }
        }

        // Children changed, the return itself perhaps not: its version tells that somebody was here.
        report.Touch();
        return request.Hand ? report.Submit(request.IsNothing, today) : report;
    }

    private static int Longest(ProgressText text) => Math.Max(text.Text?.Length ?? 0, text.Advice?.Length ?? 0);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
