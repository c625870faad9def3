using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Renders the annexes of the half-year report, keeps the file and freezes its facts.</summary>
public static class RenderHalfYearReport
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SampleMark = "演示数据";

    /// <summary>The media type of the rendered file.</summary>
    public static string MediaType => WordType;

    /// <summary>A rendered report.</summary>
    /// <param name="Report">What was kept.</param>
    /// <param name="File">The Word file.</param>
    /// <param name="Annexes">The annexes in order.</param>
    /// <param name="Findings">What a careful clerk would ask before it goes out.</param>
    public sealed record Rendered(Report Report, byte[] File, IReadOnlyList<ReportAnnex> Annexes, IReadOnlyList<Finding> Findings);

    /// <summary>Renders a half-year. RPT-011 for a period that is no half-year, RPT-012 where the period has no figures at all.</summary>
    public static async Task<Outcome<Rendered>> RunAsync(LanshaoContext db, FileStore files, Period period, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var collected = await HalfYearAnnexes.ReadAsync(db, period, ct);
        return collected.IsRefused ? collected.Refusal : await KeepAsync(db, files, collected.Value, actor, clock, ct);
    }

    private static async Task<Outcome<Rendered>> KeepAsync(LanshaoContext db, FileStore files, HalfYearAnnexes annexes, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var nowUtc = ChinaTime.NowUtc(clock);
        var bytes = HalfYearFile.Write(annexes.Title, annexes.All, annexes.IsSample ? SampleMark : null, nowUtc);
        await using var write = await db.BeginWriteAsync(ct);
        var number = await db.Set<Report>().Where(report => report.Kind == ReportKind.HalfYear && report.Period == annexes.Period).MaxAsync(report => (int?)report.Number, ct) ?? 0;
        var stored = await files.PutAsync(db, IncomingFile.Of(annexes.Title + ".docx", bytes), WordType, actor, clock, ct);
        var content = new Report.Content(annexes.Title, stored.Sha256, [.. annexes.All.SelectMany(annex => annex.Drafts)]);
        var report = Report.Keep(ReportKind.HalfYear, annexes.Period, number + 1, content, annexes.PackRevision, actor, nowUtc);
        db.Add(report);
        if (await db.SaveAsync(actor, clock, ct) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(ct);
        return new Rendered(report, bytes, annexes.All, annexes.Findings);
    }
}
