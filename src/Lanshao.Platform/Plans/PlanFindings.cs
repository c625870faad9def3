using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>The findings of an import beside their rows, and how each was settled.</summary>
public static class PlanFindings
{
    /// <summary>A finding with its place and its settlement.</summary>
    /// <param name="RowKey">The measure's id; empty for the file as a whole.</param>
    /// <param name="Position">Where the row stands in the file.</param>
    /// <param name="Finding">The finding.</param>
    /// <param name="QuestionKey">What its settlement is kept under.</param>
    /// <param name="Mark">How it was settled, by whom and when; null while it is open.</param>
    public sealed record Item(string RowKey, string Position, Finding Finding, string QuestionKey, FindingMark? Mark)
    {
        /// <summary>Gets whether a clerk is still asked; a note asks nothing.</summary>
        public bool IsOpen => Mark is null && Finding.Severity != Severity.Note;
    }

    /// <summary>Returns the findings of one batch, errors first where they stand in the same row.</summary>
    public static async Task<IReadOnlyList<Item>> OfBatchAsync(LanshaoContext db, ImportBatch batch, CancellationToken ct)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == batch.Id).OrderBy(r => r.Seq)
            .Select(r => new { r.Key, r.Position, r.Findings }).ToListAsync(ct);
        var marks = await db.Set<FindingMark>().AsNoTracking().Where(m => m.PlanCode == batch.Target).ToDictionaryAsync(m => m.QuestionKey, ct);
        var all = batch.Findings.Select(f => (Key: string.Empty, Position: f.Where ?? string.Empty, Finding: f))
            .Concat(rows.SelectMany(r => r.Findings.OrderBy(f => f.Severity).Select(f => (r.Key, r.Position, Finding: f))));
        return [.. all.Select(f => (f.Key, f.Position, f.Finding, Question: FindingMark.KeyOf(f.Key, f.Finding))).Select(f => new Item(f.Key, f.Position, f.Finding, f.Question, marks.GetValueOrDefault(f.Question)))];
    }

    /// <summary>Returns the newest applied import of a list; null where there is none.</summary>
    public static Task<ImportBatch?> CurrentBatchAsync(LanshaoContext db, string planCode, CancellationToken ct) =>
        db.Set<ImportBatch>().AsNoTracking().Where(b => b.Kind == ImportPlan.Code && b.Target == planCode && b.State == ImportState.Applied)
            .OrderByDescending(b => b.AppliedUtc).ThenByDescending(b => b.Id).FirstOrDefaultAsync(ct);
}
