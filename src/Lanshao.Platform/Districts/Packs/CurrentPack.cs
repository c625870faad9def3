using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Finds the pack in force: the only configuration that the running program reads.</summary>
public static class CurrentPack
{
    private const int MostKept = 8;

    // A pack is immutable and named by its content, so one copy serves every store of the process.
    private static readonly ConcurrentDictionary<(int Number, string Hash), Pack> Kept = [];

    /// <summary>Reads the highest revision; PACK-021 where none was applied.</summary>
    public static async Task<Outcome<Pack>> ReadAsync(LanshaoContext db, CancellationToken ct)
    {
        var latest = await db.Set<PackRevision>().AsNoTracking().OrderByDescending(revision => revision.Number)
            .Select(revision => new { revision.Number, revision.ContentHash }).FirstOrDefaultAsync(ct);
        return latest is null ? Refusal.NotFound("PACK-021") : await ReadAsync(db, latest.Number, latest.ContentHash, ct);
    }

    /// <summary>Reads one revision, in force or older; PACK-024 where there is none of that number.</summary>
    public static async Task<Outcome<Pack>> ReadAsync(LanshaoContext db, int number, CancellationToken ct) =>
        await db.Set<PackRevision>().AsNoTracking().Where(revision => revision.Number == number).Select(revision => revision.ContentHash).SingleOrDefaultAsync(ct) is { } hash
            ? await ReadAsync(db, number, hash, ct)
            : Refusal.NotFound("PACK-024", ("revision", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Returns all revisions, the newest first.</summary>
    public static Task<List<PackRevision>> RevisionsAsync(LanshaoContext db, CancellationToken ct) =>
        db.Set<PackRevision>().AsNoTracking().OrderByDescending(revision => revision.Number).Take(KeyPage.MostRows).ToListAsync(ct);

    private static async Task<Pack> ReadAsync(LanshaoContext db, int number, string hash, CancellationToken ct)
    {
        if (Kept.TryGetValue((number, hash), out var kept))
        {
            return kept;
        }

        var files = await db.Set<PackRevisionFile>().AsNoTracking().Where(file => file.Revision == number).ToListAsync(ct);
        var pack = new Pack(new PackFiles(files.Select(file => new PackFile(file.Path, file.Content))), number);
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd((number, hash), pack);
    }
}
