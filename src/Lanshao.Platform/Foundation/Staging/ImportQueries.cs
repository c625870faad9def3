using System.Globalization;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>What pages and endpoints ask about imports.</summary>
public static class ImportQueries
{
    public static Task<ImportBatch?> FindAsync(LanshaoContext db, Guid batchId, CancellationToken ct) =>
        db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct);

    /// <summary>Returns the newest batches first; <paramref name="after"/> is the last id of the page before.</summary>
    public static async Task<KeyPage<ImportBatch>> ListAsync(LanshaoContext db, string? kind, Guid? after, int size, CancellationToken ct)
    {
        var query = db.Set<ImportBatch>().AsNoTracking().Where(b => kind == null || b.Kind == kind);
        if (after is { } last && await FindAsync(db, last, ct) is { } mark)
        {
            query = query.Where(b => b.PreviewedUtc < mark.PreviewedUtc || (b.PreviewedUtc == mark.PreviewedUtc && b.Id.CompareTo(mark.Id) < 0));
        }

        var rows = await query.OrderByDescending(b => b.PreviewedUtc).ThenByDescending(b => b.Id).Take(size + 1).ToListAsync(ct);
        return KeyPage.Of(rows, size, b => b.Id.ToString("D"));
    }

    /// <summary>Returns a batch's rows in the order of the file; <paramref name="after"/> is the last seq of the page before.</summary>
    public static async Task<KeyPage<ImportRow>> RowsAsync(LanshaoContext db, Guid batchId, ImportAction? action, int after, int size, CancellationToken ct)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.BatchId == batchId && r.Seq > after && (action == null || r.Action == action))
            .OrderBy(r => r.Seq).Take(size + 1).ToListAsync(ct);
        return KeyPage.Of(rows, size, r => r.Seq.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Returns the first rows of a batch with one of several actions, in the order of the file.</summary>
    public static async Task<IReadOnlyList<ImportRow>> RowsAsync(LanshaoContext db, Guid batchId, IReadOnlyCollection<ImportAction> actions, int most, CancellationToken ct) =>
        await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == batchId && actions.Contains(r.Action)).OrderBy(r => r.Seq).Take(most).ToListAsync(ct);

    /// <summary>Returns what becomes of the row with a key, by batch.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ImportAction>> ActionsAsync(LanshaoContext db, IReadOnlyCollection<Guid> batches, string key, CancellationToken ct) =>
        await db.Set<ImportRow>().AsNoTracking().Where(r => batches.Contains(r.BatchId) && r.Key == key).ToDictionaryAsync(r => r.BatchId, r => r.Action, ct);

    /// <summary>Narrows rows to those that change something when the batch is applied.</summary>
    internal static IQueryable<ImportRow> Changing(this IQueryable<ImportRow> rows) =>
        rows.Where(r => r.Action == ImportAction.Add || r.Action == ImportAction.Change || r.Action == ImportAction.Remove);
}
