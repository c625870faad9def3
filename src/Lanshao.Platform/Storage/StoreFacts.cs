using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>What an operator wants to know of the store.</summary>
/// <param name="Kind">SQLite or PostgreSQL.</param>
/// <param name="Bytes">What the database takes on disk.</param>
/// <param name="Schema">The newest migration that was applied.</param>
public sealed record StoreFacts(StoreKind Kind, long Bytes, string Schema)
{
    public static async Task<StoreFacts> ReadAsync(LanshaoContext db, CancellationToken ct)
    {
        var bytes = db.Kind == StoreKind.PostgreSql
            ? await db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct)
            : await db.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()").SingleAsync(ct);
        return new(db.Kind, bytes, (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? string.Empty);
    }
}
