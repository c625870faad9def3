using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Sending;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>A report with its steps, what it says, and what would read differently now or reads differently in another version.</summary>
/// <param name="Report">The report with its steps.</param>
/// <param name="Others">The other renderings of the same kind and period, the newest first.</param>
/// <param name="With">The version that it is compared with; null for the data as they are now.</param>
/// <param name="Content">What it says; refused where only the file was kept.</param>
/// <param name="Changes">What reads differently.</param>
/// <param name="IsIntact">Whether a signed report is as it was signed; null before.</param>
/// <param name="Submissions">Where it was sent, the newest first.</param>
internal sealed record ReportView(Report Report, IReadOnlyList<Report> Others, Report? With, Outcome<ReportContent> Content, Outcome<ReportDifference> Changes, bool? IsIntact, IReadOnlyList<Submission> Submissions)
{
    public static async Task<Outcome<ReportView>> LoadAsync(LanshaoContext db, FileStore files, string id, string? with, DateTime nowUtc, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key))
        {
            return Refusal.NotFound("RPT-018");
        }

        var found = await ReportQueries.WithMovesAsync(db, key, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var report = found.Value;
        var others = (await ReportQueries.MadeAsync(db, report.Scope, ct)).Where(other => other.Id != report.Id).ToList();
        var other = Guid.TryParse(with, out var asked) ? others.Find(one => one.Id == asked) : null;
        var content = await ReportChanges.ContentAsync(db, files, report.Id, ct);
        var changes = other is null ? await ReportChanges.SinceAsync(db, files, report.Id, nowUtc, ct) : await ReportChanges.BetweenAsync(db, files, other.Id, report.Id, ct);
        bool? intact = report.SealSha256 is null ? null : await ReportChanges.IsIntactAsync(db, files, report, ct);
        return new ReportView(report, others, other, content, changes, intact, await SubmissionQueries.OfReportAsync(db, report.Id, ct));
    }

    /// <summary>Gets the keys of the sentences that read differently.</summary>
    public IReadOnlySet<string> Changed => (Changes.Value?.Sentences ?? []).Select(sentence => sentence.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Says whether a chart of the report is drawn differently.</summary>
    public bool IsRedrawn(ReportContent.Chart chart) => Changes.Value?.Charts.Any(change => change.Is(chart)) == true;

    /// <summary>Returns what reads differently as the difference of two versions.</summary>
    public IReadOnlyList<Difference> Differences(UiTexts texts) =>
    [
        .. (Changes.Value?.Sentences ?? []).Select(sentence => new Difference(sentence.Under.Length > 0 ? sentence.Under : texts["开头"], FieldOf(sentence, texts), sentence.Before, sentence.Now) { Group = texts["正文"] }),
        .. (Changes.Value?.Charts ?? []).SelectMany(chart => Points(chart, texts)),
        .. (Changes.Value?.Cells ?? []).Select(cell => new Difference(cell.Row, cell.Column.Length > 0 ? cell.Column : texts["整行"], cell.Before, cell.Now) { Group = texts["附件{0}　{1}", cell.Annex, cell.Title] }),
    ];

    private static IEnumerable<Difference> Points(ReportDifference.ChartChange chart, UiTexts texts) => chart.Points.Count == 0
        ? [new(chart.Caption, texts["整图"], chart.Before, chart.Now) { Group = chart.Caption }]
        : chart.Points.Select(point => new Difference(point.Point, point.Series.Length > 0 ? point.Series : texts["所画的数"], point.Before, point.Now) { Group = chart.Caption });

    /// <summary>Returns the steps so far, the first being that it was made.</summary>
    public IReadOnlyList<Timeline.Step> Steps(UiTexts texts) =>
    [
        new(ImportWords.Time(Report.MadeAtUtc), texts["生成，{0}", texts[StepWords.Of(DocumentStep.Drafting)]], texts[ImportWords.Who(Report.MadeBy)]),
        .. Report.Moves.OrderBy(move => move.Seq).Select(move => new Timeline.Step(
            ImportWords.Time(move.AtUtc),
            move.IsReturn ? texts["由{0}退回{1}", texts[StepWords.Of(move.FromStep)], texts[StepWords.Of(move.ToStep)]] : texts[StepWords.Of(move.ToStep)],
            texts[ImportWords.Who(move.By)],
            move.Note.Length == 0 ? null : move.Note)),
    ];

    private static string FieldOf(ReportDifference.SentenceChange sentence, UiTexts texts) =>
        sentence.Figures.Count == 0 ? texts["一句"] : string.Join('、', sentence.Figures.Take(3).Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Label}（{figure.Before ?? "—"}→{figure.Now ?? "—"}）")));
}
