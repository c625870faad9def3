using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Writes a previewed batch into its room: 确认导入. IMP-005 when the store has moved on since the preview.</summary>
public static class ApplyImport
{
    private static readonly BatchTurn Forwards = new(nameof(ApplyImport), (batch, actor, atUtc) => batch.Apply(actor, atUtc), ChangesAsync, "IMP-005");

    public static async Task<Outcome<ImportBatch>> RunAsync(LanshaoContext db, ImportKind kind, Guid batchId, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var waiting = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId && b.Kind == kind.Code && b.State == ImportState.Previewed, ct);
        return waiting is not null && await kind.Prepare(db, waiting, actor, clock, ct) is { } refusal ? refusal : await Forwards.RunAsync(db, kind, batchId, actor, clock, ct);
    }

    private static async Task<List<ImportKind.StagedChange>> ChangesAsync(LanshaoContext db, ImportBatch batch, CancellationToken ct) =>
        (await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == batch.Id).Changing().OrderBy(r => r.Seq).ToListAsync(ct))
        .ConvertAll(r => new ImportKind.StagedChange(r.Key, r.Before, r.After, r.After is null ? null : new(batch.Id, r.Seq, r.Position, batch.FileSha256) { Cells = r.SourceCells }));
}
