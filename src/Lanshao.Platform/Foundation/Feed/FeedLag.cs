using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Feed;

/// <summary>How far a consumer has read the change feed.</summary>
/// <param name="Consumer">Its name.</param>
/// <param name="Read">The last change that it has seen.</param>
/// <param name="Newest">The newest change of the feed.</param>
public sealed record FeedLag(string Consumer, long Read, long Newest)
{
    /// <summary>Gets how many changes it has not seen.</summary>
    public long Lag => Newest - Read;

    /// <summary>Returns every consumer of this program and every cursor that another one left, ordered by name.</summary>
    public static async Task<IReadOnlyList<FeedLag>> AllAsync(LanshaoContext db, IEnumerable<string> consumers, CancellationToken ct)
    {
        var cursors = await db.Set<FeedCursor>().AsNoTracking().ToDictionaryAsync(c => c.Consumer, c => c.Sequence, ct);
        var newest = await NewestAsync(db, ct);
        return [.. consumers.Union(cursors.Keys).Order(StringComparer.Ordinal).Select(name => new FeedLag(name, cursors.GetValueOrDefault(name), newest))];
    }

    /// <summary>Returns the newest change of the feed; 0 of an empty feed.</summary>
    public static Task<long> NewestAsync(LanshaoContext db, CancellationToken ct) =>
        db.Set<Change>().AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(ct);
}
