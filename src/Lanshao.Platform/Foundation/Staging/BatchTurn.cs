using System.Globalization;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Turns a batch forwards or backwards: state, room and audit chain in one transaction, and only while the store still holds what the batch believes.</summary>
/// <param name="UseCase">Recorded as the action.</param>
/// <param name="Mark">Changes the batch's state, or refuses.</param>
/// <param name="Changes">What the room is asked to write.</param>
/// <param name="MovedCode">The refusal when the store holds something else by now.</param>
internal sealed record BatchTurn(
    string UseCase,
    Func<ImportBatch, Actor, DateTime, Outcome<ImportBatch>> Mark,
    Func<LanshaoContext, ImportBatch, CancellationToken, Task<List<ImportKind.StagedChange>>> Changes,
    string MovedCode)
{
    public async Task<Outcome<ImportBatch>> RunAsync(LanshaoContext db, ImportKind kind, Guid batchId, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == batchId && b.Kind == kind.Code, ct) is not { } batch)
        {
            return Refusal.NotFound("IMP-003");
        }

        var now = ChinaTime.NowUtc(clock);
        var outcome = Mark(batch, actor, now);
        if (!outcome.IsRefused && await WriteAsync(db, kind, batch, actor, now, ct) is { } refusal)
        {
            outcome = refusal;
        }

        var saved = await db.SaveAsync(outcome, actor, clock, ct, UseCase);
        if (!saved.IsRefused)
        {
            await write.CommitAsync(ct);
        }

        return saved;
    }

    private async Task<Refusal?> WriteAsync(LanshaoContext db, ImportKind kind, ImportBatch batch, Actor actor, DateTime atUtc, CancellationToken ct)
    {
        var changes = await Changes(db, batch, ct);
        var current = await kind.CurrentAsync(db, batch.Target, changes.ConvertAll(c => c.Key), ct);
        var moved = changes.FindAll(c => current.GetValueOrDefault(c.Key) is var held && held != c.Before && !(kind.LiesApart && held == c.After));
        return moved.Count > 0
            ? Refusal.Conflict(MovedCode, ("rows", moved.Count.ToString(CultureInfo.InvariantCulture)), ("key", moved[0].Key))
            : await kind.WriteAsync(db, batch, changes, actor, atUtc, ct);
    }
}
