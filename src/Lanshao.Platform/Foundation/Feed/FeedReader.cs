using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Foundation.Feed;

/// <summary>Hands the change feed to its consumers. Any number of processes may run one; each chunk is taken by one of them.</summary>
public sealed class FeedReader(Store store, IReadOnlyList<FeedConsumer> consumers, TimeProvider clock, ILogger<FeedReader> log)
{
    private const int ChunkSize = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>Reads until stopped. A consumer that stumbles is tried again and does not hold up the others.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var moved = false;
            foreach (var consumer in consumers)
            {
                try
                {
                    moved |= await RunOnceAsync(consumer, ct);
                }
                catch (OperationCanceledException) when (ct.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception stumble)
                {
                    // The outermost loop: the cursor has not moved, so nothing is lost.
                    log.LogError(stumble, "Consumer {Consumer} stumbled", consumer.Name);
                }
            }

            if (!moved)
            {
                await Task.Delay(Idle, clock, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Hands one chunk to one consumer.</summary>
    /// <returns>Whether the cursor moved.</returns>
    public async Task<bool> RunOnceAsync(FeedConsumer consumer, CancellationToken ct)
    {
        await using var db = store.NewContext();
        if (await LagAsync(db, consumer.Name, ct) == 0)
        {
            return false;
        }

        await using var write = await db.BeginWriteAsync(ct);
        await db.TakeTurnAsync($"feed:{consumer.Name}", ct);
        var at = await CursorAsync(db, consumer.Name, ct);
        var chunk = await db.Set<Change>().AsNoTracking().Where(c => c.Sequence > at).OrderBy(c => c.Sequence).Take(ChunkSize).ToListAsync(ct);
        if (chunk.Count == 0)
        {
            return false;
        }

        var wanted = consumer.Rooms is null ? chunk : chunk.FindAll(c => consumer.Rooms.Contains(c.Room));
        if (wanted.Count > 0)
        {
            await consumer.HandleAsync(db, wanted, clock, ct);
        }

        await MoveAsync(db, consumer.Name, chunk[^1].Sequence, ct);
        await write.CommitAsync(ct);
        return true;
    }

    /// <summary>Returns how many changes a consumer has not seen.</summary>
    public static async Task<long> LagAsync(LanshaoContext db, string consumer, CancellationToken ct) =>
        await db.Set<Change>().AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(ct) - await CursorAsync(db, consumer, ct);

    private static Task<long> CursorAsync(LanshaoContext db, string consumer, CancellationToken ct) =>
        db.Set<FeedCursor>().AsNoTracking().Where(c => c.Consumer == consumer).Select(c => c.Sequence).FirstOrDefaultAsync(ct);

    private async Task MoveAsync(LanshaoContext db, string consumer, long sequence, CancellationToken ct)
    {
        if (await db.Set<FeedCursor>().SingleOrDefaultAsync(c => c.Consumer == consumer, ct) is { } cursor)
        {
            cursor.MoveTo(sequence);
        }
        else
        {
            db.Add(new FeedCursor(consumer, sequence));
        }

        if (await db.SaveAsync(Actor.System, clock, ct) is { } refusal)
        {
            throw new InvalidOperationException($"The cursor of {consumer} could not be moved: {refusal.Code}.");
        }
    }
}
