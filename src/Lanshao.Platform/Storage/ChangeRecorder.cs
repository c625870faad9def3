using System.Globalization;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lanshao.Platform.Storage;

/// <summary>Writes the change feed and the audit chain for everything that is about to be saved and was detected, in the same transaction.</summary>
internal static class ChangeRecorder
{
    public static async Task RecordAsync(LanshaoContext db, IReadOnlyList<BulkChange> bulk, Actor actor, DateTime atUtc, string action, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            entry.Property(e => e.Version).CurrentValue++;
        }

        var entries = db.ChangeTracker.Entries().Where(IsRecorded).ToList();
        if (entries.Count == 0 && bulk.Count == 0)
        {
            return;
        }

        await db.TakeTurnAsync("chain", ct);
        var last = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(a => a.Seq).Select(a => new { a.Seq, a.Hash }).FirstOrDefaultAsync(ct);
        var feed = await db.Set<Change>().AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(ct);
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? AuditEntry.Genesis);

        // Sorted, so that the same actions give the same chain whatever order the change tracker keeps.
        foreach (var draft in Drafts(entries, bulk).OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            var entry = AuditEntry.Follow(++seq, hash, atUtc, actor.Id, action, draft.Room, draft.Kind, draft.Key, draft.Content);
            hash = entry.Hash;
            db.Add(entry);
            db.Add(new Change(++feed, draft.Room, draft.Kind, draft.Key, draft.FromOn, draft.ToOn, atUtc));
        }
    }

    public static string KeyOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey() ?? throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} has no key.");
        return string.Join('/', key.Properties.Select(p => entry.Property(p.Name) is { IsTemporary: false } member
            ? Canonical.Text(member.Metadata, member.CurrentValue) ?? string.Empty
            : throw new InvalidOperationException($"{entry.Metadata.ClrType.Name}: keys are made by us, not by the store.")));
    }

    // The feed and the chain do not record themselves; leases, cursors and other marks of the machinery are not news.
    private static bool IsRecorded(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not AuditEntry and not Change and not IUnrecorded;

    private static IEnumerable<Draft> Drafts(List<EntityEntry> entries, IReadOnlyList<BulkChange> bulk)
    {
        foreach (var entry in entries)
        {
            var span = entry.Entity as ISpanned;
            yield return new(RoomOf(entry.Metadata.ClrType), entry.Metadata.ClrType.Name, KeyOf(entry), Canonical.Content(entry), span?.AffectedFromOn, span?.AffectedToOn);
        }

        foreach (var change in bulk)
        {
            yield return new(change.Room, change.Kind, change.Key, Canonical.Content(change), change.FromOn, change.ToOn);
        }
    }

    private static string RoomOf(Type type)
    {
        var parts = (type.Namespace ?? string.Empty).Split('.');
        return parts.Length > 2 ? parts[2] : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{type} lies in no room."));
    }

    private sealed record Draft(string Room, string Kind, string Key, string Content, DateOnly? FromOn, DateOnly? ToOn);
}
