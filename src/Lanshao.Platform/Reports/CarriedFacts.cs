using Lanshao.Platform.Foundation.Files;
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
public sealed record CarriedFact(Guid ReportId, string Title, int Number, DocumentStep Step, int Annex, string Label, string Shown, Guid ValueId)
{
    /// <summary>Gets what the same place would print now; null where it would not be there, or where nobody can say.</summary>
    public string? Now { get; init; }
}

/// <summary>Which reports carried a stored value, also by way of a rank, a sum or a change that it went into, and whose printed figures are others now.</summary>
/// <param name="Changed">The facts that would be printed differently, by report and place in it.</param>
/// <param name="Unchanged">Those that rest on the values as well and read the same: a count of seventeen subdistricts stays seventeen.</param>
public sealed record CarriedFacts(IReadOnlyList<CarriedFact> Changed, IReadOnlyList<CarriedFact> Unchanged)
{
    private const int Most = 500;

    // Every comparison makes the document anew; of more documents all facts are named.
    private const int MostCompared = 20;

    /// <summary>Finds the facts that rest on some values, by report and place in it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="files">Where the contents of the reports are kept.</param>
    /// <param name="values">The values that no longer stand.</param>
    /// <param name="nowUtc">When it is asked.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<CarriedFacts> FindAsync(LanshaoContext db, FileStore files, IReadOnlyCollection<Guid> values, DateTime nowUtc, CancellationToken ct)
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
        var (changed, unchanged) = (new List<CarriedFact>(), new List<CarriedFact>());
        foreach (var (at, report) in reports.OrderByDescending(report => report.MadeAtUtc).Index())
        {
            var reading = at < MostCompared ? await PrintedNow.ReadAsync(db, files, report.Id, nowUtc, ct) : null;
            foreach (var (fact, value) in found.Values.Where(one => one.Fact.ReportId == report.Id).OrderBy(one => one.Fact.Seq))
            {
                var carried = new CarriedFact(report.Id, report.Title, report.Number, report.Step, fact.Annex, fact.Label, fact.Shown, value) { Now = reading?.Of(fact) };
                (reading?.IsAsPrinted(fact) == true ? unchanged : changed).Add(carried);
            }
        }

        return new(changed, unchanged);
    }

    /// <summary>What a report's places would print by the data as they are now.</summary>
    private sealed class PrintedNow(ReportContent before, ReportDifference changes)
    {
        /// <summary>Compares; null where the content was not kept or nothing can be made of the period now.</summary>
        public static async Task<PrintedNow?> ReadAsync(LanshaoContext db, FileStore files, Guid report, DateTime nowUtc, CancellationToken ct)
        {
            var before = await ReportChanges.ContentAsync(db, files, report, ct);
            var changes = before.IsRefused ? before.Refusal : await ReportChanges.SinceAsync(db, files, report, nowUtc, ct);
            return changes.IsRefused ? null : new(before.Value!, changes.Value);
        }

        public bool IsAsPrinted(Fact fact) => fact.Annex == 0 ? FigureOf(fact) is null : CellOf(fact) is null;

        // As the fact itself is kept: without its unit.
        public string? Of(Fact fact) => fact.Annex > 0 ? CellOf(fact)?.Now : FigureOf(fact)?.Now is { } now && fact.Unit.Length > 0 && now.EndsWith(fact.Unit, StringComparison.Ordinal) ? now[..^fact.Unit.Length] : FigureOf(fact)?.Now;

        private ReportDifference.FigureChange? FigureOf(Fact fact) => changes.Sentences.SelectMany(sentence => sentence.Figures).FirstOrDefault(figure => figure.Name == fact.Name);

        private ReportDifference.CellChange? CellOf(Fact fact)
        {
            var key = before.Annexes.FirstOrDefault(annex => annex.Number == fact.Annex)?.Rows.ElementAtOrDefault(fact.Row - 1)?.Key;
            return changes.Cells.FirstOrDefault(cell => cell.Annex == fact.Annex && cell.RowKey == key && (cell.ColumnNumber == 0 || cell.ColumnNumber == fact.Column));
        }
    }
}
