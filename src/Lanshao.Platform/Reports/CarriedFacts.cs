using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>A report that was made with a stored value, by the facts that it froze.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number among those of its kind and period.</param>
/// <param name="Step">How far it got: what was signed or sent is to be corrected.</param>
/// <param name="Annex">The annex; 0 for the narrative.</param>
/// <param name="Label">What the fact is.</param>
/// <param name="Shown">The figure as it was printed.</param>
/// <param name="ValueId">The stored value that it rests on.</param>
public sealed record CarriedFact(Guid ReportId, string Title, int Number, DocumentStep Step, int Annex, string Label, string Shown, Guid ValueId);

/// <summary>Which reports carried a stored value, also by way of a rank, a sum or a change that it went into.</summary>
public static class CarriedFacts
{
    private const int Most = 500;

    /// <summary>Finds the facts that rest on some values, by report and place in it.</summary>
    public static async Task<IReadOnlyList<CarriedFact>> FindAsync(LanshaoContext db, IReadOnlyCollection<Guid> values, CancellationToken ct)
    {
        var found = new Dictionary<(Guid, int), (Fact Fact, Guid ValueId)>();
        foreach (var value in values)
        {
            var id = value.ToString("D");
            var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ValueId == value || fact.OtherValueIds.Contains(id)).Take(Most).ToListAsync(ct);
            foreach (var fact in facts)
            {
                _ = found.TryAdd((fact.ReportId, fact.Seq), (fact, value));
            }
        }

        var ids = found.Values.Select(one => one.Fact.ReportId).Distinct().ToList();
        var reports = await db.Set<Report>().AsNoTracking().Where(report => ids.Contains(report.Id)).Select(report => new { report.Id, report.Title, report.Number, report.Step, report.MadeAtUtc }).ToListAsync(ct);
        return
        [
            .. from report in reports.OrderByDescending(report => report.MadeAtUtc)
               from one in found.Values.Where(one => one.Fact.ReportId == report.Id).OrderBy(one => one.Fact.Seq)
               select new CarriedFact(report.Id, report.Title, report.Number, report.Step, one.Fact.Annex, one.Fact.Label, one.Fact.Shown, one.ValueId),
        ];
    }
}
