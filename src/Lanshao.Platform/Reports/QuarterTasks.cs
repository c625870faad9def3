using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Reads a quarter's task list with the progress that was reported for it.</summary>
internal static class QuarterTasks
{
    /// <summary>What was read.</summary>
    /// <param name="Title">The list's title.</param>
    /// <param name="Rows">The tasks in order.</param>
    /// <param name="WithoutProgress">How many have no progress.</param>
    public sealed record Reading(string Title, IReadOnlyList<TaskProgressPrint.Row> Rows, int WithoutProgress);

    /// <summary>Reads the list of a quarter; null where none was imported.</summary>
    public static async Task<Reading?> ReadAsync(LanshaoContext db, Period quarter, CancellationToken ct)
    {
        var code = await db.Set<ActionPlan>().AsNoTracking()
            .Where(plan => plan.Kind == PlanKind.Quarterly && plan.PeriodCode == quarter.Code && plan.VoidedAtUtc == null)
            .OrderBy(plan => plan.Code).Select(plan => plan.Code).FirstOrDefaultAsync(ct);
        if (code is null || await PlanQueries.FindWholeAsync(db, code, ct) is not { } list)
        {
            return null;
        }

        var reports = await db.Set<UnitReport>().AsNoTracking().Include(report => report.Entries)
            .Where(report => report.PlanId == list.Id && report.PeriodCode == quarter.Code && report.Step != ReportStep.Returned).ToListAsync(ct);
        var said = reports.OrderBy(report => report.UnitCode == UnitReport.WholeList ? 0 : 1).ThenBy(report => report.UnitCode, StringComparer.Ordinal)
            .SelectMany(report => report.Entries.Select(entry => (Measure: entry.MeasureId, Entry: entry, IsWhole: report.UnitCode == UnitReport.WholeList)))
            .ToLookup(entry => entry.Measure);
        var content = list.AsContent();
        var rows = content.Outline.Annexes.SelectMany(annex => Rows(content, annex, measure => Latest(said[measure]))).ToList();
        return new(list.Title, rows, rows.Count(row => row.Progress.Length == 0));
    }

    private static IEnumerable<TaskProgressPrint.Row> Rows(PlanContent plan, OutlineAnnex annex, Func<Guid, List<ProgressEntry>> said)
    {
        var printed = -1;
        foreach (var task in annex.Tasks)
        {
            foreach (var id in task.Measures)
            {
                var (entries, measure) = (said(id), plan.Measures[id]);
                var sections = annex.Sections.Skip(printed + 1).Take((task.Section ?? printed) - printed).Select(section => section.Title);
                yield return new(
                    [.. sections],
                    task.Printed,
                    measure.Text.Length > 0 ? measure.Text : task.Title,
                    [.. measure.Units.Select(unit => unit.Raw)],
                    string.Join('\n', entries.Select(entry => entry.Text).Where(text => !string.IsNullOrWhiteSpace(text))),
                    Verdict(entries));
                printed = Math.Max(printed, task.Section ?? printed);
            }
        }
    }

    // What was said for the list as a whole goes before what single units said.
    private static List<ProgressEntry> Latest(IEnumerable<(Guid Measure, ProgressEntry Entry, bool IsWhole)> said)
    {
        var all = said.ToList();
        return [.. all.Where(entry => entry.IsWhole || !all.Any(other => other.IsWhole)).Select(entry => entry.Entry)];
    }

    // Advice is printed as written; one no outweighs any yes.
    private static string Verdict(List<ProgressEntry> entries)
    {
        var advice = entries.Where(entry => entry.Verdict == OnTrackVerdict.Advice).Select(entry => entry.Advice ?? string.Empty).ToList();
        return advice.Count > 0 ? string.Join('\n', advice)
            : entries.Exists(entry => entry.Verdict == OnTrackVerdict.No) ? "否"
            : entries.Exists(entry => entry.Verdict == OnTrackVerdict.Yes) ? "是"
            : string.Empty;
    }
}
