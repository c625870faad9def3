using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Takes the ruling back that something is done: 撤销完成.</summary>
public static class RevokeCompletion
{
    public static async Task<Outcome<Completion>> RunAsync(LanshaoContext db, Guid completion, string reason, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await db.Set<Completion>().SingleOrDefaultAsync(c => c.Id == completion, ct) is { } ruling
            ? await db.SaveAsync(ruling.Revoke(reason, actor, ChinaTime.NowUtc(clock)), actor, clock, ct)
            : Refusal.NotFound("PRG-014");
}
