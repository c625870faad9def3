using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Notices.Outward;

/// <summary>对外发送通知: each notice that goes out is a piece of work of its own, asked for when the change feed tells of it, begun again with growing pauses where nobody answers, given up after five times. It may come twice and is known by its id.</summary>
public static class SendNotice
{
    public const string Code = "notices.send";
    private const string Room = "Notices";

    // Who opens the outlet, or starts again after a night, tells nobody of what is long over.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(2);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What a piece of work is about.</summary>
    /// <param name="Notice">The notice.</param>
    public sealed record Arguments(Guid Notice);

    /// <summary>Returns the work.</summary>
    /// <param name="outlet">Where notices go.</param>
    public static JobKind KindWith(NoticeOutlet outlet) => new(Code, "对外发送通知", IsHeavy: false, async (run, ct) =>
    {
        await using var db = run.Store.NewContext();
        return await RunAsync(db, outlet, run.ArgumentsAs<Arguments>().Notice, run.Clock, ct);
    });

    /// <summary>Returns who asks for the work: it reads of new notices in the change feed.</summary>
    /// <param name="outlet">Where notices go.</param>
    /// <param name="kind">The work.</param>
    public static FeedConsumer ConsumerWith(NoticeOutlet outlet, JobKind kind) => new(Code, new HashSet<string> { Room }, async (db, changes, clock, ct) =>
    {
        var ids = changes.Where(change => change.Kind == nameof(Notice)).Select(change => Guid.Parse(change.Key)).Distinct().ToList();
        var from = ChinaTime.NowUtc(clock) - Fresh;
        foreach (var notice in await db.Set<Notice>().AsNoTracking().Where(notice => ids.Contains(notice.Id) && notice.SentUtc >= from).OrderBy(notice => notice.SentUtc).ToListAsync(ct))
        {
            if (outlet.Takes(notice))
            {
                _ = await RequestJob.RunAsync(db, kind, KeyOf(notice.Id), new Arguments(notice.Id), null, Actor.System, clock, ct);
            }
        }
    });

    /// <summary>Returns how far notices have got on their way out, by notice; those that did not go out are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Job>> OfAsync(LanshaoContext db, IReadOnlyCollection<Notice> notices, CancellationToken ct)
    {
        var keys = notices.Select(notice => KeyOf(notice.Id)).ToList();
        return (await db.Set<Job>().AsNoTracking().Where(job => job.Kind == Code && keys.Contains(job.Key)).ToListAsync(ct)).ToDictionary(job => Guid.Parse(job.Key));
    }

    /// <summary>Sends a notice; returns the status of the answer, or nothing where it lies as a file only.</summary>
    public static async Task<Outcome<string>> RunAsync(LanshaoContext db, NoticeOutlet outlet, Guid id, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id, ct) is not { } notice)
        {
            return Refusal.NotFound("ENV-073", ("id", KeyOf(id)));
        }

        var body = Body(notice);
        if (outlet.FilesPath is { } folder)
        {
            await WriteAsync(folder, notice, body, ct);
        }

        return outlet is { Url: null, FilesPath: not null } ? string.Empty
            : (await OutwardCall.PostAsync(outlet, KeyOf(id), body, ChinaTime.NowUtc(clock), ct)).Then<string>(status => status.ToString(CultureInfo.InvariantCulture));
    }

    // No more than what the post is told in the house: no person, no telephone, no address of a device.
    internal static byte[] Body(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(
        new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = KeyOf(notice.Id),
            ["subject"] = notice.Subject,
            ["post"] = notice.Post,
            ["text"] = notice.Text,
            ["urgent"] = notice.IsUrgent,
            ["sentUtc"] = notice.SentUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        },
        Plain);

    private static string KeyOf(Guid id) => id.ToString("D");

    // Whole or not at all: whoever takes files out never finds half a one.
    private static async Task WriteAsync(string folder, Notice notice, byte[] body, CancellationToken ct)
    {
        _ = Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{notice.SentUtc:yyyyMMdd'T'HHmmss'Z'}-{KeyOf(notice.Id)}.json"));
        await File.WriteAllBytesAsync(path + ".part", body, ct);
        File.Move(path + ".part", path, overwrite: true);
    }
}
