using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Takes an applied batch back: 撤销导入. IMP-006 when somebody has changed one of its rows since.</summary>
public static class UndoImport
{
    private static readonly BatchTurn Backwards = new(nameof(UndoImport), (batch, actor, atUtc) => batch.Undo(actor, atUtc), ChangesAsync, "IMP-006");

    public static Task<Outcome<ImportBatch>> RunAsync(LanshaoContext db, ImportKind kind, Guid batchId, Actor actor, TimeProvider clock, CancellationToken ct) =>
        Backwards.RunAsync(db, kind, batchId, actor, clock, ct);

    private static async Task<List<ImportKind.StagedChange>> ChangesAsync(LanshaoContext db, ImportBatch batch, CancellationToken ct)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == batch.Id).Changing().OrderByDescending(r => r.Seq).ToListAsync(ct);
        var origins = await EarlierOriginsAsync(db, batch, ct);
        return rows.ConvertAll(r => new ImportKind.StagedChange(r.Key, r.After, r.Before, r.Before is null ? null : origins.GetValueOrDefault((r.Key, r.Before))));
    }

    // Where the values that come back were brought in: the newest other import of the target that said the same.
    private static async Task<Dictionary<(string Key, string Text), RowOrigin>> EarlierOriginsAsync(LanshaoContext db, ImportBatch batch, CancellationToken ct)
    {
        var keys = db.Set<ImportRow>().Where(r => r.BatchId == batch.Id && r.Before != null).Changing().Select(r => r.Key);
        var earlier = await (from row in db.Set<ImportRow>().AsNoTracking().Changing()
                             join other in db.Set<ImportBatch>() on row.BatchId equals other.Id
                             where other.Kind == batch.Kind && other.Target == batch.Target && other.State == ImportState.Applied && other.Id != batch.Id
                                 && row.After != null && keys.Contains(row.Key)
                             orderby other.AppliedUtc, row.Seq
                             select new { row.Key, row.After, row.BatchId, row.Seq, row.Position, row.SourceCells, other.FileSha256 }).ToListAsync(ct);
        var origins = new Dictionary<(string, string), RowOrigin>();
        foreach (var row in earlier)
        {
            origins[(row.Key, row.After!)] = new(row.BatchId, row.Seq, row.Position, row.FileSha256) { Cells = row.SourceCells };
        }

        return origins;
    }
}
