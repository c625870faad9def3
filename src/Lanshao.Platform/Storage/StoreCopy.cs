using System.Data;
using System.Reflection;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lanshao.Platform.Storage;

/// <summary>Carries every row of one store into an empty other one, as it is: feed, chain and cursors too. The chain verifies after the move, because its form does not depend on the store.</summary>
internal static class StoreCopy
{
    private const int ChunkSize = 2000;

    // As long as a moment is read, no month of the series is dropped, and nothing of it put back behind the reader.
    private const string HoldMonths = "LOCK TABLE journal_frame, reading IN ACCESS SHARE MODE";
    private static readonly MethodInfo OfType = typeof(StoreCopy).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Copies some parts; both stores have this program's schema, and the target has no rows of them.</summary>
    public static async Task RunAsync(Store from, Store to, IReadOnlyCollection<DataPart> parts, CancellationToken ct)
    {
        await using var source = from.NewContext();
        await using var target = to.NewContext();

        // One moment of the source for all tables, whatever is written meanwhile.
        await using var moment = await source.Database.BeginTransactionAsync(from.Kind == StoreKind.PostgreSql ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, ct);
        if (from.Kind == StoreKind.PostgreSql)
        {
            // Before its first query, at which the moment begins.
            await source.Database.ExecuteSqlRawAsync(HoldMonths, ct);
        }

        await using var write = await target.BeginWriteAsync(ct);
        foreach (var entity in InOrder(source.Model).Where(entity => parts.Contains(KeptInAttribute.Of(entity.ClrType))))
        {
            await (Task)OfType.MakeGenericMethod(entity.ClrType).Invoke(null, [source, target, entity, ct])!;
        }

        await write.CommitAsync(ct);
    }

    /// <summary>Returns whether the store has no rows.</summary>
    public static async Task<bool> IsEmptyAsync(Store store, CancellationToken ct)
    {
        await using var db = store.NewContext();
        return !await db.Set<AuditEntry>().AnyAsync(ct) && !await db.Set<Change>().AnyAsync(ct);
    }

    private static async Task CopyAsync<T>(LanshaoContext source, LanshaoContext target, IEntityType entity, CancellationToken ct)
        where T : class
    {
        var chunk = new List<T>(ChunkSize);
        await foreach (var row in InKeyOrder(source.Set<T>().AsNoTracking(), entity).AsAsyncEnumerable().WithCancellation(ct))
        {
            chunk.Add(row);
            if (chunk.Count == ChunkSize)
            {
                await target.PutAsTheyAreAsync(chunk, ct);
                chunk.Clear();
            }
        }

        await target.PutAsTheyAreAsync(chunk, ct);
    }

    private static IQueryable<T> InKeyOrder<T>(IQueryable<T> rows, IEntityType entity)
        where T : class
    {
        var keys = entity.FindPrimaryKey()!.Properties;
        var ordered = rows.OrderBy(r => EF.Property<object>(r, keys[0].Name));
        return keys.Skip(1).Aggregate(ordered, (rest, key) => rest.ThenBy(r => EF.Property<object>(r, key.Name)));
    }

    // Who is pointed at comes before who points.
    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            Visit(entity);
        }

        return ordered;

        void Visit(IEntityType entity)
        {
            if (ordered.Contains(entity))
            {
                return;
            }

            foreach (var principal in entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != entity))
            {
                Visit(principal);
            }

            ordered.Add(entity);
        }
    }
}
