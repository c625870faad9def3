using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lanshao.Platform.Storage;

/// <summary>Lets a cancelled query of SQLite really end: its driver works without waiting and looks at the token only before it begins.</summary>
internal sealed class QueryInterrupt : DbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbCommand, Registration> Running = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled && command.Connection is SqliteConnection { Handle: { } handle })
        {
            Running.AddOrUpdate(command, new(cancellationToken.Register(() => Interrupt(handle))));
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        End(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        End(command);
        return result;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command);
        return Task.CompletedTask;
    }

    private static void End(DbCommand command)
    {
        if (Running.TryGetValue(command, out var running))
        {
            running.Token.Dispose();
            Running.Remove(command);
        }
    }

    private static void Interrupt(SQLitePCL.sqlite3 handle)
    {
        if (!handle.IsInvalid && !handle.IsClosed)
        {
            SQLitePCL.raw.sqlite3_interrupt(handle);
        }
    }

    private sealed record Registration(CancellationTokenRegistration Token);
}
