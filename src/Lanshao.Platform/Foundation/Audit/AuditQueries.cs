using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Audit;

/// <summary>Which links of the chain are asked for; null asks for all.</summary>
/// <param name="Actor">Id of who did it.</param>
/// <param name="Room">The room of the thing.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="FromOn">The first civil day.</param>
/// <param name="ToOn">The last civil day.</param>
public sealed record AuditFilter(string? Actor = null, string? Room = null, string? Kind = null, string? Key = null, DateOnly? FromOn = null, DateOnly? ToOn = null)
{
    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> links)
    {
        DateTime? from = FromOn is { } first ? ChinaTime.StartUtc(first) : null;
        DateTime? to = ToOn is { } last && last < DateOnly.MaxValue ? ChinaTime.StartUtc(last.AddDays(1)) : null;
        return links.Where(a => (Actor == null || a.Actor == Actor) && (Room == null || a.Room == Room) && (Kind == null || a.Kind == Kind) && (Key == null || a.Key == Key))
            .Where(a => (from == null || a.AtUtc >= from) && (to == null || a.AtUtc < to));
    }
}

/// <summary>What pages ask of the audit chain.</summary>
public static class AuditQueries
{
    /// <summary>Returns the newest links first; <paramref name="before"/> is the last number of the page before.</summary>
    public static async Task<KeyPage<AuditEntry>> ListAsync(LanshaoContext db, AuditFilter filter, long? before, int size, CancellationToken ct)
    {
        var rows = await filter.Of(db.Set<AuditEntry>().AsNoTracking()).Where(a => before == null || a.Seq < before).OrderByDescending(a => a.Seq).Take(size + 1).ToListAsync(ct);
        return KeyPage.Of(rows, size, a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a.Seq}"));
    }

    public static Task<AuditEntry?> FindAsync(LanshaoContext db, long seq, CancellationToken ct) => db.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(a => a.Seq == seq, ct);

    /// <summary>Returns the number of the newest link; 0 of an empty chain.</summary>
    public static Task<long> NewestAsync(LanshaoContext db, CancellationToken ct) => db.Set<AuditEntry>().AsNoTracking().OrderByDescending(a => a.Seq).Select(a => a.Seq).FirstOrDefaultAsync(ct);
}
