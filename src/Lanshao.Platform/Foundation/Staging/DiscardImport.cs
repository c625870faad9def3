using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Puts a preview aside that nobody will confirm: 放弃导入.</summary>
public static class DiscardImport
{
    public static async Task<Outcome<ImportBatch>> RunAsync(LanshaoContext db, Guid batchId, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == batchId, ct) is { } batch
            ? await db.SaveAsync(batch.Discard(actor, ChinaTime.NowUtc(clock)), actor, clock, ct)
            : Refusal.NotFound("IMP-003");
}
