using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Notices;

/// <summary>Which notices a list shows.</summary>
/// <param name="IsOpen">Only what nobody has taken yet.</param>
/// <param name="IsUnread">Only what nobody has read yet.</param>
/// <param name="Post">Only what this post was told; null for all.</param>
public sealed record NoticeFilter(bool IsOpen = false, bool IsUnread = false, string? Post = null);

/// <summary>The place of a notice in the list.</summary>
public sealed record NoticeKey(DateTime SentUtc, string Subject)
{
    /// <summary>Returns the key as addresses carry it.</summary>
    public static string Of(Notice notice) => string.Create(CultureInfo.InvariantCulture, $"{(notice.SentUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond}~{notice.Subject}");

    /// <summary>Reads it; null for a broken one.</summary>
    public static NoticeKey? Parse(string? text) =>
        text?.Split('~', 2) is [var at, var subject] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < Latest ? new(DateTime.UnixEpoch.AddMilliseconds(milliseconds), subject) : null;

    private const long Latest = 250_000_000_000_000;
}

/// <summary>How many lie in the box.</summary>
public sealed record NoticeCounts(int Unread, int Open, int SentSince);

/// <summary>What pages and rooms ask of the box.</summary>
public static class NoticeBook
{
    /// <summary>Returns the newest notices after a key, the newest first.</summary>
    public static async Task<List<Notice>> ListAsync(LanshaoContext db, NoticeFilter filter, NoticeKey? after, int most, CancellationToken ct)
    {
        var notices = db.Set<Notice>().AsNoTracking();
        notices = filter.IsOpen ? notices.Where(notice => notice.TakenUtc == null) : notices;
        notices = filter.IsUnread ? notices.Where(notice => notice.ReadUtc == null) : notices;
        if (filter.Post is { } post)
        {
            var (first, last, between) = (post + Notice.BetweenPosts, Notice.BetweenPosts + post, Notice.BetweenPosts + post + Notice.BetweenPosts);
            notices = notices.Where(notice => notice.Post == post || notice.Post.StartsWith(first) || notice.Post.EndsWith(last) || notice.Post.Contains(between));
        }

        notices = after is { SentUtc: var atUtc, Subject: var subject } ? notices.Where(notice => notice.SentUtc < atUtc || (notice.SentUtc == atUtc && string.Compare(notice.Subject, subject) < 0)) : notices;
        return await notices.OrderByDescending(notice => notice.SentUtc).ThenByDescending(notice => notice.Subject).Take(most).ToListAsync(ct);
    }

    public static async Task<NoticeCounts> CountsAsync(LanshaoContext db, DateTime sinceUtc, CancellationToken ct)
    {
        var notices = db.Set<Notice>().AsNoTracking();
        return new(await notices.CountAsync(notice => notice.ReadUtc == null, ct), await notices.CountAsync(notice => notice.TakenUtc == null, ct), await notices.CountAsync(notice => notice.SentUtc >= sinceUtc, ct));
    }

    /// <summary>Returns who was told about something, in order.</summary>
    public static async Task<IReadOnlyList<Notice>> AboutAsync(LanshaoContext db, string subject, CancellationToken ct) =>
        await db.Set<Notice>().AsNoTracking().Where(notice => notice.Subject == subject).OrderBy(notice => notice.SentUtc).ToListAsync(ct);

    /// <summary>Notes that a post took what notices are about; saved with what their room changes.</summary>
    public static async Task TakeAsync(LanshaoContext db, string subject, string post, Actor actor, DateTime atUtc, CancellationToken ct)
    {
        foreach (var notice in await db.Set<Notice>().Where(notice => notice.Subject == subject && notice.TakenUtc == null).ToListAsync(ct))
        {
            notice.Take(post, actor.Id, atUtc);
        }
    }
}
