using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>What pages and other rooms ask about returns.</summary>
public static class ReportQueries
{
    /// <summary>Finds a return with its entries, tracked; null where there is none.</summary>
    public static Task<UnitReport?> FindAsync(LanshaoContext db, Guid planId, ReportTarget target, CancellationToken ct) =>
        db.Set<UnitReport>().Include(r => r.Entries).SingleOrDefaultAsync(r => r.PlanId == planId && r.PeriodCode == target.Period.Code && r.UnitCode == target.UnitKey, ct);

    /// <summary>Returns the opened periods of a list, newest first.</summary>
    public static async Task<IReadOnlyList<ReportingPeriod>> PeriodsAsync(LanshaoContext db, Guid planId, CancellationToken ct) =>
        [.. (await db.Set<ReportingPeriod>().AsNoTracking().Where(p => p.PlanId == planId).ToListAsync(ct)).OrderByDescending(p => Period.TryParse(p.PeriodCode, out var period) ? period.To : default)];

    /// <summary>Returns how every unit of a list stands with its return, in the official order; units that sent something without a duty are there too.</summary>
    public static async Task<IReadOnlyList<UnitState>> StatesAsync(LanshaoContext db, UnitSheets sheets, ReportingPeriod period, UnitBook book, CancellationToken ct)
    {
        var reports = await db.Set<UnitReport>().AsNoTracking().Include(r => r.Entries)
            .Where(r => r.PlanId == sheets.Plan.Id && r.PeriodCode == period.PeriodCode && r.UnitCode != UnitReport.WholeList).ToDictionaryAsync(r => r.UnitCode, ct);
        return [.. sheets.Units.Union(reports.Keys.OrderBy(book.OrderOf), StringComparer.Ordinal).Select(unit => Of(sheets.Of(unit), reports.GetValueOrDefault(unit), period))];
    }

    private static UnitState Of(UnitSheet sheet, UnitReport? report, ReportingPeriod period) =>
        new(sheet.UnitKey, sheet.UnitName, sheet.Rows.Count, sheet.Leading, report?.Entries.Count ?? 0, UnitReport.StateOf(report, period.DueOn), report?.SubmittedOn, report?.Id, report?.Version ?? SaveProgress.NoVersion, report?.ReturnReason);

    /// <summary>How one unit stands with its return.</summary>
    /// <param name="UnitKey">The unit.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Measures">Measures that concern it.</param>
    /// <param name="Leading">Measures that it leads.</param>
    /// <param name="Written">Measures that it wrote about.</param>
    /// <param name="State">The state.</param>
    /// <param name="SubmittedOn">The day on which it was handed in.</param>
    /// <param name="ReportId">The return; null where there is none.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="ReturnReason">Why it was sent back.</param>
    public sealed record UnitState(string UnitKey, string Name, int Measures, int Leading, int Written, ReportState State, DateOnly? SubmittedOn, Guid? ReportId, int Version, string? ReturnReason);
}
