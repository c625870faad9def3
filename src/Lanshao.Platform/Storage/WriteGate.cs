using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>One writer at a time per SQLite file inside a process: SQLite answers a second one with sleeps, a gate with a queue. PostgreSQL needs none.</summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static Task<IDisposable?> EnterAsync(LanshaoContext db, CancellationToken ct) => EnterAsync(db.Kind, db.Database.GetConnectionString(), ct);

    public static Task<IDisposable?> EnterAsync(Store store, CancellationToken ct) => EnterAsync(store.Kind, store.ConnectionString, ct);

    private static async Task<IDisposable?> EnterAsync(StoreKind kind, string? connection, CancellationToken ct)
    {
        if (kind != StoreKind.Sqlite)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(connection ?? string.Empty, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        return new Leave(gate);
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
