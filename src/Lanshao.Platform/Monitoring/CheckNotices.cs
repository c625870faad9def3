using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>登记核对: a post has looked at some notices of the device side, and says what it found.</summary>
public static class CheckNotices
{
    private const int MostTogether = 100;

    public sealed record Request(IReadOnlyList<string> Notices, string Note, string Post);

    /// <returns>How many were checked; MON-119 where none is chosen or one is not there, MON-120 without a note, MON-054 without a post.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var keys = request.Notices.Distinct().Take(MostTogether + 1).Select(NoticeKey.Parse).ToList();
        if (keys.Count is 0 or > MostTogether || !await AreThereAsync(stores, keys, ct))
        {
            return Refusal.NotFound("MON-119", ("most", $"{MostTogether}"));
        }

        if (request.Note.Length is 0 or > NoticeCheck.LongestNote)
        {
            return Refusal.Invalid("MON-120", ("most", $"{NoticeCheck.LongestNote}"));
        }

        if (request.Post.Length is 0 or > NoticeCheck.LongestPost)
        {
            return Refusal.Invalid("MON-054", ("most", $"{NoticeCheck.LongestPost}"));
        }

        db.AddRange(keys.Select(key => NoticeCheck.Of(key!, request.Note, request.Post, actor, ChinaTime.NowUtc(clock))));
        return await db.SaveAsync(actor, clock, ct) is { } refusal ? refusal : keys.Count;
    }

    /// <summary>Returns the last check of each notice that was checked since an instant.</summary>
    public static async Task<IReadOnlyDictionary<NoticeKey, NoticeCheck>> LastAsync(LanshaoContext db, DateTime sinceUtc, string? mn, CancellationToken ct)
    {
        var checks = await db.Set<NoticeCheck>().AsNoTracking().Where(check => check.CheckedUtc >= sinceUtc && (mn == null || check.Mn == mn)).OrderBy(check => check.CheckedUtc).ToListAsync(ct);
        return checks.GroupBy(check => check.Key).ToDictionary(same => same.Key, same => same.Last());
    }

    private static async Task<bool> AreThereAsync(MonitoringStores stores, List<NoticeKey?> keys, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        var devices = keys.Select(key => key?.Mn).OfType<string>().Distinct().ToList();
        var known = (await series.Set<DeviceNotice>().AsNoTracking().Where(notice => devices.Contains(notice.Mn)).ToListAsync(ct)).Select(NoticeKey.Of)
            .Concat((await series.Set<WaitingParts>().AsNoTracking().Where(parts => devices.Contains(parts.Mn)).ToListAsync(ct)).Select(NoticeKey.Of)).ToHashSet();
        return keys.TrueForAll(key => key is not null && known.Contains(key));
    }
}
