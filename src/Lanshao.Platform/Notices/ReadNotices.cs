using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Notices;

/// <summary>标为已读: what was shown has been read; what was read before stays as it was.</summary>
public static class ReadNotices
{
    /// <summary>As many as a page shows.</summary>
    public const int Most = 200;

    /// <param name="Notices">What was shown.</param>
    public sealed record Request(IReadOnlyCollection<Guid> Notices);

    /// <summary>Returns how many are read that were not.</summary>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var ids = request.Notices.Take(Most).ToList();
        var unread = await db.Set<Notice>().Where(notice => ids.Contains(notice.Id) && notice.ReadUtc == null).ToListAsync(ct);
        foreach (var notice in unread)
        {
            notice.Read(actor.Id, ChinaTime.NowUtc(clock));
        }

        return await db.SaveAsync<int>(unread.Count, actor, clock, ct);
    }
}
