using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>自动拟稿: on the day that the pack names, the weekly bulletin, the monthly review, the tracking of the targets and the flood season's brief of the time that has just ended draft themselves, and every morning the reminder of the night before; days on which nothing was running are caught up.</summary>
public static class DraftReports
{
    private const string Code = "reports.draft";
    private static readonly TimeOnly Morning = new(7, 30);

    /// <summary>Returns the work.</summary>
    /// <param name="files">Where the drafts are kept.</param>
    public static JobKind KindWith(FileStore files) => new(Code, "自动拟稿", IsHeavy: false, (run, ct) => RunAsync(run, files, ct));

    /// <summary>Returns its times: every morning, since the pack may change the days.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Morning, CatchUp: CatchUp.Every);

    /// <summary>Returns the documents that draft themselves on a day: of the week, month or night that ended before it.</summary>
    internal static IEnumerable<ReportScope> Due(ReportTemplates templates, DateOnly day)
    {
        var (weekday, monthBefore) = (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek, day.AddDays(-day.Day));
        foreach (var kind in ReportKinds.All.Where(kind => !ReportKinds.NeedsSubject(kind) && templates.Find(kind)?.DraftedOn is not null))
        {
            var on = templates.Find(kind)!.DraftedOn;
            if (kind == ReportKind.HighValue)
            {
                yield return new(kind, Period.Day(day.AddDays(-1)));
            }
            else if (kind == ReportKind.Week ? on == weekday : on == day.Day)
            {
                yield return new(kind, ReportKinds.PeriodOf(kind, kind == ReportKind.Week ? day.AddDays(-7) : monthBefore));
            }
        }
    }

    /// <summary>Drafts what is due on a day and not there yet; answers what was drafted.</summary>
    internal static async Task<Outcome<IReadOnlyList<ReportScope>>> DraftAsync(LanshaoContext db, FileStore files, DateOnly day, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var drafted = new List<ReportScope>();
        foreach (var scope in Due(pack.Value.Read(ReportTemplates.Part), day))
        {
            if (await ReportQueries.Of(db.Set<Report>(), scope).AnyAsync(ct))
            {
                continue;
            }

            // A time of which nothing is known has no draft.
            var rendered = await RenderReport.RunAsync(db, files, scope, Actor.System, clock, ct);
            if (!rendered.IsRefused)
            {
                drafted.Add(scope);
            }
            else if (rendered.Refusal.Kind != RefusalKind.NotFound)
            {
                return rendered.Refusal;
            }
        }

        return drafted;
    }

    private static async Task<Outcome<string>> RunAsync(JobRun run, FileStore files, CancellationToken ct)
    {
        await using var db = run.Store.NewContext();
        var drafted = await DraftAsync(db, files, ChinaTime.DayOf(run.DueUtc), run.Clock, ct);
        return drafted.Then<string>(scopes => scopes.Count == 0 ? "—" : string.Join('、', scopes.Select(scope => $"{ReportKinds.CodeOf(scope.Kind)} {scope.Period.Code}")));
    }
}
