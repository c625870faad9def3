using Lanshao.Documents.Blocks;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>What the district's own figures say about the period that a document names.</summary>
public static class OwnFigures
{
    private const int HeadLines = 6;

    /// <summary>Reads them; null where the document names no period or nothing can be said about it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="document">The document, read.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<ReportDraft?> ReadAsync(LanshaoContext db, SourceDocument document, DateTime nowUtc, CancellationToken ct) =>
        await ScopeOfAsync(db, document, ct) is { } scope ? (await ReportDraft.ReadWordsAsync(db, scope, null, nowUtc, ct)).Value : null;

    // What was made here is known by its title, of whatever kind it is; of others the title names the period.
    private static async Task<ReportScope?> ScopeOfAsync(LanshaoContext db, SourceDocument document, CancellationToken ct)
    {
        var heads = HeadsOf(document);
        if (await db.Set<Report>().AsNoTracking().Where(report => heads.Contains(report.Title)).OrderByDescending(report => report.MadeAtUtc).FirstOrDefaultAsync(ct) is { } kept)
        {
            return kept.Scope;
        }

        return DocumentChecker.PeriodOf(document) is { } period ? ReportScope.Of(period) : null;
    }

    /// <summary>The first lines of a document, among which its title stands.</summary>
    internal static IReadOnlyList<string> HeadsOf(SourceDocument document) => [.. document.Paragraphs.Where(paragraph => !paragraph.IsEmpty).Take(HeadLines).Select(paragraph => paragraph.Text.Trim())];
}
