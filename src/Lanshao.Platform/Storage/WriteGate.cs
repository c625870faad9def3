using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>One writer at a time per SQLite file inside a process: SQLite answers a second one with sleeps, a gate with a queue. PostgreSQL needs none.</summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static async Task<IDisposable?> EnterAsync(LanshaoContext db, CancellationToken ct)
    {
        if (db.Kind != StoreKind.Sqlite)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(db.Database.GetConnectionString() ?? string.Empty, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        return new Leave(gate);
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
