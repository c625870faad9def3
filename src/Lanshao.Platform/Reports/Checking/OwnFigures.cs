using Lanshao.Documents.Blocks;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>What the district's own figures say about the period that a document names.</summary>
public static class OwnFigures
{
    /// <summary>Reads them; null where the document names no period or nothing can be said about it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="document">The document, read.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<ReportDraft?> ReadAsync(LanshaoContext db, SourceDocument document, DateTime nowUtc, CancellationToken ct) =>
        DocumentChecker.PeriodOf(document) is { } period ? (await ReportDraft.ReadWordsAsync(db, ReportScope.Of(period), null, nowUtc, ct)).Value : null;
}
