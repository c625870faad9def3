using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>What pages and the API ask about reports that were made.</summary>
public static class ReportQueries
{
    /// <summary>Returns the renderings of a report, the newest first, without their facts.</summary>
    public static async Task<IReadOnlyList<Report>> MadeAsync(LanshaoContext db, ReportScope scope, CancellationToken ct) =>
        await Of(db.Set<Report>().AsNoTracking(), scope).OrderByDescending(report => report.Number).Take(KeyPage.MostRows).ToListAsync(ct);

    /// <summary>Keeps the renderings of one report.</summary>
    internal static IQueryable<Report> Of(IQueryable<Report> reports, ReportScope scope)
    {
        var (kind, period, subject) = scope;
        return reports.Where(report => report.Kind == kind && report.Period == period && report.Subject == subject);
    }

    /// <summary>Returns a rendering without its facts; RPT-018 where there is none.</summary>
    public static async Task<Outcome<Report>> FindAsync(LanshaoContext db, Guid id, CancellationToken ct) =>
        await db.Set<Report>().AsNoTracking().SingleOrDefaultAsync(report => report.Id == id, ct) is { } report ? report : Refusal.NotFound("RPT-018");

    /// <summary>Returns a rendering with its steps, without its facts; RPT-018 where there is none.</summary>
    public static async Task<Outcome<Report>> WithMovesAsync(LanshaoContext db, Guid id, CancellationToken ct) =>
        await db.Set<Report>().AsNoTracking().Include(report => report.Moves).SingleOrDefaultAsync(report => report.Id == id, ct) is { } report ? report : Refusal.NotFound("RPT-018");

    /// <summary>Returns the facts of a rendering in the order of print, a page at a time.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The rendering.</param>
    /// <param name="after">The last fact of the page before; 0 for the first page.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<KeyPage<Fact>> FactsAsync(LanshaoContext db, Guid id, int after, CancellationToken ct)
    {
        var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ReportId == id && fact.Seq > after).OrderBy(fact => fact.Seq).Take(KeyPage.MostRows + 1).ToListAsync(ct);
        return KeyPage.Of(facts, KeyPage.MostRows, fact => fact.Seq.ToString(CultureInfo.InvariantCulture));
    }
}
