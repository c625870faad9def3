using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>A sending in a list.</summary>
/// <param name="Submission">The sending with its corrections.</param>
/// <param name="Report">What left.</param>
/// <param name="Figures">How many figures left in it.</param>
/// <param name="Corrected">How many stored values that its figures show have been replaced or withdrawn since its recipients last heard.</param>
public sealed record SubmissionRow(Submission Submission, Report Report, int Figures, int Corrected);

/// <summary>What pages and the API ask about sendings.</summary>
public static class SubmissionQueries
{
    /// <summary>Returns the sendings, the newest first, those that were taken back among them.</summary>
    /// <param name="db">The store.</param>
    /// <param name="value">Only those that print this stored value or another version of it; null for all.</param>
    /// <param name="after">登记号 of the last sending of the page before; null for the first page.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<KeyPage<SubmissionRow>> ListAsync(LanshaoContext db, Guid? value, int? after, CancellationToken ct)
    {
        var asked = db.Set<Submission>().AsNoTracking().Include(submission => submission.Corrections).AsQueryable();
        if (value is { } figure)
        {
            var reports = await PrintingAsync(db, figure, ct);
            asked = asked.Where(submission => reports.Contains(submission.ReportId));
        }

        if (after is { } last)
        {
            asked = asked.Where(submission => submission.Number < last);
        }

        var found = await asked.OrderByDescending(submission => submission.Number).Take(KeyPage.MostRows + 1).ToListAsync(ct);
        return KeyPage.Of(await RowsAsync(db, found, ct), KeyPage.MostRows, row => row.Submission.Number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Returns the sendings of one document, the newest first.</summary>
    public static async Task<IReadOnlyList<Submission>> OfReportAsync(LanshaoContext db, Guid report, CancellationToken ct) =>
        await db.Set<Submission>().AsNoTracking().Where(submission => submission.ReportId == report).OrderByDescending(submission => submission.Number).Take(KeyPage.MostRows).ToListAsync(ct);

    /// <summary>Returns one sending; RPT-064 for none.</summary>
    public static async Task<Outcome<SubmissionRow>> FindAsync(LanshaoContext db, Guid id, CancellationToken ct)
    {
        var found = await db.Set<Submission>().AsNoTracking().Include(submission => submission.Corrections).Where(submission => submission.Id == id).ToListAsync(ct);
        return found.Count == 0 ? Refusal.NotFound("RPT-064") : (await RowsAsync(db, found, ct))[0];
    }

    /// <summary>Returns the documents that print a stored value or another version of it, alone or among others.</summary>
    internal static async Task<IReadOnlyList<Guid>> PrintingAsync(LanshaoContext db, Guid value, CancellationToken ct)
    {
        var versions = (await FigureQueries.HistoryAsync(db, value, ct)).Select(version => version.Id).Append(value).Distinct().ToList();
        var shown = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ValueId != null && versions.Contains(fact.ValueId.Value)).Select(fact => fact.ReportId).Distinct().ToListAsync(ct);
        foreach (var version in versions.Select(version => version.ToString("D")))
        {
            shown.AddRange(await db.Set<Fact>().AsNoTracking().Where(fact => fact.OtherValueIds.Contains(version)).Select(fact => fact.ReportId).Distinct().ToListAsync(ct));
        }

        return [.. shown.Distinct()];
    }

    private static async Task<List<SubmissionRow>> RowsAsync(LanshaoContext db, List<Submission> submissions, CancellationToken ct)
    {
        var ids = submissions.Select(submission => submission.ReportId).Distinct().ToList();
        var reports = await db.Set<Report>().AsNoTracking().Where(report => ids.Contains(report.Id)).ToDictionaryAsync(report => report.Id, ct);
        var figures = await db.Set<Fact>().AsNoTracking().Where(fact => ids.Contains(fact.ReportId)).GroupBy(fact => fact.ReportId).Select(facts => new { facts.Key, Count = facts.Count() }).ToDictionaryAsync(facts => facts.Key, facts => facts.Count, ct);
        var ended = (await db.Set<Fact>().AsNoTracking().Where(fact => ids.Contains(fact.ReportId))
            .Join(db.Set<IndicatorValue>().Where(value => value.EndedUtc != null), fact => fact.ValueId, value => (Guid?)value.Id, (fact, value) => new { fact.ReportId, value.Id, value.EndedUtc })
            .Distinct().ToListAsync(ct)).ToLookup(value => value.ReportId, value => value.EndedUtc!.Value);
        return submissions.ConvertAll(submission => new SubmissionRow(
            submission,
            reports[submission.ReportId],
            figures.GetValueOrDefault(submission.ReportId),
            ended[submission.ReportId].Count(at => at > KnownUtc(submission, reports[submission.ReportId]))));
    }

    // The recipients know the figures as they were when the document was made, or as the newest correction gave them.
    private static DateTime KnownUtc(Submission submission, Report report) => submission.LastCorrection?.MadeAtUtc ?? report.MadeAtUtc;
}
