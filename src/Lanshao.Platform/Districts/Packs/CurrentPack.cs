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
