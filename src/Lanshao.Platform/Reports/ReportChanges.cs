using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Compares a kept report with what it would say now, or with another version; and looks whether a signed one is still as it was.</summary>
public static class ReportChanges
{
    /// <summary>Returns what the report says; RPT-018 where there is none, RPT-026 where only its file was kept.</summary>
    public static async Task<Outcome<ReportContent>> ContentAsync(LanshaoContext db, FileStore files, Guid id, CancellationToken ct)
    {
        var found = await ReportQueries.FindAsync(db, id, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        await using var stream = found.Value.ContentSha256 is { } hash ? files.OpenRead(hash) : null;
        return stream is not null && await ReportContent.ReadAsync(stream, ct) is { } content ? content : Refusal.NotFound("RPT-026", ("number", Number(found.Value)));
    }

    /// <summary>Compares the report with what the same template gives from the data as they are now.</summary>
    public static async Task<Outcome<ReportDifference>> SinceAsync(LanshaoContext db, FileStore files, Guid id, DateTime nowUtc, CancellationToken ct)
    {
        var (found, content) = (await ReportQueries.FindAsync(db, id, ct), await ContentAsync(db, files, id, ct));
        if (content.IsRefused)
        {
            return content.Refusal;
        }

        var now = await ReportDraft.ReadAsync(db, found.Value!.Scope, content.Value.Template, nowUtc, ct);
        return now.IsRefused ? now.Refusal : ReportDifference.Between(content.Value, now.Value.Content);
    }

    /// <summary>Compares two versions.</summary>
    public static async Task<Outcome<ReportDifference>> BetweenAsync(LanshaoContext db, FileStore files, Guid before, Guid now, CancellationToken ct)
    {
        var one = await ContentAsync(db, files, before, ct);
        var other = await ContentAsync(db, files, now, ct);
        return one.IsRefused ? one.Refusal : other.IsRefused ? other.Refusal : ReportDifference.Between(one.Value, other.Value);
    }

    /// <summary>Says whether file, content and facts of a signed report are what was signed.</summary>
    public static async Task<bool> IsIntactAsync(LanshaoContext db, FileStore files, Report report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ReportId == report.Id).ToListAsync(ct);
        return report.SealSha256 == report.Seal()
            && Report.DigestOf(facts) == report.FactsSha256
            && await files.VerifyAsync(report.FileSha256, ct)
            && (report.ContentSha256 is null || await files.VerifyAsync(report.ContentSha256, ct));
    }

    private static string Number(Report report) => report.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
