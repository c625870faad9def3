using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Declares a proof void: 作废佐证.</summary>
public static class VoidEvidence
{
    public static async Task<Outcome<Evidence>> RunAsync(LanshaoContext db, Guid evidence, string reason, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await db.Set<Evidence>().SingleOrDefaultAsync(e => e.Id == evidence, ct) is { } known
            ? await db.SaveAsync(known.Void(reason, actor, ChinaTime.NowUtc(clock)), actor, clock, ct)
            : Refusal.NotFound("PRG-014");
}
