using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>自动拟稿: on the day that the pack names, the weekly bulletin and the monthly review of the time that has just ended draft themselves; days on which nothing was running are caught up.</summary>
public static class DraftReports
{
    private const string Code = "reports.draft";
    private static readonly TimeOnly Morning = new(7, 30);

    /// <summary>Returns the work.</summary>
    /// <param name="files">Where the drafts are kept.</param>
    public static JobKind KindWith(FileStore files) => new(Code, "自动拟稿", IsHeavy: false, (run, ct) => RunAsync(run, files, ct));

    /// <summary>Returns its times: every morning, since the pack may change the days.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Morning, CatchUp: CatchUp.Every);

    /// <summary>Returns the periods whose documents draft themselves on a day: the week or month that ended before it.</summary>
    internal static IEnumerable<Period> Due(ReportTemplates templates, DateOnly day)
    {
        if (templates.Find(ReportKind.Week)?.DraftedOn == (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek))
        {
            var before = day.AddDays(-7);
            yield return Period.Week(System.Globalization.ISOWeek.GetYear(before), System.Globalization.ISOWeek.GetWeekOfYear(before));
        }

        if (templates.Find(ReportKind.Month)?.DraftedOn == day.Day)
        {
            var before = day.AddDays(-day.Day);
            yield return Period.Month(before.Year, before.Month);
        }
    }

    /// <summary>Drafts what is due on a day and not there yet; answers the periods that were drafted.</summary>
    internal static async Task<Outcome<IReadOnlyList<Period>>> DraftAsync(LanshaoContext db, FileStore files, DateOnly day, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var drafted = new List<Period>();
        foreach (var period in Due(pack.Value.Read(ReportTemplates.Part), day))
        {
            var kind = ReportDraft.KindOf(period);
            if (await db.Set<Report>().AnyAsync(report => report.Kind == kind && report.Period == period, ct))
            {
                continue;
            }

            // A time of which nothing is known has no draft.
            var rendered = await RenderReport.RunAsync(db, files, period, Actor.System, clock, ct);
            if (!rendered.IsRefused)
            {
                drafted.Add(period);
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
        return drafted.Then<string>(periods => periods.Count == 0 ? "—" : string.Join('、', periods.Select(period => period.Code)));
    }
}
